"""Words of the genre: nouns that say what a name names, titles with their English, words that are no names."""

import re
from typing import Final

from app.names.tables import read_table
from app.vocabulary import OrganizationKind


def listed(text: str) -> tuple[str, ...]:
    """Words apart by commas."""
    return tuple(filter(None, (word.strip() for word in text.replace("\n", ",").split(","))))


_NOUNS: Final = {
    OrganizationKind.STARTUP: """
스타트업, 유니콘, 신생기업, 신생 기업, 벤처기업, 데카콘
""",
    OrganizationKind.COMPANY: """
기업, 업체, 회사, 개발사, 제조사, 운영사, 모회사, 자회사, 계열사, 빅테크, 거인, 공룡, 라이벌, 경쟁사, 전문업체,
대기업, 개발업체, 제조업체, 서비스업체, 플랫폼업체, 설계업체, 그룹, 모기업, 부품사, 설계사, 제약사, 완성차업체,
게임사, 사이트, 포털, 배달업체, 검색업체, 제작사, 유통업체, 운영업체, 로봇기업, 반도체기업, 칩업체, 통신장비업체,
강자, 팹리스, 후발주자, 시장조사업체, 조사업체, 시장조사기관, 조사기관, 데이터업체,
상장사, 투자법인, 메이커, 사업부, 선두주자, 국유기업, 완성차, 유망주
""",
    OrganizationKind.FUND: """
투자사, 투자회사, 투자업체, 벤처캐피털, 벤처캐피탈, VC, 사모펀드, 헤지펀드, 국부펀드, 국영 펀드, 투자펀드, 벤처 캐피털,
벤처 캐피탈,
자산운용사, 운용사, 투자기관, 액셀러레이터,
벤처투자사, 벤처투자회사, 투자 부문, 투자부문, 투자 자회사, 국유펀드, 국유 펀드
""",
    OrganizationKind.LABORATORY: """
연구소, 연구기관, 연구조직
""",
    OrganizationKind.PUBLISHER: """
매체, 통신사, 일간지, 경제지, 전문매체
""",
}
ORGANIZATION_NOUNS: Final[dict[str, str]] = {noun: kind for kind, nouns in _NOUNS.items() for noun in listed(nouns)}
"""Nouns that stand before a name, and what it is then."""
ORGANIZATION_NOUN: Final = "|".join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))
PRODUCT_NOUNS: Final = listed(
    """
모델, 챗봇, 앱, 어플, 애플리케이션, 서비스, 에이전트, 소프트웨어, 운영체제, LLM, 플랫폼, 칩, 로봇, 버전, 제품,
휴머노이드, 검색엔진, 브랜드, 게임, 시리즈
"""
)
PRODUCT_NOUN: Final = "|".join(sorted(PRODUCT_NOUNS, key=len, reverse=True))
ORGANIZATION_SUFFIXES: Final = listed(
    """
AI, 테크놀로지스, 테크놀로지, 로보틱스, 캐피탈, 캐피털, 벤처스, 파트너스, 인베스트먼트, 인베스트, 자산운용,
투자기금, 차이나, 캐피탈그룹, 캐피털그룹, 매니지먼트, 하이테크, 홀딩스, 커지, 즈넝, 펀드, 자본, 증권, 은행, 과학원,
과기대, 교통대, 이공대, 대학교, 연구소, 쯔넝, 테크, 모터스, 반도체, 닷컴, 그룹, 투자청, 투자공사, 클라우드, 치처,
즈싱, 발전기금,
창업투자, 혁신투자, 창투, 자산관리, 투자그룹, 테크놀러지, 벤처투자
"""
)
"""How the names of firms, funds and schools end."""
PLACE_ENDINGS: Final = re.compile(r" ?(?:성|시|구|현|진|향|촌|자치구|호|강|산|지역|지구|해협|섬|출신)(?![가-힣]{2})")

