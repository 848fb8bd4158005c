"""Firms of the field: makers of models, robots, chips and self-driving cars, and who backs them.

Each line holds the names of one firm, as in `brands.py`; the sections say what kind of firm it is. **Source**: how they
sign and how Korean papers print them.
"""

FIRMS = {
    "startups": """
蝴蝶效应 | Butterfly Effect | 버터플라이 이펙트 | 버터플라이이펙트
深势科技 | DP Technology | DP테크놀로지
百图生科 | BioMap | 바이오맵
蝴蝶效应 | Butterfly Effect | Manus | 버터플라이이펙트 | 버터플라이 이펙트 | 마누스
优理奇 | UniX AI | UniX | 유니엑스 | 유닉스AI
众擎机器人 | 众擎 | EngineAI | 엔진AI | 엔진 AI | 중칭로봇
松延动力 | Noetix | Noetix Robotics | 노에틱스 | 노에틱스 로보틱스 | 쑹옌둥리
魔法原子 | MagicLab | 매직랩 | 모파위안쯔
乐聚机器人 | 乐聚 | Leju Robotics | Leju Robot | 러쥐로봇 | 러쥐 로봇 | 러쥐
千寻智能 | Spirit AI | 스피릿AI | 스피릿 AI | 첸쉰즈넝
自变量机器人 | 自变量 | X Square Robot | X스퀘어로봇 | X스퀘어 로봇 | 엑스스퀘어로봇 | 쯔볜량
星海图 | Galaxea AI | Galaxea | 갤럭시아AI | 싱하이투
加速进化 | Booster Robotics | 부스터로보틱스 | 부스터 로보틱스 | 자쑤진화
星尘智能 | Astribot | 아스트리봇 | 싱천즈넝
越疆科技 | 越疆 | Dobot | 도봇 | 두봇 | 웨장
非夕科技 | 非夕 | Flexiv | 플렉시브 | 플렉시브로보틱스 | 페이시
极智嘉 | Geek+ | Geekplus | 긱플러스 | 기크플러스
珞石机器人 | Rokae | 로카에
普渡科技 | 普渡 | Pudu Robotics | 푸두로보틱스 | 푸두 로보틱스 | 푸두테크
开普勒机器人 | Kepler | 케플러로보틱스 | 케플러 로보틱스
原力灵机 | Dexmal | 덱스말 | 위안리링지
它石智航 | TARS | 타스로보틱스
智平方 | AI² Robotics | AI2로보틱스 | 즈핑팡
戴盟机器人 | Daimon Robotics | 다이몬로보틱스
帕西尼 | PaXini | 팍시니 | 파시니
黑芝麻智能 | 黑芝麻 | Black Sesame | 블랙세서미 | 블랙 세서미 | 헤이즈마
初速度 | 魔门塔 | Momenta | 모멘타
元戎启行 | DeepRoute | DeepRoute.ai | 딥루트 | 딥루트AI | 딥루트.ai | 위안룽치싱
毫末智行 | Haomo | Haomo.AI | 하오모 | 하오모AI
轻舟智航 | QCraft | 큐크래프트 | 칭저우즈항
禾赛科技 | 禾赛 | Hesai | 허사이 | 허싸이 | 헤사이
速腾聚创 | RoboSense | 로보센스
驭势科技 | UISEE | 유아이시
卓驭科技 | ZYT | 줘위커지
天数智芯 | Iluvatar CoreX | 일루바타 | 일루바타코어X | 톈수즈신
昆仑芯 | Kunlunxin | 쿤룬신 | 쿤룬칩
瀚博半导体 | 瀚博 | Vastai | 바스타이 | 한보반도체
曦智科技 | Lightelligence | 라이트엘리전스 | 시즈커지
硅基流动 | SiliconFlow | 실리콘플로우 | 구이지류둥
潞晨科技 | Luchen Technology | HPC-AI Tech | 루천커지
澜舟科技 | Langboat | 랑보트 | 란저우커지
云知声 | Unisound | 유니사운드 | 윈즈성
思必驰 | AISpeech | AI스피치
明略科技 | Mininglamp | 밍뤠커지
衔远科技 | Frontis | 셴위안커지
深言科技 | DeepLang | 선옌커지
聆心智能 | Lingxin AI | 링신즈넝
循环智能 | Recurrent AI | 쉰환즈넝
秘塔科技 | Metaso | 메타소 | 미타커지
晶泰科技 | XtalPi | 크리스탈파이 | 징타이커지
英矽智能 | Insilico Medicine | 인실리코 메디슨 | 인실리코메디슨
推想医疗 | Infervision | 인퍼비전
鹰瞳科技 | Airdoc | 에어독
""",
    "companies": """
埃斯顿 | Estun | 에스툰
北京人形机器人创新中心 | X-Humanoid | 베이징휴머노이드로봇혁신센터 | 베이징 휴머노이드 로봇 혁신센터
科沃斯 | Ecovacs | 에코백스
影石创新 | 影石 | Insta360 | 인스타360 | 잉스
云鲸智能 | Narwal | 나르왈
亿航智能 | 亿航 | EHang | 이항
小鹏汇天 | XPeng AeroHT | 샤오펑후이톈
斑马智行 | Banma | 반마
零跑汽车 | 零跑 | Leapmotor | 립모터 | 링파오
赛力斯 | Seres | 세레스
广汽集团 | 广汽 | GAC | GAC Group | 광저우자동차 | 광저우 자동차 | 광치그룹
北汽集团 | 北汽 | BAIC | 베이징자동차 | 베이징 자동차 | 베이치그룹
一汽集团 | 一汽 | FAW | 이치자동차 | 디이자동차
东风汽车 | Dongfeng Motor | 둥펑자동차 | 둥펑
长安汽车 | Changan | 창안자동차
奇瑞汽车 | 奇瑞 | Chery | 체리자동차 | 치루이
海光信息 | 海光 | Hygon | 하이곤 | 하이광
龙芯中科 | 龙芯 | Loongson | 룽신중커 | 롱손
华虹半导体 | 华虹 | Hua Hong | 화훙반도체 | 화훙
兆易创新 | GigaDevice | 기가디바이스
韦尔股份 | Will Semiconductor | 웨이얼반도체
紫光集团 | 紫光 | Tsinghua Unigroup | 칭화유니그룹 | 칭화유니
平头哥 | T-Head | 티헤드 | 핑터우거
中科曙光 | 曙光 | Sugon | 수곤 | 중커수광
浪潮信息 | 浪潮 | Inspur | 인스퍼
作业帮 | Zuoyebang | 쭤예방
猿辅导 | Yuanfudao | 위안푸다오
知乎 | Zhihu | 즈후
昆仑万维 | Kunlun Tech | 쿤룬테크 | 쿤룬완웨이
金山办公 | Kingsoft Office | 킹소프트오피스
金山软件 | 金山 | Kingsoft | 킹소프트 | 진산
猎豹移动 | Cheetah Mobile | 치타모바일
完美世界 | Perfect World | 퍼펙트월드
美图 | Meitu | 메이투
贝壳 | KE Holdings | 베이커
货拉拉 | Lalamove | 라라무브 | 훠라라
满帮 | Full Truck Alliance | 만방
顺丰 | SF Express | SF익스프레스 | 순펑
三一重工 | 三一集团 | Sany | 싼이중공업 | 싼이그룹 | 사니
TCL | TCL科技
海康威视 | Hikvision | 하이크비전 | 하이캉웨이스
大华股份 | 大华技术 | Dahua | Dahua Technology | 다후아 | 다화
维沃 | vivo | 비보
安途 | AutoX | 오토엑스
游戏科学 | Game Science | 게임사이언스 | 게임 사이언스
莉莉丝 | 莉莉丝游戏 | Lilith Games | Lilith | 릴리스게임즈
飞腾 | 飞腾信息 | Phytium | 파이티움 | 페이텅
北方华创 | NAURA | 나우라 | 베이팡화촹
中微公司 | AMEC | 중웨이반도체
上海微电子 | SMEE | 상하이마이크로일렉트로닉스 | 상하이웨이뎬쯔
闻泰科技 | 闻泰 | Wingtech | 윙텍 | 원타이커지
立讯精密 | 立讯 | Luxshare | 럭스셰어 | 럭스쉐어 | 리쉰정밀
歌尔股份 | 歌尔 | Goertek | 고어텍 | 거얼
欣旺达 | Sunwoda | 선와다 | 신왕다
蜂巢能源 | SVOLT | 에스볼트 | 펑차오에너지
国轩高科 | 国轩 | Gotion | Gotion High-Tech | 고션 | 고션하이테크 | 궈쉬안하이테크
亿纬锂能 | EVE Energy | 이브에너지 | EVE에너지
隆基绿能 | 隆基 | LONGi | 론지 | 룽지 | 론지솔라
天合光能 | Trina Solar | 트리나솔라
晶科能源 | JinkoSolar | 진코솔라
问界 | AITO | 아이토 | 원제
碳云智能 | iCarbonX | 아이카본엑스
药明康德 | WuXi AppTec | 우시앱텍 | 우시앱택
药明生物 | WuXi Biologics | 우시바이오로직스
百济神州 | BeiGene | BeOne | 베이진 | 비원메디슨
恒瑞医药 | 恒瑞 | Hengrui | 헝루이제약 | 항서제약
优刻得 | UCloud | 유클라우드
腾讯音乐 | Tencent Music | 텐센트뮤직
灵伴科技 | Rokid | 로키드
太若科技 | Xreal | Nreal | 엑스리얼 | 엔리얼
雷鸟创新 | 雷鸟 | RayNeo | 레이네오
九号公司 | 九号 | Ninebot | 나인봇 | 세그웨이나인봇
拓竹科技 | 拓竹 | Bambu Lab | 밤부랩 | 뱀부랩
安克创新 | 安克 | Anker | 앵커 | 앤커
正浩创新 | 正浩 | EcoFlow | 에코플로우
诗云科技 | HeyGen | 헤이젠
盒马 | 盒马鲜生 | Freshippo | Hema | 허마 | 허마셴성 | 프레시포
考拉海购 | 考拉 | Kaola | 카올라
""",
    "funds": """
中金公司 | CICC | 중국국제금융공사 | 중금공사
中信证券 | CITIC Securities | 중신증권
中金资本 | CICC Capital | 중금자본 | CICC캐피털
高榕资本 | 高榕创投 | Gaorong Ventures | Gaorong Capital | 가오룽캐피털 | 가오룽벤처스
顺为资本 | Shunwei Capital | 순웨이캐피털
源码资本 | Source Code Capital | 소스코드캐피털 | 위안마캐피털
金沙江创投 | GSR Ventures | GSR벤처스 | 진사장벤처스
蓝驰创投 | BlueRun Ventures | 블루런벤처스 | 란츠벤처스
光速中国 | 光速光合 | Lightspeed China | 라이트스피드차이나
今日资本 | Capital Today | 캐피털투데이 | 진르캐피털
云启资本 | Yunqi Partners | 윈치캐피털
线性资本 | Linear Capital | 리니어캐피털
耀途资本 | Glory Ventures | 글로리벤처스
云锋基金 | Yunfeng Capital | 윈펑캐피털 | 윈펑펀드
鼎晖投资 | CDH Investments | CDH인베스트먼트
国投创业 | SDIC Venture Capital | SDIC벤처캐피털
联想创投 | Lenovo Capital | 레노버캐피털
梅花创投 | Plum Ventures | 플럼벤처스
奇绩创坛 | MiraclePlus | 미라클플러스 | 치지창탄
华控基金 | Huakong Fund | 화쿵펀드
百度风投 | Baidu Ventures | 바이두벤처스
美团龙珠 | Meituan Longzhu | 메이퇀룽주 | 룽주캐피털
""",
}
