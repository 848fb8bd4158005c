"""Names that articles of the genre print and that no gazetteer need list: read as names, without an id.

Knowing that 로이터 is a news agency says nothing that an article did not say; it only tells where a name ends and what
kind of thing it is. What each section holds is an `OrganizationKind`, or `product`, `place`, `person`.
"""

from collections.abc import Iterator

from app.names.brands import GROUPS
from app.reading.common_firms import FIRMS
from app.reading.common_firms_english import ENGLISH_FIRMS
from app.vocabulary import EntityType, OrganizationKind

SECTIONS = {
    OrganizationKind.COMPANY: """
오픈AI, 오픈 AI, OpenAI, 구글, Google, 알파벳, Alphabet, 구글 딥마인드, 구글딥마인드, 딥마인드, Google DeepMind,
DeepMind, 메타, Meta, 메타플랫폼, 메타플랫폼스, 메타 플랫폼스, 페이스북, Facebook, 애플, Apple, 아마존,
아마존웹서비스, Amazon, AWS, 마이크로소프트, MS, Microsoft, 엔비디아, 엔디비아, Nvidia, NVIDIA, 인텔, Intel, 퀄컴,
Qualcomm, AMD, IBM, ARM, 암홀딩스, 오라클, Oracle, 세일즈포스, Salesforce, 어도비, Adobe, 테슬라, Tesla, 스페이스X,
SpaceX, xAI, 앤트로픽, 앤스로픽, Anthropic, 퍼플렉시티, Perplexity, 미스트랄, 미스트랄AI, Mistral, Mistral AI,
허깅페이스, Hugging Face, 스케일AI, Scale AI, 코히어, Cohere, 인플렉션AI, 캐릭터AI, 캐릭터닷AI, 스태빌리티AI,
데이터브릭스, Databricks, 팔란티어, Palantir, 우버, Uber, 웨이모, Waymo, 크루즈, 트위터, Twitter, 링크드인, LinkedIn,
야후, Yahoo, 이베이, eBay, 페이팔, PayPal, 넷플릭스, Netflix, 시스코, Cisco, 델, 휴렛팩커드, HP, 보스턴다이내믹스,
Boston Dynamics, 피규어AI, 삼성전자, 삼성, Samsung, Samsung Electronics, SK하이닉스, SK텔레콤, 네이버, Naver, 카카오,
Kakao, LG전자, LG, 현대차, 현대자동차, 하이퍼클로바, 소니, Sony, 도요타, 토요타, Toyota, 혼다, Honda, 폭스바겐,
폭스바겐그룹, Volkswagen, BMW, 벤츠, 메르세데스벤츠, 로버트 보쉬, 보쉬, Bosch, 지멘스, Siemens, 사우디아람코,
사우디 아람코, 아람코, Aramco, Saudi Aramco, 지리캐피털, 지리홀딩스, 오포, OPPO, 비보, vivo, 코어위브,
CoreWeave, 슈퍼마이크로, 램리서치, ASML, 그랩, Grab, 씨그룹, 쇼피,
신화에너지, 하이크비전, Hikvision, 룽신, 이노룩스, 360디지털, 삼육공,
퀀트로픽, 링이즈넝, 샤오미그룹, 알리바바그룹, 알리바바그룹홀딩, Alibaba Group, Alibaba Group Holding,
Alibaba Group Holding Ltd, General Motors, GM, Panasonic, Daimler, 텐센트홀딩스, Tencent Holdings, 하이퍼GAI,
메이투안디엔핑, 알리클라우드, 바이두클라우드, 텐센트클라우드, 화웨이클라우드, TikTok, 브로드컴, 마벨, 자일링스,
아이치이, 맥킨지, 매킨지, 테무, 지커, 둥펑자동차그룹, 하이얼그룹, 메이디그룹, 위챗, 왕이유도우
""",
    OrganizationKind.LABORATORY: """
구글브레인, 구글 브레인, Google Brain, 구글 리서치, Google Research, 마이크로소프트리서치, 마이크로소프트 리서치,
MS 리서치, 마이크로소프트연구원, 마이크로소프트 연구소, MS연구소, Microsoft Research, 마이크로소프트 아시아연구원,
마이크로소프트아시아연구원,
마이크로소프트 아시아 연구원, MS 아시아연구원, MS 아시아 연구소, MS아시아연구소, 마이크로소프트 리서치 아시아,
MS 리서치 아시아, Microsoft Research Asia, MSRA, 마이크로소프트 아시아태평양 연구개발그룹, 페이스북 AI 리서치,
페이스북 AI리서치, 페이스북 AI 연구소, 메타 AI, Facebook AI Research, FAIR, 바이두 딥러닝연구소, 바이두연구원,
바이두 연구소, Baidu Research, 알리바바 다모아카데미, 다모아카데미, 다모 아카데미,
통의 실험실, 통이 실험실, 통이 연구소, 달마원, 텐센트 AI랩, 화웨이 노아의방주,
노아의방주연구소, 베이징즈위안인공지능연구원, 즈위안연구원, BAAI, 상하이AI연구소, 상하이 AI 연구소,
상하이인공지능연구소, Shanghai AI Laboratory
""",
    OrganizationKind.FUND: """
세쿼이아, 세쿼이아캐피탈, 세쿼이아캐피털, 세쿼이아 캐피털, 세쿼이아 차이나, 세쿼이아차이나, Sequoia, Sequoia Capital,
Sequoia China, 홍산, 훙산, 홍샨, 훙샨캐피털, 홍산캐피탈, 홍산캐피털, HongShan, HSG, 힐하우스, 힐하우스캐피털,
힐하우스캐피탈, 힐하우스인베스트, Hillhouse, 모노리스 매니지먼트, 모노리스, Monolith Management, Monolith, 젠펀드,
진펀드, ZhenFund, 소스코드 캐피털, 치밍벤처파트너스, 치밍벤처스, Qiming Venture Partners, GGV캐피털, GGV캐피탈,
GGV Capital, 고룽벤처스, 순웨이캐피탈, 레전드캐피탈, 레전드캐피털, Legend Capital, 5Y캐피털, 5Y Capital, IDG캐피털,
IDG캐피탈, IDG Capital, 매트릭스파트너스, 매트릭스파트너스차이나, Matrix Partners, 소프트뱅크, 소프트뱅크 비전펀드,
소프트뱅크비전펀드, SoftBank, SoftBank Vision Fund, 비전펀드, 테마섹, Temasek, GIC, 아람코벤처스, 프로스페리티7,
프로스페리티7벤처스, 프로스퍼리티7벤처스, Prosperity7, Prosperity7 Ventures, 무바달라, Mubadala, 블랙록, BlackRock,
타이거글로벌, Tiger Global, 코투, 코투매니지먼트, Coatue, 벤치마크, Benchmark, 앤드리슨호로위츠, 앤드리슨 호로위츠,
a16z, Andreessen Horowitz, 시노베이션벤처스, 시노베이션 벤처스, Sinovation Ventures, 촹신궁창, 와이콤비네이터,
Y Combinator, 베이징AI산업투자펀드, 국가대기금, 대기금, 사회보장기금, 전국사회보장기금, 선전캐피탈그룹,
선전캐피털그룹, 롱지, Long-Z, 메이퇀 룽주, 라이트스피드, 라이트스피드 차이나, Lightspeed, 베어링PE, 블랙스톤,
Blackstone, 칼라일, Carlyle, KKR, 골드만삭스, Goldman Sachs, 모건스탠리, Morgan Stanley, JP모건, 바이두 캐피털,
퓨처캐피탈, 차이나캐피털인베스트먼트그룹, 국신증권, 궈타이쥔안, 미래에셋, 미래에셋그룹, 한국투자파트너스
""",
    OrganizationKind.UNIVERSITY: """
스탠퍼드대, 스탠포드대, 스탠퍼드, Stanford University, Stanford, 매사추세츠공대, 매사추세츠공과대, MIT, 하버드대,
하버드, Harvard University, Harvard, 프린스턴대, Princeton University, Princeton, 카네기멜런대, 카네기멜론대,
카네기멜런, Carnegie Mellon University, CMU, UC버클리, UC 버클리, 버클리대, 캘리포니아 대학교 버클리 캠퍼스,
캘리포니아대 버클리캠퍼스, 캘리포니아대 버클리, 캘리포니아대 로스앤젤레스, UCLA, 캘리포니아대, 카네기 멜런대,
카네기 멜론대, 카네기멜론, 텍사스대, 퍼듀대, 펜실베이니아대, 존스홉킨스대, 서던캘리포니아대, 뉴욕대, 듀크대,
버클리 캘리포니아대, UC Berkeley, 컬럼비아대, Columbia University, 코넬대, Cornell University, 예일대,
Yale University, 일리노이대, 미시간대, 조지아공대, 워싱턴대, 토론토대, 옥스퍼드대, 케임브리지대, 임페리얼칼리지,
취리히연방공대, 난양공대, 싱가포르국립대, 싱가포르경영대, 도쿄대, 서울대, KAIST, 카이스트, 포스텍, 홍콩이공대,
전자과학기술대, 상하이대, 저장이공대, 화난이공대, 퉁지대, 톈진대, 쓰촨대, 샤먼대, 지린대, 중국공정원,
중국과학원 자동화연구소, University of California
""",
    OrganizationKind.PUBLISHER: """
로이터, 로이터통신, 로이터 통신, Reuters, 블룸버그, 블룸버그통신, 블룸버그 통신, Bloomberg, Bloomberg News, AP,
AP통신, AFP, AFP통신, 신화통신, 신화사, Xinhua, 연합뉴스, 파이낸셜타임스, 파이낸셜 타임스, FT, Financial Times,
월스트리트저널, 월스트리트 저널, WSJ, Wall Street Journal, 뉴욕타임스, NYT, New York Times, 워싱턴포스트,
Washington Post, 더인포메이션, 디인포메이션, The Information, 테크크런치, TechCrunch, 사우스차이나모닝포스트,
사우스 차이나 모닝 포스트, SCMP, South China Morning Post, 닛케이, 니혼게이자이신문, 니혼게이자이, 닛케이아시아,
Nikkei, Nikkei Asia, 차이신, Caixin, 36kr, 36Kr, 36커, 레이트포스트, 완뎬, LatePost, 제일재경, 이차이글로벌, Yicai,
차이나데일리, China Daily, 글로벌타임스, 환구시보, 인민일보, 중국중앙TV, CCTV, CNBC, CNN, BBC, 이코노미스트,
The Economist, Economist, 포브스, Forbes, 포천, 포춘, Fortune, 와이어드, Wired, 디지타임스, 명보, 싱타오일보,
중국증권보, 증권시보, 상하이증권보, 경제관찰보, 21세기경제보도, 커촹반일보, 즈둥시, 판다데일리, Pandaily, 톈옌차,
Tianyancha, 치차차, 신랑재경, 펑파이, 더페이퍼, TMT포스트, TMTPost, 재련사, 훙싱신문, 홍성신문, 매일경제, 한국경제,
조선일보, 중앙일보, 동아일보, 이데일리, 머니투데이, 서울경제, 전자신문, 뉴시스, 뉴스1
""",
    OrganizationKind.THINK_TANK: """
매크로폴로, MacroPolo, 브루킹스연구소, 랜드연구소, 스탠퍼드 인간중심AI연구소, 스탠퍼드대 인간중심AI연구소,
전략국제문제연구소, CSIS, 애틀랜틱카운슬, 폴슨연구소
""",
    OrganizationKind.AGENCY: """
중국 정부, 미국 정부, 중국 국무원, 국무원, 미국 상무부, 미 상무부, 상무부, 공업정보화부, 공업신식화부,
중국 공업정보화부, 국가발전개혁위원회, 중국 국가인터넷정보판공실, 국가인터넷정보판공실, 중국 인민은행, 인민은행,
베이징시 정부, 상하이시 정부, 항저우시, 백악관, 미 의회, 증권감독관리위원회, 국가통계국, 한국은행, 과학기술정보통신부
""",
    OrganizationKind.STARTUP: """
딥시크, DeepSeek, 문샷AI, 문샷 AI, 문샷, Moonshot AI, 웨즈안몐, 월지암면, 즈푸AI, 즈푸 AI, 즈푸, 지푸AI, 지푸 AI,
지푸, Zhipu AI, Zhipu, 미니맥스, MiniMax, 바이촨, 바이촨AI, 바이촨즈넝, 바이촨 인텔리전스, Baichuan, 링이완우, 01.AI,
01AI, 제로원AI, 스텝펀, StepFun, 제웨싱천, 유니트리, 유니트리 로보틱스, 위수커지, Unitree, 애지봇, 즈위안로봇,
즈위안 로봇, 아기봇, AgiBot, 갤봇, Galbot, 마누스, 마누스AI, 마누스 AI, 호라이즌로보틱스, 호라이즌 로보틱스,
Horizon Robotics, 캠브리콘, Cambricon, 무어스레드, 무어 스레드, Moore Threads, 비런테크놀로지, 비런테크, 바이런테크,
Biren, 메타X, MetaX, 엔플레임, Enflame, 메그비, Megvii, 이투커지, 클라우드워크, CloudWalk, 포니AI, 포니.ai, Pony.ai,
위라이드, WeRide, 아이플라이텍, iFlytek, 모델베스트, ModelBest, 성수커지, 로보테라, 딥로보틱스, 광녠즈와이,
라이트이어, Light Years Beyond, 하이플라이어, 하이 플라이어, High-Flyer, High Flyer, 환팡량화, 환팡퀀트, 미호요,
miHoYo, 유비테크, UBTech, 로봇에라, ROBOTERA, 로보에라, 비런, 하이곤, 로키드, 엑스리얼, 푸두로봇, 이투테크놀로지,
실리콘플로, 헤이젠, HeyGen, 픽스버스, PixVerse, 이항, EHang, 중커수광, 수이위안, 쑤이위안커지, 무시, 인피니전스AI,
우원신충, 성수테크, 림엑스, 푸리에인텔리전스, 케플러로봇, 블랙세사미, 블랙세서미테크놀로지스, 신즈로봇, Agibot, Rokid,
Shengshu
""",
    "person": """
다니엘 장, 대니얼 장, 조 차이, 잭 마, 로빈 리, 포니 마, 장융, 알렉산더 왕, 알렉산드르 왕, Alexandr Wang, 자오성자,
자오셩자, 류쯔홍, 왕젠린, 시진핑, 리창, 리커창, 도널드 트럼프, 트럼프, 조 바이든, 바이든, 일론 머스크, 머스크,
Elon Musk, 샘 올트먼, 샘 알트만, Sam Altman, 마크 저커버그, 저커버그, Mark Zuckerberg, 손정의, 빌 게이츠,
순다르 피차이, Sundar Pichai, 사티아 나델라, Satya Nadella, 데미스 허사비스, Demis Hassabis, 일리야 수츠케버,
Ilya Sutskever, 조지프 차이, 에디 우, Eddie Wu, 제프리 힌턴, Geoffrey Hinton, 얀 르쿤, Yann LeCun, Ren Zhengfei,
Zhang Yiming, 왕싱, Wang Xing
""",
    "product": """
챗GPT, 챗GPT플러스, ChatGPT, GPT-4, GPT-4o, GPT-3, GPT-3.5, GPT-5, o1, o3, 제미나이, Gemini, 클로드, Claude, 라마,
라마3, Llama, Llama 3, 소라, Sora, 코파일럿, Copilot, 그록, Grok, 키미챗, 키미 챗, 어니, 통이첸원, 통이,
토키, Talkie, 싱예,
Xingye, 하이루오AI, Hailuo, 하이뤄AI, 칭옌, 즈푸칭옌, ChatGLM, GLM-4, 딥시크 R1, 딥시크-R1, 딥시크 V3, 딥시크-V3,
딥시크-V2, DeepSeek-R1, DeepSeek-V3, 키미 K2, 키미 K1.5, R1, V3, 위안바오, 쿼크, Quark, 아시오, Accio, 시드, 옵티머스,
Optimus, 위안정 A2, 안드로이드, 아이폰, 윈도, 인스타그램, 왓츠앱, 유튜브, YouTube, 앱스토어, 구글플레이
""",
}


