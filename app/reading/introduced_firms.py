"""Organizations that a noun, an owner, an ending or a teacher introduces."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from app.names.jamo import is_hangul
from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.common_names import AMBIGUOUS
from app.reading.introduced import Introduction, kind_by_ending, may_be_named, organization
from app.reading.particles import is_tail, without_particle
from app.reading.words import COMMON_WORDS, ORGANIZATION_NOUN, ORGANIZATION_NOUNS, ORGANIZATION_SUFFIXES, TITLES, listed
from app.vocabulary import OrganizationKind

_NOUN = re.compile(ORGANIZATION_NOUN)
_CHIEFS: Final = r"(?:CEO|CTO|최고경영자|최고기술책임자|창업자|대표|회장)(?:\([A-Z]{2,4}\))?"
_AFTER_NOUN = re.compile(
    rf"(?:(?:{ORGANIZATION_NOUN}) )?(?:{ORGANIZATION_NOUN})(?:인|이자|이었던)? (?P<quote>[‘'“\"]?)"
    r"(?P<name>(?:[A-Za-z0-9.\-]+(?: [A-Z][A-Za-z]+)+|[가-힣A-Za-z0-9.\-]+(?: (?!C[ETOF]O\b)(?:AI|[A-Z][A-Za-z]+))*))"
    r"(?P<close>[’'”\"]?)(?P<tail>[가-힣]{0,4})"
)
_QUOTED = re.compile(r"[^’'”\"\n(（]{2,24}(?=[’'”\"(（])")
_TWO_WORDS = re.compile(
    rf"(?:{ORGANIZATION_NOUN})(?:인|이자)? "
    r"(?P<name>[가-힣]{2,6} [가-힣]{2,7})(?P<tail>[은는이가을를의와과도에])(?= )"
)
_SUFFIXED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9]{{1,12}}(?:{'|'.join(ORGANIZATION_SUFFIXES)}))"
    rf"(?P<tail>[가-힣]{{0,4}})"
)
_SUBSIDIARY = re.compile(
    r"[가-힣A-Za-z]{2} (?:산하|계열|자회사)"
    r"(?: (?:펀드|투자사|투자회사|벤처캐피털|연구소|반도체 기업|자회사|기업))? "
    r"(?P<name>[가-힣A-Za-z0-9]{2,14})(?P<tail>[은는이가을를의와과도])(?= )"
)
_SCHOOL = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,7}대)"
    r"(?= (?:[가-힣A-Z]{1,8} )?(?:겸임|특임|명예|석좌)?(?:교수|조교수|부교수|총장))"
    r"|(?<![가-힣])(?P<whole>[가-힣]{3,9}대학)(?=에서|에 |의 |을 |를 |은 |이 |과 |와 | [가-힣]{0,8} ?"
    r"(?:교수|조교수|부교수|학과|박사|출신|연구))"
)
_SPACED_SCHOOL = re.compile(
    r"(?<![가-힣])(?P<name>(?P<place>[가-힣]{2,6}) 대학(?:교)?)(?=에서|에 |의 |을 |를 |은 |이 |과 |와 | [가-힣]{0,8} ?"
    r"(?:교수|조교수|부교수|학과|박사|출신|연구))"
)
_SCHOOL_BY_ENDING = re.compile(
    r"(?<![가-힣])(?P<name>(?:[가-힣]{2,5}|[가-힣]{2,4} )"
    r"(?:전자과학기술|과학기술|전자과기|과기|교통|사범|공업|이공|외국어|농업|우전|항공항천|중문|주립)대(?:학교?)?)"
    r"(?=(?:은|는|이|가|을|를|의|와|과|도|에|에서|로|에서는)?(?![가-힣]))"
)
_ITS_FOUNDER = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9]{3,10})의 (?:공동 ?)?(?:창업자|창립자|설립자|창업주)(?:인|이자)? "
    r"(?P<founder>[가-힣]{2,4}?)(?=(?:은|는|이|가|을|를|의|와|과|도)(?![가-힣])|[(,]|씨)"
)
_QUOTED_FOUNDED = re.compile(
    r"(?P<open>[‘'“])(?P<name>[가-힣A-Za-z0-9.]{2,14}(?: [가-힣A-Za-z0-9.]{2,10})?)(?:\([^()\n]{2,30}\))?[’'”][을를] "
    r"(?:[^.,\n을를]{0,12} )?(?:공동 ?)?(?:창업|설립|창립)(?:했|한|해|하[고며])"
)
_NO_SCHOOL = re.compile(
    "(?:명문|공과|의과|사범|종합|단과|유명|해외|국내|현지|지방|과학|이공|중국|미국|여러|모든)대학$"
    "|(?:명문|유명|해외|국내|현지|지방|미국|지역|여러|모든|일반)(?:과학기술|과기|교통|사범|공업|이공|외국어|농업|주립)대"
)
_INFLECTED_PLACE = re.compile("[은는이가을를의와과도로]$|에서$|[한던인]$")
_BEFORE_SCHOOLS: Final = frozenset(
    {"미국", "중국", "영국", "현지", "국내", "해외", "명문", "유명", "같은", "일본", "대만", "독일"}
)
"""What stands before the name of a school and is no part of it."""
_QUOTED_FIRM: Final = re.compile(
    r"(?<=[‘'“])(?P<name>[가-힣A-Za-z0-9.]{2,14}(?: [가-힣A-Za-z0-9.]{2,10})?)(?:\([^()\n]{2,30}\))?[’'”]"
    rf"(?:(?: (?:공동 ?)?(?:창업자|창립자|설립자|창업주)|의 (?:[가-힣]{{2,5}} )?{_CHIEFS})"
    "(?:인 |이자 |[은는이가의를와과 ])"
    r"|에 (?:[^.,\n]{0,20} )?투자(?:했|한|하[고며]))"
    "|(?:창업한|설립한|창립한|세운|차린) "
    r"[‘'“](?P<founded>[가-힣A-Za-z0-9.]{2,14}(?: [가-힣A-Za-z0-9.]{2,10})?)(?=[’'”(])"
)
"""What stands in quotation marks where only a firm can: `‘무한광년’ 창업자`, `‘무한광년’에 투자했다`."""
_ITEM: Final = r"[가-힣A-Za-z0-9]{2,14}(?: (?:AI|[가-힣]{2,6}(?:캐피[탈털]|벤처스|파트너스)))?"
_GIVERS: Final = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<list>{_ITEM}(?:(?:, ?|·| 및 |[와과] ){_ITEM}){{0,6}}?)(?: 등)?"
    r"(?:으로부터|로부터|에게서) "
    r"(?=[^.\n]{0,40}?(?:투자|자금)[가-힣() ]{0,12}(?:유치|조달|확보|받|수혈|지원))"
)
"""From whom a firm had money."""
_LEADER: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9]{3,14}?)(?:이|가) (?:투자를 |라운드를 )?(?:주도|리드|이끈|이끌)"
    r"(?:한|했|하고|하며|었| )(?=[^.\n]{0,20}?(?:라운드|시리즈|투자 유치|펀딩|참여))"
)
"""Who led a round."""
_FOUNDED_BY: Final = re.compile(
    r"[가-힣](?:이|가) (?:[^.,\n]{0,20} )?(?:세운|차린|설립한|창업한) (?P<name>[가-힣A-Za-z0-9]{3,12}?)"
    r"(?=(?:은|는|이|가|을|를|의|에서|에서는|에는|에)(?![가-힣]))"
)
"""What somebody founded: `리 교수가 둥관에 세운 엑스봇파크에서는`."""
_BETWEEN: Final = re.compile(", ?|·| 및 |[와과] ")
_WEAKLY_SUFFIXED: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>(?P<stem>[가-힣]{2,6})(?:로봇|모빌리티|바이오|소프트|인텔리전스|다이[내나]믹스|세미컨덕터"
    r"|이노베이션|랩스|시스템[즈스]|메디컬|비전))(?P<tail>[가-힣]{0,4})"
)
"""A foreign name with what its firm makes: `칭펑로봇`."""
_LATIN_GLOSS = re.compile(r" ?\([A-Za-z]")
_SO_CALLED = re.compile(
    r"(?<![가-힣A-Za-z0-9])[‘'“]?(?P<name>[가-힣A-Za-z0-9.]{2,14}?)(?:\([A-Za-z0-9. ]{2,24}\))?[’'”]?"
    r"(?:이?라는|이?란) (?:[가-힣A-Za-z]{1,8} ){0,2}?"
    r"(?P<noun>스타트업|회사|기업|업체)[를을]? "
)
_INFLECTED = "은는이가을를의와과도에로서며고"
_SUBJECT = re.compile(
    r"(?:^|(?<=\. )|(?<=따르면 )|(?<=한편 )|(?<=이어 )|(?<=[”\"] )|(?<=[을를], ))(?P<name>[가-힣A-Za-z0-9]{2,10})"
    r"(?P<particle>은|는|이|가)"
    r"(?= [^.\n]{0,70}?(?:"
    r"(?:투자|자금|달러|위안|원)[가-힣() ]{0,12}(?:유치|조달|확보|받|마무리)"
    r"(?:했|해 |하며|하는 데 성공|에 성공|았|아 |으며 )"
    r"|(?:스타트업|기업|업체|회사|유니콘|팹리스|제조사|개발사)(?:이다|다\.|으로[, ]|로[, ]|이며|이고|이기도| 중 "
    r"하나| 가운데 하나)"
    r"|(?:공동 ?)?(?:창업자|설립자)))",
    re.MULTILINE,
)
_EMPLOYER: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9]{3,10})"
    rf"(?: (?:수석 ?|선임 ?)?(?:{TITLES}) 출신|(?: 등)?에서 (?:[^.,\n]{{0,16}} )?(?:근무|재직)(?:하[다며던면]|했|한 )"
    r"|(?:으로|로|에) (?:[^.,\n]{0,8} )?(?:이직(?:했|한|하)|입사(?:했|한|해)|옮겼|옮긴))"
)
_NO_EMPLOYERS: Final = frozenset(
    listed(
        """