_TITLES: Final = read_table(
    """
공동_최고경영자 co-chief executive; 최고경영자 chief executive; 최고기술책임자 chief technology officer;
최고운영책임자 chief operating officer; 최고재무책임자 chief financial officer; 최고과학책임자 chief scientist;
최고과학자 chief scientist; 수석과학자 chief scientist; 수석_과학자 chief scientist;
최고제품책임자 chief product officer; 최고전략책임자 chief strategy officer; 최고책임자 chief;
최고생산책임자 chief production officer; 최고상품책임자 chief product officer;
CEO chief executive; CTO chief technology officer; COO chief operating officer; CFO chief financial officer;
총괄책임자 head; 총괄_책임자 head; 선임_디렉터 senior director; 선임디렉터 senior director; 디렉터 director;
아키텍트 architect; 개발자 developer; 총괄_매니저 general manager; 총괄매니저 general manager; 매니저 manager;
이사장 chairman; 학장 dean; 총장 president; 박사후연구원 postdoctoral researcher;
박사후_연구원 postdoctoral researcher; 창립_멤버 founding member; 창업_멤버 founding member; 간부 executive;
최고_AI_책임자 chief AI officer; 최고_과학자 chief scientist; 최고AI책임자 chief AI officer; 강사 lecturer;
선임이사 senior director; 수석_설계자 chief designer; 설계자 designer; 리더 lead; 리서처 researcher;
데이터과학자 data scientist; 데이터_과학자 data scientist; 멤버 member; 부서장 department head; 수장 head; 사령탑 head;
최고기술경영자 chief technology officer; 최고경영책임자 chief executive; 총공정사 chief engineer;
총경리_대행 acting general manager;
CSO chief strategy officer; CPO chief product officer; 부사장급 vice president;
수석_부사장 senior vice president; 수석부사장 senior vice president; 선임_부사장 senior vice president;
연구_부사장 research vice president; 글로벌_부사장 global vice president; 부사장 vice president;
부총재 vice president; 총재 president; 사장 president; 부회장 vice chairman; 회장 chairman; 이사회_의장 chairman;
의장 chairman; 총경리 general manager; 부대표 deputy head; 공동대표 co-head; 대표이사 chief executive; 대표 head;
총괄 head; 본부장 division head; 부문장 division head; 소장 director; 부소장 deputy director; 원장 director;
부원장 vice director; 센터장 centre head; 법인장 head of the subsidiary; 지사장 branch head;
연구소장 laboratory director; 실장 office head; 부장 department head; 그룹장 group head; 자문위원 adviser;
최고마케팅책임자 chief marketing officer; 최고인사책임자 chief people officer;
최고보안책임자 chief security officer; 최고매출책임자 chief revenue officer; 수석이코노미스트 chief economist;
이코노미스트 economist; 애널리스트 analyst; 특임교수 professor; 겸임교수 adjunct professor; 총책임자 head;
연구책임자 research lead; 책임자 head; 수석_연구_관리자 principal research manager;
수석_연구관리자 principal research manager; 수석연구관리자 principal research manager;
수석_연구원 principal researcher; 수석연구원 principal researcher; 선임_연구원 senior researcher;
선임연구원 senior researcher; 책임연구원 principal researcher; 연구_과학자 research scientist;
연구과학자 research scientist; 연구원 researcher; 과학자 scientist; 수석_엔지니어 principal engineer;
엔지니어 engineer; 팀장 team lead; 수석_아키텍트 chief architect; 수석아키텍트 chief architect; 고문 adviser;
임원 executive; 파트너 partner; 이사 director; 상무 executive director; 전무 senior executive director;
석좌교수 chair professor; 종신교수 tenured professor; 초빙교수 visiting professor; 객원교수 visiting professor;
명예교수 professor emeritus; 특훈교수 distinguished professor; 객원연구원 visiting researcher;
조교수 assistant professor; 부교수 associate professor; 교수 professor; 설립자 founder; 창립자 founder;
 창업자 founder; 창업주 founder; 창업가 founder; 공동창업자 co-founder; 공동창립자 co-founder;
공동설립자 co-founder; 창시자 founder
"""
)
"""Titles with their English; an underscore stands for a space."""
TITLES: Final = "|".join(title.replace("_", " ") for title in sorted(_TITLES, key=len, reverse=True))
"""Titles of a career, as an alternation; the longest first."""
FOUNDER: Final = r"(?:공동 ?)?(?:창업자|창립자|설립자|창업주|창시자)"


