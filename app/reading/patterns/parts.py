"""The parts that patterns are put together from: lists, particles, and the words that may stand between."""

from typing import Final

from app.reading.tagged import NUMBER, ORG, PERSON, PLACE

TOPIC: Final = "(?:은|는|이|가|도)"
"""The particle of who a clause is about."""
ACTOR: Final = "(?:은|는|이|가|도| 역시| 또한)"
"""What marks who does something: a particle or `역시`, `또한`."""
MAIN: Final = "(?:은|는|이|가)"
"""The particle of a subject, without `도`."""
DOER: Final = "(?:이|가)"
"""The particle of who does what the clause before a noun says: `O가 투자한 O`."""
OBJECT: Final = "(?:을|를)"
"""The particle of what is done something to."""
AS: Final = "(?:으로|로)"
"""The particle of an office: `부사장으로`."""
INTO: Final = "(?:에|으로|로)"
"""The particle of an office or a place that somebody comes into."""
OF: Final = "(?:의|에서)?"
"""What may stand between an employer and an office: `O의 부사장`, `O에서 부사장을`."""
AND: Final = "(?:, ?|[와과] ?)"
"""What stands between two sums or counts."""

IT: Final = "(?:이|그|해당|동) ?(?:회사|기업|업체|스타트업)"
"""What a sentence calls the company that those before it named."""

FREE: Final = f"[^{ORG}{PERSON}.△▲]"
"""A sign that names nobody."""
CLOSE: Final = f"[^{ORG}{PERSON}.,△▲]"
"""A sign that names nobody and ends no part of the sentence."""
GAP: Final = rf"(?:(?![은는이가도] ){CLOSE}){{0,30}}?"
"""Words between a verb and the name that it belongs to: no subject of another clause among them."""

_TOGETHER: Final = "함께|공동으로|더불어"
_WORD: Final = rf"[가-힣A-Za-z{PLACE}]"
OWNER: Final = (
    rf"(?:의)? ?(?:{PLACE} ?|중국 ?|국제 ?)?"
    "(?:산하|계열|자회사|(?:모회사|운영사|개발사|제작사|운용사)(?=인 )"
    "|(?:투자 ?)?법인(?=인 )|투자 ?부문|투자 ?자회사|(?:벤처 ?캐피[털탈]|VC) 부문)"
)
"""What follows the owner of the next name: `O 산하 O`, `O의 VC 부문인 O`."""
OWNED: Final = rf"(?:{ORG}(?: (?={ORG})|{OWNER}(?:인)? (?:[가-힣A-Za-z]{{1,10}} )?))?"
"""Whose the next item of a list is: `O 산하 O`, or the whole before its part, `O O`."""
DESCRIBED: Final = (
    rf"(?:(?!{_TOGETHER})[가-힣]{{1,6}} )?"
    rf"{OWNED}"
    rf"(?:(?!{_TOGETHER}|손잡고){_WORD}{{1,12}}(?: {_WORD}{{1,10}}){{0,4}} )?"
)
"""What a list may say of its next item: `투자회사인`, `배달 회사인`, `중국의 대표적 빅테크`."""
UNKNOWN: Final = rf"(?:(?!{_TOGETHER})[가-힣A-Za-z]{{2,12}}(?: [가-힣A-Za-z]{{1,12}}){{0,2}}, )?"
"""An item of a list that nobody knows, between two that are known."""
JOINED: Final = (
    "(?:·|ㆍ|∙|⋅| ?△ ?|, ?|[와과] | 및 |, 그리고 |/| and |, and |(?:을|를) (?:비롯해|비롯한|포함해|포함한),? )"
)
"""What stands between the items of a list: `알리바바를 비롯해 텐센트, 메이퇀`."""
LIST_END: Final = (
    rf"(?:(?:(?:, | 및 )[가-힣A-Za-z]{{2,12}}(?: [가-힣A-Za-z]{{1,12}}){{0,2}})?"
    rf" 등(?: [가-힣{PLACE}{NUMBER}]{{1,8}}){{0,4}}"
    rf"|(?:을|를) (?:비롯한|포함한|필두로 한)(?: [가-힣{PLACE}{NUMBER}]{{1,8}}){{1,4}}(?<!에게))?"
)
"""What a list may end with: `등`, `등 중국 빅테크`, `등 12개 기관`, `를 비롯한 빅테크 기업들`."""
