"""Words that names of organizations are made of, which papers translate instead of spelling their sound.

A concept is one word in three scripts: 大学, 대학교, University. Each word is matched whole; the longest comes first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Concept:
    """A meaning, how much of a name it makes up, and how much it matters when one of two names lacks it."""

    name: str
    weight: float
    lacking: float
    words: tuple[str, ...]


ESSENTIAL, USUAL, OPTIONAL = 0.8, 0.25, 0.04
"""What it costs that only one of two names has the word: another thing, perhaps another, the same."""


def _concept(name: str, lacking: float, words: str, weight: float = 1.0) -> Concept:
    return Concept(name, weight, lacking, tuple(word.replace("_", " ") for word in words.split()))


CONCEPTS = (
    # what is left out or added without changing who is meant
    _concept(
        "company",
        OPTIONAL,
        "股份有限公司 有限责任公司 控股有限公司 有限公司 公司 주식회사 유한공사 유한회사 ㈜ 회사"
        " co_ltd inc corp corporation company ltd limited co llc plc",
        0.4,
    ),
    _concept("group", OPTIONAL * 2, "集团 集團 지퇀 그룹 group holdings holding 控股 홀딩스 쿵구", 0.5),
    _concept(
        "technology",
        OPTIONAL * 2,
        "科技 커지 테크놀로지스 테크놀로지 테크 과기 과학기술 技术 技術 technologies technology tech",
        0.8,
    ),
    _concept("intelligence", USUAL, "人工智能 인공지능 artificial_intelligence ai 智能 즈넝 지능 intelligence", 0.6),
    # institutions
    _concept("university", ESSENTIAL, "大学 大學 대학교 대학 대 다쉐 university univ. univ daxue"),
    _concept("college", ESSENTIAL, "学院 學院 칼리지 학원 대학 college academy xueyuan"),
    _concept("institute", ESSENTIAL, "研究院 연구원 연구소 研究所 institute research_institute"),
    _concept("laboratory", ESSENTIAL, "实验室 實驗室 연구실 실험실 랩 laboratory lab labs"),
    _concept("academy-of-sciences", ESSENTIAL, "科学院 科學院 과학원 academy_sciences", 1.5),
    _concept("academy-of-engineering", ESSENTIAL, "工程院 공정원 academy_engineering", 1.5),
    _concept("polytechnic", ESSENTIAL, "理工 工业 工業 이공 공업 공 polytechnic institute_technology", 1.0),
    _concept(
        "science-and-technology",
        ESSENTIAL,
        "科学技术 科學技術 과학기술 과기 科技 science_technology",
        1.2,
    ),
    _concept("technology-university", ESSENTIAL, "理工 이공 이공대 technology", 1.0),
    _concept("science", ESSENTIAL, "科学 科學 과학 science sciences"),
    _concept("transport", ESSENTIAL, "交通 교통 자오퉁 jiao_tong jiaotong transportation"),
    _concept("normal", ESSENTIAL, "师范 師範 사범 스판 normal"),
    _concept("medicine", ESSENTIAL, "医科 醫科 의과 medical"),
    _concept("finance", ESSENTIAL, "财经 財經 재경 차이징 finance_economics"),
    _concept("politics", ESSENTIAL, "政法 정법 political_science_law"),
    _concept("aerospace", ESSENTIAL, "航空航天 항공항천 항공우주 aeronautics_astronautics", 1.5),
    _concept("posts", ESSENTIAL, "邮电 郵電 우전 posts_telecommunications", 1.0),
    _concept("electronics", USUAL, "电子 電子 전자 뎬쯔 electronics electronic"),
    _concept("electronic-science", ESSENTIAL, "电子科技 전자과기 전자과학기술 electronic_science_technology", 1.8),
    _concept("foreign-studies", ESSENTIAL, "外国语 外國語 외국어 foreign_studies"),
    _concept("people", USUAL, "人民 인민 런민 renmin people's"),
    _concept("film", ESSENTIAL, "电影 電影 영화 film"),
    _concept("drama", ESSENTIAL, "戏剧 戲劇 연극 희극 drama theatre theater"),
    _concept("music", ESSENTIAL, "音乐 音樂 음악 music"),
    _concept("art", ESSENTIAL, "美术 美術 미술 fine_arts art arts"),
    _concept("central", ESSENTIAL, "中央 중앙 central"),
    _concept("national", USUAL, "国立 國立 국립 national"),
    _concept("east-china", ESSENTIAL, "华东 華東 화동 화둥 east_china", 2.0),
    _concept("south-china", ESSENTIAL, "华南 華南 화남 화난 south_china", 2.0),
    _concept("engineering", ESSENTIAL, "工程 공정 engineering"),
    _concept("chinese", ESSENTIAL, "中文 중문 chinese"),
    # trade
    _concept("capital", USUAL, "资本 資本 캐피탈 캐피털 자본 capital"),
    _concept("ventures", USUAL, "创投 創投 벤처스 벤처 벤처투자 ventures venture venture_capital"),
    _concept("investment", USUAL, "投资 投資 투자 인베스트먼트 investment investments"),
    _concept("fund", USUAL, "基金 펀드 기금 fund"),
    _concept("bank", ESSENTIAL, "银行 銀行 은행 인항 bank"),
    _concept("motor", USUAL, "汽车 汽車 자동차 치처 오토 모터스 auto motors motor automobile"),
    _concept("robot", USUAL, "机器人 機器人 로봇 로보틱스 로보트 robotics robot robots"),
    _concept("semiconductor", USUAL, "半导体 半導體 반도체 semiconductor semiconductors"),
    _concept("international", USUAL, "国际 國際 국제 인터내셔널 international"),
    _concept("network", USUAL, "网络 網絡 네트워크 network networks"),
    _concept("cloud", USUAL, "云 雲 클라우드 윈 cloud"),
    _concept("media", USUAL, "传媒 媒体 미디어 media"),
    _concept("entertainment", USUAL, "娱乐 엔터테인먼트 entertainment"),
    _concept("securities", USUAL, "证券 證券 증권 securities"),
    _concept("insurance", USUAL, "保险 保險 보험 insurance"),
    _concept("airlines", USUAL, "航空 항공 airlines airways air"),
    _concept("telecom", USUAL, "电信 電信 텔레콤 전신 telecom"),
    _concept("mobile", USUAL, "移动 移動 모바일 이동 이동통신 mobile"),
    _concept("power", USUAL, "电力 전력 power electric"),
    _concept("petroleum", USUAL, "石油 석유 petroleum"),
    # places that papers call by a name of their own
    _concept("china", USUAL, "中国 中國 중국 china 중궈"),
    _concept("hong-kong", ESSENTIAL, "香港 홍콩 hong_kong hongkong", 1.6),
    _concept("macau", ESSENTIAL, "澳门 澳門 마카오 macau macao", 1.6),
    _concept("harbin", ESSENTIAL, "哈尔滨 哈爾濱 하얼빈 harbin", 2.0),
    _concept("inner-mongolia", ESSENTIAL, "内蒙古 내몽골 네이멍구 inner_mongolia", 2.0),
    _concept("tibet", ESSENTIAL, "西藏 티베트 시짱 tibet", 1.6),
    _concept("taiwan", ESSENTIAL, "台湾 臺灣 대만 타이완 taiwan", 1.6),
    _concept("taipei", ESSENTIAL, "台北 臺北 타이베이 taipei", 1.6),
    _concept("shaanxi", ESSENTIAL, "陕西 陝西 산시 섬서 shaanxi", 2.0),
    _concept("city", OPTIONAL, "市 城市 시티 city", 0.4),
    _concept("province", OPTIONAL, "省 province", 0.4),
)
"""The concepts, the likelier first where two share a word."""


@cache
def concepts_by_word() -> Mapping[str, tuple[Concept, ...]]:
    """Concepts by folded word."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in CONCEPTS:
        for word in concept.words:
            found[word] = (*found.get(word, ()), concept)
    return found


@cache
def longest_word() -> int:
    """Characters of the longest word."""
    return max(map(len, concepts_by_word()))


def words_behind(word: str) -> int:
    """Of how many words the longest is that begins with this one, itself included; 0 if none does.

    >>> words_behind("artificial"), words_behind("university"), words_behind("google")
    (2, 1, 0)
    """
    return _words_behind().get(word, 0)


@cache
def _words_behind() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for several in map(str.split, concepts_by_word()):
        found[several[0]] = max(len(several), found.get(several[0], 0))
    return found
