"""Lists of those who took part in a round that the sentence before told of."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import INVESTORS_DO, invested_in_it
from app.reading.patterns.parts import FREE
from app.reading.patterns.rules import Statement, rule
from app.reading.tagged import Tagged

_JOINED: Final = (
    "참여|동참|합류|가세|주도|이끌|투자|리드|나서|나섰|뒤따|이름을 올|힘을 보|(?:돈|자금)을 (?:보|대|댔|넣)"
)
_ROUND: Final = re.compile(
    "(?:투자|라운드|펀딩|증자|조달|유치)(?:에|를|을)(?:도)? |(?:투자자|투자사|주주)로 |공동으로 "
)
_PLACE: Final = re.compile("(?:에|에도|에서|을|를|으로|로) ")


def is_of_the_round(how: str) -> bool:
    """Whether the words before `참여했다` speak of the round and of nothing else: `박람회에 참여했다`."""
    return not _PLACE.search(_ROUND.sub("", how))


@rule(
    "joined-just-now",
    rf"^(?P<who>{FREE}{{0,20}})<OS:investors>{INVESTORS_DO} (?P<how>(?:{FREE}{{0,16}} )?)"
    r"(?P<verb>참여|동참|합류|가세|포함|주도|이끌|리드|뒤따|이름을 올|힘을 보|함께(?=했)|(?:돈|자금)을 (?:보|대|댔|넣))"
    r"(?:했다|했으며|했고|하고|하기도|하며|됐|되|돼|렸|었|랐|탰|았|고|$)",
    "[칭펑로봇]이 8억 위안을 유치했다. [샤오미]와 [난링캐피털] 등이 참여했다. "
    "→ figure 칭펑로봇 funding 800000000 CNY; investment 샤오미 칭펑로봇; investment 난링캐피털 칭펑로봇",
    "[칭펑로봇]이 8억 위안을 유치했다. [샤오미]가 주도했고 [난링캐피털]도 참여했다. "
    "→ figure 칭펑로봇 funding 800000000 CNY; investment 샤오미 칭펑로봇; investment 난링캐피털 칭펑로봇",
    "[칭펑로봇]이 새 로봇을 아꼈다. [샤오미]와 [난링캐피털] 등이 참여했다. →",
    "[칭펑로봇]이 8억 위안을 유치했다. [샤오미]도 박람회에 참여했다. → figure 칭펑로봇 funding 800000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_of_the_round(found["how"]):
        yield from invested_in_it(sentence, found, 0.8)


rule(
    "then-joined",
    rf"(?:당시|여기|이때|그때|이 자리|투자|라운드|펀딩|투자 유치|증자)(?:에는|에도|에) (?:{FREE}{{0,24}} "
    rf")?<OS:investors>{INVESTORS_DO} "
    rf"(?:{FREE}{{0,12}} )?(?P<verb>참여|합류|동참|가세|이름을 올)(?:했|렸|하기도|한 것)",
    "[칭펑로봇]이 8억 위안을 유치했다. 여기에는 [샤오미]와 [난링캐피털]이 참여했다. "
    "→ figure 칭펑로봇 funding 800000000 CNY; investment 샤오미 칭펑로봇; investment 난링캐피털 칭펑로봇",
    "[칭펑로봇]이 새 로봇을 아꼈다. 여기에는 [샤오미]와 [난링캐피털]이 참여했다. →",
)(partial(invested_in_it, confidence=0.8))


@rule(
    "and-joined-just-now",
    rf"^(?P<who>{FREE}{{0,20}})<OS:leads>{INVESTORS_DO} (?P<first>(?:{FREE}{{0,20}} )?)(?:{_JOINED})"
    rf"(?:하고|했고|했으며|하며|한 데 이어|렸고|렸으며|었고|었으며|고|으며|며|은 데 이어),? "
    rf"(?P<also>(?:{FREE}{{0,24}} )?)"
    rf"<OS:investors>{INVESTORS_DO} (?P<how>(?:{FREE}{{0,20}} )?)(?P<verb>{_JOINED})[가-힣]",
    "[칭펑로봇]이 8억 위안을 유치했다. [샤오미]가 참여했으며 [난링캐피털]도 이름을 올렸다. "
    "→ figure 칭펑로봇 funding 800000000 CNY; investment 샤오미 칭펑로봇; investment 난링캐피털 칭펑로봇",
    "[칭펑로봇]이 8억 위안을 유치했다. [샤오미]가 참여했으며 [난링캐피털]도 박람회에 참여했다. "
    "→ figure 칭펑로봇 funding 800000000 CNY; investment 샤오미 칭펑로봇",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The second list of a sentence of which the first one is in `joined-just-now`."""
    if is_of_the_round(found["first"]) and is_of_the_round(found["how"]):
        yield from invested_in_it(sentence, found, 0.8)
