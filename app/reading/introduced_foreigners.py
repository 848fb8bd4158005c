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
가브리엘 개리 게리 그레고리 그레그 글렌 기욤 나탈리 낸시 냇 네이선 넬슨 노아 노암 노엄 니콜 니콜라스 닉
다니엘 대니얼 대런 댄 더글러스 데니스 데미스 데이나 데이먼 데이브 데이비드 도널드 드루 딜런 라이언 라지브
랜디 레베카 레이먼드 로널드 로라 로런스 로렌 로버트 로비 로저 롭 루이스 루카 루카스 루크 리드 리사 리처드
린다 릴리안 릴리언 마거릿 마리아 마이크 마이클 마커스 마크 마틴 막스 매슈 매튜 맥스 맷 메건 메러디스
모하메드 무스타파 미라 미셸 미쉘 미카엘 바렛 바버라 배럿 버나드 벤자민 벤저민 브라이언 브래드 브랜던 브렛
브루노 브루스 블레이크 비노드 빅터 빅토리아 빈센트 사라 사무엘 사티아 산드라 산자이 새뮤얼 샌드라 샘 세라 션
셰릴 셰인 수전 스콧 스테파니 스튜어트 스티브 스티븐 스티븐스 시드니 아담 아라빈드 아르빈드 아르투르 아르투어
아르튀르 안나 안드레 안드레이 안젤라 안토니오 알렉산더 알렉산드라 알렉산드르 알렉스 애나 애비 앤드루 앤드류
앤서니 앨런 앨리스 앨버트 야닉 에드워드 에드윈 에런 에릭 에마 에밀리 에번 에이단 에이든 엘론 엘리자베스
오리올 올렉 올리버 올리비아 요슈아 워런 월터 윌리엄 유진 이고르 이안 이언 일라이 일론 잭 잭슨 저스틴 제니퍼
제라드 제러미 제레미 제시 제시카 제이슨 제이컵 제임스 제프 제프리 젠슨 조나단 조너선 조셉 조슈아 조엘 조지
조지프 존 줄리 줄리아 지미 짐 찰리 찰스 척 카렌 카를로스 카스 칼 캐런 캐서린 케네스 케빈 케이드 켄 코라이
코리 크레이그 크리스 크리스토퍼 크리스티나 크리스틴 클라우스 키스 타렉 테드 테리 토니 토드 토르스텐 토마스
토머스 토비 톰 트래비스 트레버 티모시 티모테 파벨 파블로 패트릭 페이페이 펠릭스 폴 프랑수아 프랭크 프레드
피에르 피터 필 필립 하비에르 해럴드 해리 헨리 헬렌 호세 휴 휴고
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
