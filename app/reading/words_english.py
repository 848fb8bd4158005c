"""Words of English articles of the genre: what the nouns beside a name say of it, and words that are no names."""

from typing import Final

from app.vocabulary import OrganizationKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORGANIZATION_NOUNS: Final[dict[str, str]] = {
    **dict.fromkeys(("startup", "start-up", "unicorn", "upstart", "venture"), OrganizationKind.STARTUP),
    **dict.fromkeys(
        (
            "company", "firm", "maker", "carmaker", "automaker", "chipmaker", "robot-maker", "developer", "giant",
            "rival", "peer", "unit", "subsidiary", "affiliate", "arm", "operator", "manufacturer", "supplier",
            "provider", "conglomerate", "enterprise", "platform", "group", "parent", "retailer", "builder", "titan",
            "heavyweight", "studio", "social network", "brand", "bank", "insurer", "business", "newcomer", "powerhouse",
            "juggernaut", "pioneer", "specialist", "producer", "lender", "contractor", "vendor",
            "designer", "foundry", "spin-off", "spinoff", "researcher-firm", "consultancy",
        ),
        OrganizationKind.COMPANY,
    ),
    **dict.fromkeys(
        ("fund", "investor", "backer", "shareholder", "venture capital firm", "VC firm", "VC", "incubator"),
        OrganizationKind.FUND,
    ),
    **dict.fromkeys(("lab", "laboratory", "institute"), OrganizationKind.LABORATORY),
    **dict.fromkeys(("newspaper", "outlet", "publication", "magazine", "website"), OrganizationKind.PUBLISHER),
}  # fmt: skip
"""Nouns that stand before a name, or after it between commas, and what the name names then."""

SUFFIXES: Final[dict[str, str]] = {
    **dict.fromkeys(
        (
            "AI", "Technologies", "Technology", "Robotics", "Robots", "Robot", "Holdings", "Holding", "Group", "Inc",
            "Corp", "Corporation", "Ltd", "Co", "Semiconductor", "Semiconductors", "Motors", "Auto", "Automation",
            "Dynamics", "Intelligence", "Systems", "Electronics", "Networks", "Software", "Biotech", "Microelectronics",
            "Cloud", "Mobile", "Telecom", "Securities", "Bank", "Insurance", "Tech", "Threads", "Brain", "Motor",
            "Entertainment", "Games", "Interactive", "Medical", "Energy", "Materials", "Mobility", "Financial",
            "Media", "Studios", "Consulting", "Industries", "International", "Research", "Health", "Aerospace",
        ),
        OrganizationKind.COMPANY,
    ),
    **dict.fromkeys(
        ("Capital", "Ventures", "Venture", "Partners", "Fund", "Management", "Investments", "Investment", "Equity"),
        OrganizationKind.FUND,
    ),
    **dict.fromkeys(("Lab", "Labs", "Laboratory", "Academy", "Institute"), OrganizationKind.LABORATORY),
    **dict.fromkeys(("University", "College"), OrganizationKind.UNIVERSITY),
    **dict.fromkeys(
        ("Times", "Post", "Journal", "Daily", "News", "Wire", "Herald", "Insider", "Observer"),
        OrganizationKind.PUBLISHER,
    ),
}  # fmt: skip
"""The last words of names of organizations."""

TITLE: Final = (
    r"(?:(?:co-)?chief executive(?: officer)?|[SE]?VP|CEO|CTO|COO|CFO|CSO|chief (?:[a-z]+ )?(?:officer|scientist"
    r"|architect"
    r"|engineer|economist)|chief of [a-z]+"
    r"|(?:(?:senior|executive|global|corporate|group|managing|founding|deputy|research|engineering|technical"
    r"|product) )*"
    r"(?:vice[- ]president|vice[- ]chairman|president|chairman(?: of the board)?|chairwoman|director|manager|partner)"
    r"|(?:[a-z-]+ )?head|chair|boss|chief|executive|lead"
    r"|(?:(?:principal|senior|chief|research|staff|software|AI|algorithm) )*"
    r"(?:researcher|scientist|engineer|architect|designer)"
    r"|(?:(?:assistant|associate|chair|adjunct|full|visiting|computer science) )*professor|lecturer|analyst)"
)
"""A title of a career."""
SCHOLAR: Final = (
    r"professor|lecturer|researcher|scientist|dean|fellow|president|teaches|teach|taught|director|statistician"
    r"|mathematician|physicist|economist|biologist|roboticist|academic|scholar|postdoc"
)
"""At a university these are employments; who only studied there has none."""