def title_in_english(title: str) -> str:
    """A title in English; what is not in the table stays as it is.

    >>> title_in_english("부사장"), title_in_english("최고경영자(CEO)")
    ('vice president', 'chief executive')
    """
    plain = title.partition("(")[0].strip().replace(" ", "_")
    if plain not in _TITLES and plain.startswith(("수석", "선임")) and plain[2:].strip("_") in _TITLES:
        return f"{'principal' if plain.startswith('수석') else 'senior'} {_TITLES[plain[2:].strip('_')]}"
    return _TITLES.get(plain, title)


_COMMON: Final = """
VC CVC PE PEF
AI AI반도체 IT 가 가오 가운데 가장 가지 가치 각 같은 개발 개발한 거기 검색 검찰 게임 경우 경쟁 경쟁력 경쟁사
경찰 계열사 고위 고유 고지 공개 공기업 공대 공동 공룡 과기대 과학원 관계자 관련 광고 광둥 광저우 교수 교육
교통대 국내 국내외 국립연구소 국부펀드 국영 국유기업 국책은행 국회 규모 그 그들 그룹 그리고 글로벌 금융 기금
기반 기술 기업 기업가치 기업공개 기업들 나아가 난징 내년 내부 네 네트워크 뉴욕 다롄 다른 다만 다음 닷컴 당국
당시 동시에 대기업 대만 대부분 대상 대통령 대표 대표적 대학 대학교 대해 대형 대화 데이터 독립 두 둘 등 딥테크 따라 때문
또는 또한 라이다 러시아 런던 로보틱스 로봇 리 리더 리스크 마 마이 마케팅 많은 매니지먼트 매우 매출 메모리반도체
명문대 명문대학교 모델 모두 모든 모바일 모태펀드 모터스 모회사 무리 문서 물류 미국 미만 민간 및 바이두의 바이오
바이오테크 박사 반도체 발표 방식 배달앱 배터리 번역 법대 법원 베이징 벤처기업 벤처스 벤처캐피털 벤처투자 보안 본국 부문
부사장 부설연구소 분야 빅테크 사내 사람 사모펀드 사설연구소 사업 사이 사장 산둥 산업 산업은행 상업은행 상위 상장
상하이 새로운 생성 생성AI 생성형 생성형AI 샤먼 서비스 서비스업체 서울 서울시 선두 선전 설립 설립한 세 세계 세미나 셋
소기업 소매 소비 소식통 소유 소프트웨어 수위 수준 시니어 주니어 수학 스마트폰 스타 스타트업 시각 시스템 시스템반도체
시안 시장
시중은행 신생 신임 신흥 실리콘밸리 실제 싱가포르 쑤저우 쓰촨 아시아 아이 아직 안면 알고리즘 약 양 양사 양측 어떤
어시스턴트 언어 얼굴 업계 업체 업체들 에너지 에듀테크 에이전트 여기 여러 여유 역시 연구 연구소 연내 연구원 연합 영상
오리 오픈소스 온디바이스AI 올해 왕 외부 우 우리 우리나라 우위 우주 우한 운영 운영사 워싱턴 위원 위원회 위주 위치
위해 유 유니 유니콘 유럽 유력 유리 유명 유지 유치 유통 은행 음성 의대 의료 의원 의회 이 이곳 이공대 이날 이내
이들 이라고 이라며 이르면 이를 이미 이미지 이번 이사 이사회 이상 이어 이에 이외 이유 이익 이하 이후 인공지능 인도 인력
인물 인사
인사이동 인터뷰 사임 사퇴 퇴사 퇴임 취임 선임 임명 영입 합류 발언 교체 후임 겸직 겸임 연임 연봉
인베스트먼트 인수합병 인재 인터넷 일본 일부 자국 자금 자동차 자리 자본 자본주의 자사 자산운용 자유 자율주행
국유펀드 국영펀드 스승 제자 동료 선배 후배 동문 동기 친구 아들 아내 남편 부부 형제 가족 아버지 어머니
자회사 장 장관 장기 장쑤 재경 저 저장 저장성 전 전공 전기차 전날 전략 전문 전문가 전임 전체 정도 정부 정부펀드 제
제조 제조사 제품 제휴 조직 종합 주 주가 주력 주석 주요 주위 주주 중 중견기업 중국 중국어 중국은행 중소 중소기업
중심 중앙 중앙은행 증권 지난 지난해 지도 지사 지방 지역 지위 지켜 직원 차량용반도체 차이 창사 창업 창업자 창업한
챗봇 첫 청두 초거대 초거대AI 초기 총 총리 총재 최고 최근 추론 추이 출범 출시 출시한 우선 천재 최연소 출신 충칭 취지 치처
칭다오 캐피탈 캐피털 캘리포니아 커지 컴퓨터 컴퓨팅 코딩 콘퍼런스 클라우드 타이 테크 테크기업 테크놀로지 테크놀로지스
톈진 통해 투자 투자금 투자사 투자은행 투자자 투자펀드 투자한 투자회사 특히 팀 파운데이션 파운드리 파트너스 팹리스
퍼블릭클라우드 펀드 푸드테크 푸젠 프라이빗클라우드 프로그램 프롭테크 플랫폼 피지컬AI 핀테크 하나 하드웨어 하위
하이 하이테크 하지만 학교 학생 한 한국 함께 항저우 해외 핵심 허페이 헤지펀드 현 현재 현지 협력 홀딩스 홍콩 회사
회사들 회장 후난 후발 후베이 휴머노이드
"""
_PLACES: Final = """
가나 과테말라 그리스 나이지리아 네덜란드 네바다 네팔 노르웨이 뉴멕시코 뉴저지 뉴질랜드 대구 대만 대전 덴마크 덴버
델라웨어 도쿄 두바이 런던 로마 루마니아 룩셈부르크 리스본 리야드 마드리드 마이애미 마카오 말레이시아 매사추세츠 멕시코
모스크바 몬트리올 몽골 뮌헨 미시간 밀라노 밀워키 바르셀로나 방글라데시 방콕 밴쿠버 버지니아 베를린 베트남 벨기에
보스턴 볼티모어 뭄바이 부다페스트 부산 브라질 브뤼셀 사우디 사우디아라비아 산호세 상파울루 샌디에이고 샌프란시스코
서울 세르비아 스웨덴 스위스 스톡홀름 스페인 시드니 시애틀 시카고 실리콘밸리 아부다비 아일랜드 아르헨티나 아테네
애리조나 애틀랜타 에스토니아 영국 오사카 오스트리아 오스틴 오슬로 워싱턴 우크라이나 위스콘신 유타 이스라엘 이탈리아
인도 인도네시아 자카르타 제네바 체코 취리히 칠레 카타르 캐나다 캘리포니아 케냐 케임브리지 코펜하겐 쿠알라룸푸르
타이베이 태국 터키 텍사스 텔아비브 토론토 튀르키예 파키스탄 펜실베이니아 포르투갈 폴란드 프라하 프랑스 프랑크푸르트
플로리다 핀란드 필리핀 하노이 하와이 함부르크 헝가리 헬싱키 호주 호찌민
"""
"""Countries and cities outside China."""
_PLACES_OF_CHINA: Final = """
간쑤 광시 광저우시 구이린 구이양 구이저우 구이저우성 난닝 난징 난창 난통 네이멍구 닝보 닝샤 다롄 다퉁 둥관 란저우
랴오닝 르자오 바오딩 산시 샤먼 샤오싱 선양 쉬저우 스자좡 시닝 신장 쑤저우시 안후이 양저우 옌타이 온저우 우루무치
우시 원저우 웨이하이 윈난 이우 인촨 자싱 장먼 장시 정저우 정저우시 주하이 중산 지린 진화 창사 창저우 창춘 취안저우
칭하이 쿤밍 타이위안 타이저우 탕산 톈진 포산 푸저우 하얼빈 하이난 하이커우 항저우시 허난 허베이 헤이룽장 후이저우
후저우
"""
"""Provinces and cities of China."""
COMMON_WORDS: Final = frozenset((_COMMON + _PLACES + _PLACES_OF_CHINA).split())
"""Words that stand where names do and are none."""
