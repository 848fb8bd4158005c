"""Words of the genre: nouns that say what a name names, titles with their English, words that are no names."""

import re
from typing import Final

from app.vocabulary import OrganizationKind

ORGANIZATION_NOUNS: Final[dict[str, str]] = {
    **dict.fromkeys(("스타트업", "유니콘", "신생기업", "신생 기업", "벤처기업", "데카콘"), OrganizationKind.STARTUP),
    **dict.fromkeys(
        (
            "기업", "업체", "회사", "개발사", "제조사", "운영사", "모회사", "자회사", "계열사", "빅테크", "거인", "공룡", "라이벌", "경쟁사",
            "전문업체", "대기업", "개발업체", "제조업체", "서비스업체", "플랫폼업체", "설계업체", "그룹", "모기업", "부품사", "설계사", "제약사", "완성차업체", "게임사", "사이트", "포털", "배달업체", "검색업체", "제작사", "유통업체", "운영업체", "로봇기업", "반도체기업", "칩업체", "완성차업체", "통신장비업체", "강자", "팹리스", "후발주자",
        ),
        OrganizationKind.COMPANY,
    ),
    **dict.fromkeys(
        (
            "투자사", "투자회사", "투자업체", "벤처캐피털", "벤처캐피탈", "VC", "사모펀드", "헤지펀드", "국부펀드", "국영 펀드", "투자펀드",
            "자산운용사", "운용사", "투자기관", "액셀러레이터",
        ),
        OrganizationKind.FUND,
    ),
    **dict.fromkeys(("연구소", "연구기관", "연구원", "연구조직"), OrganizationKind.LABORATORY),
    **dict.fromkeys(("시장조사업체", "조사업체", "시장조사기관", "조사기관", "데이터업체"), OrganizationKind.COMPANY),
    **dict.fromkeys(("매체", "통신사", "일간지", "경제지", "전문매체"), OrganizationKind.PUBLISHER),
}  # fmt: skip
"""Nouns that stand before a name, and what it is then."""
PRODUCT_NOUNS: Final = (
    "모델", "챗봇", "앱", "어플", "애플리케이션", "서비스", "에이전트", "소프트웨어", "운영체제", "LLM", "플랫폼", "칩", "로봇", "버전", "제품",
    "휴머노이드", "검색엔진", "브랜드", "게임", "시리즈",
)  # fmt: skip
ORGANIZATION_SUFFIXES: Final = (
    "AI", "테크놀로지스", "테크놀로지", "로보틱스", "캐피탈", "캐피털", "벤처스", "파트너스", "인베스트먼트", "인베스트", "자산운용", "투자기금", "캐피탈그룹", "캐피털그룹", "매니지먼트", "하이테크", "홀딩스", "커지",
    "즈넝", "펀드", "자본", "증권", "은행", "과학원", "과기대", "교통대", "이공대", "대학교", "연구소", "쯔넝", "테크", "모터스", "반도체",
    "닷컴", "클라우드", "치처", "즈싱",
)  # fmt: skip
PLACE_ENDINGS: Final = re.compile(r" ?(?:성|시|구|현|진|향|촌|자치구|호|강|산|지역|지구|해협|섬|출신)(?![가-힣]{2})")