실리콘밸리, 캘리포니아, 시애틀, 보스턴, 뉴욕, 런던, 월스트리트, 싱가포르, 유럽, 베이징, 프로젝트, 프로그램, 클럽,
캠퍼스, 시애틀, 스타트업, 빅테크, 회사
"""
    )
)
_NO_ENDS: Final = tuple(
    listed("으, 팀, 부서, 부문, 센터, 랩, 밸리, 들, 기업, 업체, 회사, 대, 연구소, 빅테크, 스타트업")
)
_SEATED: Final = re.compile(
    r"(?:에 (?:있는|위치한|자리한|자리 잡은|본사를 둔|본부를 둔|거점을 둔|기반을 둔|소재한)"
    r"|(?<![가-힣])[가-힣]{2,4} (?:소재|기반)의?) "
    r"(?P<name>[가-힣A-Za-z0-9]{3,14}?)(?P<particle>은|는|이|가|도)"
    r"(?= [^.\n]{0,70}?(?:투자|자금|설립|창업|상장|개발|출시|조달|유치))"
)
_RAISES = re.compile(
    r" [^.\n]{0,50}?(?:로부터|에서|에게서) [^.\n]{0,24}?(?:투자|자금)?[가-힣() ]{0,12}(?:유치|조달|확보|투자받)"
    r"(?:했|해 |하며|았|아 )"
)
_FIRST: Final = 2
_LONGEST: Final = 10
_NO_FIRM: Final = frozenset(
    listed(
        """