_BRANDS = {
    "companies": (EntityType.ORGANIZATION, OrganizationKind.COMPANY),
    "startups": (EntityType.ORGANIZATION, OrganizationKind.STARTUP),
    "funds": (EntityType.ORGANIZATION, OrganizationKind.FUND),
    "schools": (EntityType.ORGANIZATION, OrganizationKind.UNIVERSITY),
    "products": (EntityType.PRODUCT, None),
    "people": (EntityType.PERSON, None),
}
"""What the names of each section of brands name."""


def common_names() -> Iterator[tuple[EntityType, str | None, str]]:
    """What each common name names: type, kind, name. Names of places are `COUNTRY`, which no rule takes for a party."""
    for section, groups in GROUPS.items():
        for name in (name for group in groups for name in group):
            yield *_BRANDS[section], name
    for kind, names in [*ENGLISH_FIRMS.items(), *FIRMS.items(), *SECTIONS.items()]:
        for name in filter(None, (name.strip() for line in names.splitlines() for name in line.split(","))):
            if kind == "person":
                yield EntityType.PERSON, None, name
            elif kind == "product":
                yield EntityType.PRODUCT, None, name
            else:
                yield EntityType.ORGANIZATION, kind, name


_WORDS = """
지리 거리 시나 안타 왕이 이투 공자 다장 황정 쾅스 상탕 이차이 한우지 히말라야 손문 리빈 아너 360 인민대 니오
디디 시드 소라 라마 그록 델 크루즈 마이 벤치마크 코투 암 비보 오포 어니 클링 지멍 청룽 성룡 o1 o3 R1 V3 HSG FAIR
무시 이항 후야 반마 만방 진산 사니 베이커 둥펑 창안 쿤룬 하이광 수곤 자카 잉스 대기금
앵커
BIT HIT JD MPC Honor Benchmark Quark Accio Grab Cruise Optimus Gree Acer Anta Dreame Ernie Fourier Sina ARM HP
"""
AMBIGUOUS = frozenset(_WORDS.split())
"""Names that are words too: no text is taken to name them unless it or the gazetteer says that they are names."""
