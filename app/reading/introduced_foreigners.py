"""People with names of the West, as Korean papers print them: `찰스 리버`, `넬슨 페드레이로를`.

A given name of the list and a word that is no ordinary one are a person, wherever they stand.
**Source**: common given names of the West and of people of the field, from general knowledge, as Korean papers spell
them.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.names.sino_korean import is_sino_korean
from app.reading.introduced import Introduction, person
from app.reading.particles import without_particle
from app.reading.words import COMMON_WORDS, TITLES

_GIVEN: Final = """
가브리엘 개리 게리 그레고리 그레그 글렌 나탈리 낸시 네이선 넬슨 노아 니콜라스 니콜 닉 다니엘 대니얼 대런 댄 더글러스
데니스 데미스 데이나 데이먼 데이비드 데이브 도널드 드루 딜런 라이언 라지브 랜디 레베카 레이먼드 로널드 로라 로버트
로저 로런스 로렌 루이스 루카스 리드 리사 리처드 린다 마거릿 마리아 마이클 마이크 마커스 마크 마틴 매슈 매튜 맷
메건 미셸 미카엘 바버라 버나드 벤저민 벤자민 브라이언 브래드 브랜던 브루스 브루노 블레이크 비노드 빅터 빅토리아 빈센트
사라 사무엘 산드라 새뮤얼 샌드라 샘 세라 션 수전 스콧 스테파니 스튜어트 스티브 스티븐 스티븐스 시드니 아담 아르빈드
아르투르 안드레이 안토니오 알렉산더 알렉산드라 알렉스 앤드루 앤드류 앤서니 앨런 앨리스 앨버트 에드워드 에드윈
에런 에릭 에마 에밀리 에번 엘리자베스 올리버 올리비아 워런 월터 윌리엄 유진 이고르 이언 일라이 잭슨 저스틴 제니퍼
제러미 제레미 제시 제시카 제이슨 제이컵 제임스 제프 제프리 젠슨 조나단 조너선 조슈아 조지 조지프 조셉 존 줄리아 줄리
지미 찰스 찰리 척 카를로스 카스 칼 캐서린 캐런 케네스 케빈 켄 코리 크레이그 크리스 크리스토퍼 크리스티나 크리스틴
클라우스 키스 테드 테리 토드 토머스 토마스 토니 톰 트래비스 트레버 파벨 패트릭 폴 프랑수아 프랭크 프레드 피에르
피터 필립 필 해리 해럴드 헨리 헬렌 호세 휴고 휴
"""
_FAMILY: Final = """
나델라 딘 르쿤 머스크 벤지오 베이조스 브록먼 브린 수츠케버 슈밋 슐먼 아모데이 알트만 올트먼 올트만 저커버그 주커버그
카파시 콜리슨 피차이 하사비스 호프먼 힌턴 레그 술레이만 샤지어 패리시 구달 팔리하피티야 앤드리슨
"""
"""Family names of people of the field that stand for them alone."""
_NAME: Final = re.compile(
    rf"(?<![가-힣])(?P<given>{'|'.join(sorted(_GIVEN.split(), key=len, reverse=True))}) (?P<family>[가-힣]{{1,7}})"
    r"(?![가-힣])"
)
_TITLE: Final = re.compile(TITLES)
_ALONE: Final = (
    r"(?=(?:은|는|이|가|을|를|의|도|와|과|에게)(?![가-힣])|"
    rf" (?:(?:전 |현 )?[가-힣A-Za-z0-9.]{{2,12}}(?: [가-힣A-Za-z0-9]{{1,10}})? )?(?:{TITLES})(?![가-힣]{{3}}))"
)
"""What stands behind a name and not behind any word that looks like it."""
_NO_FAMILY: Final = re.compile(
    "또는|또한|역시|등|등이|등의|같은|대학교?|재단|호텔|에너지|센터|[가-힣]+(?:하는|했다|에서|으로|처럼)"
)
_PARTICLES: Final = frozenset(
    ["은", "는", "이", "가", "을", "를", "의", "와", "과", "도", "에게", "이다", "이며", "이고", "이라는"]
)


def foreigners(text: str) -> Iterator[Introduction]:
    """Every person whose name begins with a given name of the list, and whoever is called by the family name alone."""
    families = set(_FAMILY.split())
    for found in _NAME.finditer(text):
        family = _bare(found["given"], found["family"])
        ordinary = COMMON_WORDS.intersection((family, found["family"])) or _NO_FAMILY.fullmatch(found["family"])
        if not ordinary and not _TITLE.fullmatch(family):
            yield person(f"{found['given']} {family}", found.start())
            families |= {family} if len(family) > 1 and not is_sino_korean(family) else set()
    alone = "|".join(sorted(families, key=len, reverse=True))
    for found in re.finditer(rf"(?<![가-힣A-Za-z])(?P<family>{alone}){_ALONE}", text):
        yield person(found["family"], found.start())


def _bare(given: str, family: str) -> str:
    """A family name without the particle that agrees with it."""
    whole = given + family
    name = next((one for one in without_particle(whole) if whole.removeprefix(one) in _PARTICLES), whole)
    return name.removeprefix(given) or family