로보택시, 메타버스, 데이터센터, 스마트카, 블록체인, 이커머스, 소셜미디어, 웨어러블, 빅테크, 테크기업, 휴머노이드,
챗GPT, 드론, 지난달, 지난주, 이번달, 나머지, 이곳, 그곳, 오늘, 어제, 아무, 이것, 그것, 스스로, 처음, 마지막,
어린이, 몸값, 자금줄, 큰손, 움직임, 흐름, 목소리, 발걸음, 싸움, 열풍, 붐, 꿈, 뉴스, 에너지, 소식, 걸음, 이름,
물꼬, 선두, 버블, 거품, 뭉칫돈, 눈길, 바람, 벤치마크, 레이더, 픽업, 오픈AI, 사이트, 커뮤니티, 시리즈, 라운드,
시리즈A, 시리즈B, 시리즈C, 포브스, 블룸버그, 로이터
"""
    )
)


def firms(text: str) -> Iterator[Introduction]:
    """Every organization that the words around its name introduce."""
    yield from _after_nouns(text)
    yield from _suffixed(text)
    yield from _two_words(text)
    yield from _subsidiaries(text)
    yield from _schools(text)
    yield from _told_of(text)
    yield from _so_called(text)
    yield from _employers(text)
    yield from _seated(text)
    yield from _founded(text)
    yield from _quoted(text)
    yield from _investing(text)


def _quoted(text: str) -> Iterator[Introduction]:
    """`‘무한광년’의 쑨웨이 대표는`: what can only be a firm, in quotation marks."""
    for found in _QUOTED_FIRM.finditer(text):
        group = "name" if found["name"] else "founded"
        name = found[group]
        if name not in COMMON_WORDS and may_be_named(name) and not name.endswith(tuple(ORGANIZATION_NOUNS)):
            yield organization(name, found.start(group), kind_by_ending(name))


def _investing(text: str) -> Iterator[Introduction]:
    """`벤치로크로부터 투자를 받았다`, `가오룽이 주도한 시리즈A`: foreign names of who has money to give."""
    for found in _GIVERS.finditer(text):
        at = found.start("list")
        for piece in _BETWEEN.split(found["list"]):
            start = text.find(piece, at)
            at = start + len(piece)
            if is_foreign_firm(piece) and not piece.endswith(("투자자", "정부", "재단", "기관")):
                yield organization(piece, start, kind_by_ending(piece))
    for found in _LEADER.finditer(text):
        if is_foreign_firm(found["name"]):
            yield organization(found["name"], found.start("name"), kind_by_ending(found["name"]))


def _founded(text: str) -> Iterator[Introduction]:
    """`눙푸산취안의 창업자 중산산`, `‘99팡스’를 창업했다`: a name that has a founder."""
    for quoted in _QUOTED_FOUNDED.finditer(text):
        if quoted["name"] not in COMMON_WORDS and not quoted["name"].endswith(tuple(ORGANIZATION_NOUNS)):
            yield organization(quoted["name"], quoted.start("name"), kind_by_ending(quoted["name"]))
    for found in _FOUNDED_BY.finditer(text):
        if is_foreign_firm(found["name"]):
            yield organization(found["name"], found.start("name"), kind_by_ending(found["name"]))
    for found in _ITS_FOUNDER.finditer(text):
        name = found["name"]
        is_word = is_sino_korean("".join(filter(is_hangul, name))) or name in _NO_FIRM or name in _NO_EMPLOYERS
        if may_be_named(name) and not is_word and not name.endswith(_NO_ENDS) and is_chinese_name(found["founder"]):
            yield organization(name, found.start("name"), OrganizationKind.COMPANY)


def _employers(text: str) -> Iterator[Introduction]:
    """`퀄컴과 시놉시스 등에서 근무`, `록히드마틴 수석 엔지니어 출신`: a foreign name where somebody worked."""
    for found in _EMPLOYER.finditer(text):
        if is_foreign_firm(found["name"]):
            yield organization(found["name"], found.start("name"), OrganizationKind.COMPANY)


def is_foreign_firm(name: str) -> bool:
    """Whether what stands where a firm does can be its name, being no word that Koreans read from Chinese."""
    hangul = "".join(filter(is_hangul, name))
    is_word = is_sino_korean(hangul) or name in _NO_FIRM or name in _NO_EMPLOYERS or name.endswith(_NO_ENDS)
    return may_be_named(name) and not is_word and not is_chinese_name(name)


def _seated(text: str) -> Iterator[Introduction]:
    """`우후에 있는 칭펑로봇도`: a foreign name that is told only by where it sits and what it does."""
    for found in _SEATED.finditer(text):
        if _is_foreign(found["name"], found["particle"]):
            yield organization(found["name"], found.start("name"), OrganizationKind.STARTUP)


def _so_called(text: str) -> Iterator[Introduction]:
    """`AI스피어라는 스타트업을`: what is said to be the name of a firm."""
    for found in _SO_CALLED.finditer(text):
        if may_be_named(found["name"]):
            yield organization(
                found["name"], found.start("name"), ORGANIZATION_NOUNS.get(found["noun"], OrganizationKind.COMPANY)
            )


def _after_nouns(text: str) -> Iterator[Introduction]:
    """`스타트업 딥시크가`, `헤지펀드 ‘하이 플라이어’를`: a noun that says what the next word names."""
    seen: dict[str, set[str]] = {}
    for word in set(re.findall(r"[가-힣A-Za-z0-9]+", text)):
        seen.setdefault(word[:_FIRST], set()).add(word)
    for found in _AFTER_NOUN.finditer(text):
        noun = _NOUN.match(found.group())
        kind = ORGANIZATION_NOUNS[noun.group()] if noun else OrganizationKind.COMPANY
        start = found.start("name")
        if found["quote"]:
            quoted = _QUOTED.match(text, start)
            if quoted and not quoted.group().endswith(("다", "요")) and quoted.group() not in COMMON_WORDS:
                yield organization(quoted.group(), start, kind)
            continue
        word = found["name"] + found["tail"]
        some = _RAISES.match(text, found.end()) and _name_of_some(word)
        if name := _after_noun(word, seen) or _ambiguous(found, text) or some:
            yield organization(name, start, kind)


def _ambiguous(found: re.Match[str], text: str) -> str | None:
    """A name that is a word too, behind a noun and before a gloss in Latin letters: `스마트폰 회사 오포(OPPO)`."""
    return found["name"] if found["name"] in AMBIGUOUS and _LATIN_GLOSS.match(text, found.end()) else None


def _after_noun(word: str, seen: Mapping[str, Iterable[str]]) -> str | None:
    """The name that a word after such a noun is, without its particle; none if it is an ordinary word.

    A name stands with more than one particle, or bare, and is no word of Chinese origin read in the Korean way.
    `seen` has the words of the text by how they begin.
    """
    stems = without_particle(word)
    if word.startswith("등") and is_tail(word, 1):
        return None
    if COMMON_WORDS.intersection(stems):
        return None
    name = next(filter(may_be_named, stems), None)
    if name is None:
        return None
    if not is_hangul(name[-1]) or name[0].isascii():
        return name
    if is_sino_korean(name):
        return None
    elsewhere = sum(other.startswith(name) and is_tail(other, len(name)) for other in seen.get(name[:_FIRST], ()))
    return name if elsewhere > 1 or word != name or is_chinese_name(name) else None


def _name_of_some(word: str) -> str | None:
    """The name of who is said to raise money, though it could be read as a word of Chinese origin."""
    name = without_particle(word)[0]
    return name if name != word and len(name) > len("ab") and may_be_named(name) else None


def _two_words(text: str) -> Iterator[Introduction]:
    """`로봇 제조사 림엑스 다이나믹스는`: two foreign words after a noun that says what they name."""
    for found in _TWO_WORDS.finditer(text):
        whole = found["name"] + found["tail"]
        name = without_particle(whole)[0]
        words = name.split(" ")
        foreign = name != whole and not any(is_sino_korean(word) or word in COMMON_WORDS for word in words)
        if foreign and may_be_named(name) and words[0][-1] not in _INFLECTED:
            yield organization(name, found.start("name"), OrganizationKind.COMPANY)


def _suffixed(text: str) -> Iterator[Introduction]:
    """`퓨처로보틱스`, `선전캐피털이`, `칭펑로봇은`: a word whose ending is that of a firm."""
    for found in _WEAKLY_SUFFIXED.finditer(text):
        if is_tail(text, found.end("name")) and is_foreign_firm(found["stem"]) and may_be_named(found["name"]):
            yield organization(found["name"], found.start("name"), OrganizationKind.COMPANY)
    for found in _SUFFIXED.finditer(text):
        name = found["name"]
        if is_tail(text, found.end("name")) and may_be_named(name):
            yield organization(name, found.start("name"), kind_by_ending(name))


def _subsidiaries(text: str) -> Iterator[Introduction]:
    """`화웨이 산하 허블이`: what belongs to a firm is one."""
    for found in _SUBSIDIARY.finditer(text):
        whole = found["name"] + found["tail"]
        name = next((one for one in without_particle(whole) if one != whole), "")
        if name and may_be_named(name) and not is_sino_korean(name):
            yield organization(name, found.start("name"), OrganizationKind.COMPANY)


def _told_of(text: str) -> Iterator[Introduction]:
    """`갤봇은 … 기업 중 하나다`, `두봇은 … 투자를 유치했다`: a foreign name said to be a firm, twice."""
    told = [found for found in _SUBJECT.finditer(text) if _is_foreign(found["name"], found["particle"])]
    names = {found["name"] for found in told}
    words = re.findall(r"[가-힣A-Za-z0-9]+", text) if names else []
    seen = Counter(
        word[:end] for word in words for end in range(2, min(len(word), _LONGEST) + 1) if word[:end] in names
    )
    for found in told:
        name = found["name"]
        if seen[name] > 1 or _RAISES.match(text, found.end()):
            yield organization(name, found.start("name"), OrganizationKind.STARTUP)


def _is_foreign(name: str, particle: str) -> bool:
    """Whether the subject of a sentence can be a foreign name, and what follows it its particle."""
    if name in _NO_FIRM or without_particle(name + particle)[0] != name or not may_be_named(name):
        return False
    hangul = "".join(filter(is_hangul, name))
    return bool(hangul) and not is_sino_korean(hangul) and not is_chinese_name(name)


def _schools(text: str) -> Iterator[Introduction]:
    """`누리대 교수`, `베이징 대학 교수`: where somebody teaches; `화중과학기술대`, `시난 교통대학`."""
    for found in _SPACED_SCHOOL.finditer(text):
        if not is_sino_korean(found["place"]) and not found["place"].endswith(("의", "는", "에서")):
            yield organization(found["name"], found.start(), OrganizationKind.UNIVERSITY)
    for found in _SCHOOL.finditer(text):
        name = found["name"] or found["whole"]
        if name not in COMMON_WORDS and not _NO_SCHOOL.match(name):
            yield organization(name, found.start(), OrganizationKind.UNIVERSITY)
    for found in _SCHOOL_BY_ENDING.finditer(text):
        place = found["name"].partition(" ")[0] if " " in found["name"] else ""
        if not _NO_SCHOOL.match(found["name"]) and not _INFLECTED_PLACE.search(place) and place not in _BEFORE_SCHOOLS:
            yield organization(found["name"], found.start(), OrganizationKind.UNIVERSITY)