PLACES: Final = _words(
    """
    China Beijing Shanghai Shenzhen Hangzhou Guangzhou Chengdu Nanjing Wuhan Suzhou Hefei Tianjin Chongqing Xian
    Zhejiang Guangdong Jiangsu Sichuan Anhui Fujian Hainan Zhongguancun Hong Kong Macau Macao Taiwan Taipei Tokyo Japan
    Seoul
    Korea South North Singapore India Asia Europe America America's States United Kingdom Britain UK London Paris France
    Germany Berlin Russia Moscow Canada Toronto Australia Israel Saudi Arabia Dubai Abu Dhabi Emirates Silicon Valley
    California San Francisco Palo Alto Mountain View Menlo Park Los Angeles New York Washington Boston Seattle Texas
    Wall Street Davos Brussels Geneva Zurich Indonesia Jakarta Malaysia Vietnam Thailand Philippines Mexico Brazil
    Mainland Mainland's West East Central Pacific Africa Zhuhai Dongguan Xiamen Qingdao Dalian Changsha Zhengzhou
    """
)
NOT_NAMES: Final = _words(
    """
    The A An In On At But And Or When While After Before Its His Her He She It They This That These Those If As
    For From With By To Of Both Some Most Many Other Others Among Chinese American US U.S. U.S UK EU Korean
    Japanese European Asian Western Taiwanese Indian German British French Israeli Russian CEO CTO COO CFO CSO
    Mr Mrs Ms Dr Prof Professor President Chairman Chief Executive Officer Founder Founders Co-founder Cofounder
    Co-founders Former Ex Meanwhile However AI Premier Minister Secretary Director Vice Senior Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Series Round LLM LLMs IPO VC VCs
    GPU GPUs API PhD MBA R&D AGI Internet Founded Based Backed Led What Who Why How Where There Here Then Now
    Also Another Last Next First Second Since So Yet Still Even Only Just Like Unlike Despite Although Though
    Because Under Over About Around Between Within Without We You I Our Your My Their No Not Yes More Less Few
    Each Every All Any One Two Three Four Five Six Ten Early Late Government Ministry Communist Party Olympics
    Conference Forum Summit Reporting Editing Photo Image Source Share Shares Revenue Sales Investors Rival
    Rivals Startup Startups Company Companies Nasdaq NYSE Exchange App Store Google's Which Once During
    According Until Announced Established Speaking Asked Born Through Across Following Earlier Recently Today
    Yesterday Reports Report Post-money Pre-money Angel Seed Doctor Taiwan-born Beijing-born China-based Alumni
    Advertisement Read Related Subscribe Newsletter Sign Trump
    """
)
"""Capitalised words that name nobody where they stand alone."""
GENERIC: Final = _words(
    """
    Year New Lunar Spring Festival Deep Machine Learning Large Language Model Models Artificial Intelligence
    Generative Big Tech Great Wall Firewall Little Tiger Tigers Dragon Dragons Cold War Robot Robots Robotics
    Ventures Capital Venture Private Equity National Fund Partners State Main Street Data World Cup Board Market
    STAR
    """
)
"""Words that names are made of, and that name nobody without others: `Big Tech`, but `Light Year`."""
SURNAMES_LIKE_WORDS: Final = _words("He You An So To Long Ai Song Men Man Sun Fan Pan Ran May Can Hang Mo Lie")
NO_PERSONS: Final = frozenset(
    {"Hong Kong", "Dou Yin", "Dou Bao", "Tong Yi", "Wei Xin", "Wei Bo", "Bai Du", "An Hui", "Xi An", "Tai Wan",
     "Tai Chi", "Hong Shan", "Yuan Bao", "Ji Meng", "Guan Dong", "Shan Dong", "Yi Dian", "Tian Yan", "Zhong Guan"}
)  # fmt: skip
BRANDS: Final = ("Apple", "Meta", "Amazon", "Tesla", "Oracle", "NIO", "Nio", "JD", "Cruise", "Grab", "Acer", "Gree")
"""Names that are common words elsewhere: capitalised in English they are companies."""
GIVEN_NAMES: Final = _words(
    """
    Adam Alan Alex Alice Allen Amy Andrew Andy Angela Anna Arthur Ben Bob Brian Carl Carol Catherine Cathy Charles
    Chris Christina Cindy Daniel David Dennis Derek Diana Eddie Edward Emily Emma Eric Felix Frank Fred Gary George
    Grace Harry Helen Henry Howard Ivan Jack James Jane Jason Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jessica
    Jim Jimmy Joe John Johnny Joseph Joyce Julia Karen Kate Kelvin Ken Kenneth Kevin Larry Laura Lawrence Leo Leon
    Lily Linda Lisa Louis Lucas Lucy Marco Maria Mark Martin Mary Matthew Max Michael Michelle Mike Nancy Neil
    Nicholas Nick Nicole Oliver Oscar Patrick Paul Peter Philip Rachel Ray Raymond Rebecca Richard Rick Robert Robin
    Roger Ronald Roy Ryan Sally Sam Samuel Sandy Sarah Scott Sean Simon Sophia Stanley Stella Stephen Steve Steven
    Susan Sylvia Ted Terry Thomas Tim Tina Toby Tom Tommy Tony Tracy Vicky Victor Vincent Vivian Walter Wayne Wendy
    William Wilson Winnie Yvonne Zoe
    """
)
"""Given names that people from China have abroad: with a Chinese surname behind it, that is a name."""
SCHOOL: Final = r"(?:School|Department|Faculty|College|Bachelor|Master|Doctor|Center|Centre) of (?:[A-Z]\w+ and )?$"
"""What stands before the name of a subject, which is no name of anybody."""