_TITLES: Final = {
    "공동 최고경영자": "co-chief executive", "최고경영자": "chief executive", "최고기술책임자": "chief technology officer", "최고운영책임자": "chief operating officer",
    "최고재무책임자": "chief financial officer", "최고과학책임자": "chief scientist", "최고과학자": "chief scientist", "수석과학자": "chief scientist",
    "수석 과학자": "chief scientist", "최고제품책임자": "chief product officer", "최고전략책임자": "chief strategy officer", "최고책임자": "chief",
    "CEO": "chief executive", "CTO": "chief technology officer", "COO": "chief operating officer", "CFO": "chief financial officer",
    "CSO": "chief strategy officer", "CPO": "chief product officer",
    "부사장급": "vice president", "수석 부사장": "senior vice president", "수석부사장": "senior vice president", "선임 부사장": "senior vice president", "연구 부사장": "research vice president",
    "글로벌 부사장": "global vice president", "부사장": "vice president", "부총재": "vice president", "총재": "president", "사장": "president", "부회장": "vice chairman", "회장": "chairman",
    "이사회 의장": "chairman", "의장": "chairman", "총경리": "general manager", "부대표": "deputy head", "공동대표": "co-head", "대표이사": "chief executive", "대표": "head",
    "총괄": "head", "본부장": "division head", "부문장": "division head", "소장": "director", "부소장": "deputy director", "원장": "director", "부원장": "vice director", "센터장": "centre head", "법인장": "head of the subsidiary", "지사장": "branch head", "연구소장": "laboratory director", "실장": "office head", "부장": "department head", "그룹장": "group head", "자문위원": "adviser", "최고마케팅책임자": "chief marketing officer", "최고인사책임자": "chief people officer", "최고보안책임자": "chief security officer", "최고매출책임자": "chief revenue officer", "수석이코노미스트": "chief economist", "이코노미스트": "economist", "애널리스트": "analyst", "특임교수": "professor", "겸임교수": "adjunct professor",
    "총책임자": "head", "연구책임자": "research lead", "책임자": "head", "수석 연구 관리자": "principal research manager", "수석 연구관리자": "principal research manager", "수석연구관리자": "principal research manager",
    "수석 연구원": "principal researcher", "수석연구원": "principal researcher", "선임 연구원": "senior researcher", "선임연구원": "senior researcher", "책임연구원": "principal researcher",
    "연구 과학자": "research scientist", "연구과학자": "research scientist", "연구원": "researcher", "과학자": "scientist", "수석 엔지니어": "principal engineer", "엔지니어": "engineer", "팀장": "team lead",
    "수석 아키텍트": "chief architect", "수석아키텍트": "chief architect", "고문": "adviser", "임원": "executive", "파트너": "partner", "이사": "director", "상무": "executive director", "전무": "senior executive director",
    "석좌교수": "chair professor", "조교수": "assistant professor", "부교수": "associate professor", "교수": "professor", "설립자": "founder", "창립자": "founder", "창업자": "founder", "창업주": "founder", "창업가": "founder", "공동창업자": "co-founder", "공동창립자": "co-founder", "공동설립자": "co-founder",
}  # fmt: skip
TITLES: Final = "|".join(sorted(_TITLES, key=len, reverse=True))
"""Titles of a career, as an alternation; the longest first."""
FOUNDER: Final = r"(?:공동 ?)?(?:창업자|창립자|설립자|창업주)"


def title_in_english(title: str) -> str:
    """A title in English; what is not in the table stays as it is.

    >>> title_in_english("부사장"), title_in_english("최고경영자(CEO)")
    ('vice president', 'chief executive')
    """
    return _TITLES.get(title.split("(", maxsplit=1)[0].strip(), title)


COMMON_WORDS: Final = frozenset(
    ["하지만", "지난해", "최고", "대표", "우리", "주요", "이사", "장기", "고위", "이외", "지위", "리더", "유니", "주주", "위주", "자사", "양사", "양측", "소유", "고유", "자유", "유지", "취지", "위치", "주위", "수위", "고지", "유치", "추이", "라이다", "주가", "가지", "바이오", "리스크", "에너지", "이유", "여유", "우위", "투자", "유리", "자리", "무리", "오리", "아이", "스타", "마이", "우주", "아시아", "러시아", "베이징", "우한", "항저우", "광저우", "선전", "난징", "쑤저우", "창사", "시안", "청두", "충칭", "톈진", "다롄", "칭다오", "샤먼", "허페이", "장쑤", "광둥", "푸젠", "산둥", "후난", "후베이", "쓰촨", "상하이", "저장", "저장성", "홍콩", "대만", "중국", "미국", "한국", "일본", "유럽", "인도", "싱가포르", "실리콘밸리", "캘리포니아", "뉴욕", "런던", "워싱턴", "서울", "최근", "올해", "내년", "현재", "당시", "이후", "이번", "지난", "다음", "이날", "전날", "기업", "업체", "회사", "스타트업", "유니콘", "그룹", "정부", "당국", "시장", "업계", "산업", "기술", "모델", "서비스", "제품", "개발", "출시", "공개", "발표", "출신", "직원", "인력", "인재", "창업", "창업자", "설립", "투자자", "투자금", "자금", "규모", "가치", "기업가치", "매출", "이익", "상장", "협력", "경쟁", "경쟁사", "관계자", "소식통", "전문가", "연구", "연구원", "연구소", "교수", "박사", "학생", "대학", "학교", "사람", "인물", "출시한", "개발한", "설립한", "창업한", "투자한", "인공지능", "생성형", "휴머노이드", "로봇", "반도체", "자율주행", "클라우드", "전기차", "배터리", "플랫폼", "챗봇", "오픈소스", "빅테크", "테크", "공룡", "인터넷", "소프트웨어", "하드웨어", "두", "세", "네", "한", "그", "이", "저", "각", "전", "현", "신임", "전임", "주", "등", "및", "중", "또는", "그리고", "다만", "또한", "역시", "특히", "실제", "이미", "아직", "가장", "매우", "모두", "함께", "대해", "위해", "통해", "따라", "관련", "가운데", "중심", "대상", "방식", "전략", "사업", "분야", "부문", "팀", "조직", "내부", "외부", "하나", "둘", "셋", "여러", "다른", "같은", "새로운", "많은", "일부", "대부분", "전체", "모든", "어떤", "경우", "때문", "정도", "수준", "이상", "이하", "미만", "이내", "약", "총", "첫", "제", "이들", "그들", "이곳", "여기", "거기", "우리나라", "자국", "본국", "해외", "국내", "세계", "글로벌", "현지", "지역", "지방", "중앙", "사장", "부사장", "회장", "총재", "주석", "총리", "장관", "대통령", "의원", "위원", "위원회", "의회", "국회", "법원", "검찰", "경찰", "가오", "하이", "타이", "차이", "왕", "리", "장", "양", "마", "우", "주", "가", "유", "이사회", "신생", "대형", "중소", "상위", "하위", "선두", "후발", "신흥", "유명", "유력", "대표적", "바이두의", "국영", "민간", "공동", "독립", "전문", "종합", "주력", "핵심", "기반", "연합", "투자사", "투자회사", "벤처캐피털", "사모펀드", "펀드", "은행", "증권", "자본", "기금", "스마트폰", "자동차", "제조", "제조사", "운영", "운영사", "서비스업체", "모회사", "자회사", "계열사", "사이", "에이전트", "어시스턴트", "데이터", "컴퓨팅", "컴퓨터", "알고리즘", "네트워크", "파운데이션", "프로그램", "시스템", "하이테크", "딥테크", "핀테크", "에듀테크", "바이오테크", "프롭테크", "푸드테크", "생성AI", "생성형AI", "사내", "국내외", "초거대AI", "초거대", "온디바이스AI", "피지컬AI", "테크기업", "중국은행", "중앙은행", "투자은행", "시중은행", "국책은행", "상업은행", "투자펀드", "정부펀드", "모태펀드", "국부펀드", "헤지펀드", "인수합병", "기업공개", "벤처투자", "자산운용", "세미나", "콘퍼런스", "마케팅", "출범", "제휴", "이르면", "나아가", "이어", "이에", "이를", "지켜", "시스템반도체", "차량용반도체", "AI반도체", "메모리반도체", "파운드리", "팹리스", "산업은행", "퍼블릭클라우드", "프라이빗클라우드", "부설연구소", "사설연구소", "국립연구소", "대기업", "중견기업", "중소기업", "벤처기업", "국유기업", "공기업", "소기업", "기업들", "업체들", "회사들", "테크놀로지스", "테크놀로지", "로보틱스", "캐피탈", "캐피털", "벤처스", "파트너스", "인베스트먼트", "매니지먼트", "홀딩스", "커지", "자본", "증권", "과학원", "과기대", "교통대", "이공대", "모터스", "닷컴", "치처", "AI", "IT", "재경", "명문대", "공대", "의대", "법대", "서울시", "경쟁력", "대학교", "명문대학교", "모바일", "게임", "광고", "교육", "금융", "물류", "의료", "유통", "소비", "소매", "보안", "검색", "음성", "영상", "얼굴", "안면", "이미지", "시각", "언어", "수학", "추론", "대화", "번역", "문서", "코딩", "자본주의"]
)
"""Words that stand where names do and are none."""
