"""Names that follow no reading: brands, translations, and what people call themselves abroad.

Each line holds names of one company, school or person. **Source**: how they sign and how Korean papers print them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.names.field import FIRMS
from app.names.known_people import PEOPLE
from app.names.lattice import cleaned
from app.names.words import CONCEPTS, OPTIONAL

LINES = {
    "companies": """
阿里巴巴 | Alibaba | 알리바바
阿里云 | Alibaba Cloud | Aliyun | 알리바바 클라우드 | 알리윈
蚂蚁集团 | 蚂蚁金服 | Ant Group | Ant Financial | 앤트그룹 | 앤트파이낸셜 | 개미그룹
腾讯 | 騰訊 | Tencent | 텐센트 | 텅쉰
字节跳动 | ByteDance | 바이트댄스 | 쯔제탸오둥
抖音 | Douyin | 더우인 | 도우인 | 틱톡
快手 | Kuaishou | Kwai | 콰이쇼우 | 콰이서우
京东 | JD.com | JD | Jingdong | 징둥 | 징동 | 징둥닷컴
拼多多 | Pinduoduo | PDD | 핀둬둬
美团 | Meituan | 메이퇀 | 메이투안
滴滴出行 | 滴滴 | Didi Chuxing | DiDi | 디디추싱 | 디디
小米 | Xiaomi | 샤오미
小红书 | Xiaohongshu | RedNote | 샤오훙수 | 샤오홍슈 | 레드노트
网易 | NetEase | 넷이즈 | 왕이
哔哩哔哩 | Bilibili | 비리비리 | 빌리빌리
微博 | Weibo | 웨이보
搜狐 | Sohu | 소후
搜狗 | Sogou | 소거우 | 소고우
新浪 | Sina | 시나
奇虎360 | 三六零 | 360 | Qihoo 360 | 치후360 | 치후 360
联想 | 聯想 | Lenovo | 레노버 | 롄샹
华为 | 華為 | Huawei | 화웨이
海思 | HiSilicon | 하이실리콘
中兴通讯 | 中兴 | ZTE | 중싱통신 | 중싱
大疆 | 大疆创新 | DJI | 다장 | 디제이아이
比亚迪 | BYD | 비야디
宁德时代 | CATL | 닝더스다이 | 닝더시대
蔚来 | NIO | 니오 | 웨이라이
小鹏 | 小鹏汽车 | XPeng | Xpeng Motors | 샤오펑 | 샤오펑자동차
理想 | 理想汽车 | Li Auto | 리오토 | 리샹
吉利 | Geely | 지리 | 지리자동차
上汽 | 上汽集团 | SAIC | SAIC Motor | 상하이자동차
海尔 | Haier | 하이얼
海信 | Hisense | 하이센스
美的 | Midea | 메이디 | 미디어그룹
格力 | Gree | 거리전기 | 거리
京东方 | BOE | 징둥팡
中芯国际 | SMIC | 중신궈지 | SMIC
长鑫存储 | CXMT | 창신메모리 | 창신메모리테크놀로지
长江存储 | YMTC | 양쯔메모리 | 창장메모리 | 양쯔메모리테크놀로지
寒武纪 | Cambricon | 캠브리콘 | 캄브리콘 | 한우지
地平线 | 地平线机器人 | Horizon Robotics | 호라이즌 로보틱스 | 디핑셴
摩尔线程 | Moore Threads | 무어스레드
壁仞科技 | 壁仞 | Biren | Biren Technology | 비런테크놀로지 | 비런테크 | 바이런테크 | 비렌 | 비런커지
燧原科技 | Enflame | 엔플레임
沐曦 | MetaX | 메타엑스
深度求索 | DeepSeek | 딥시크 | 선두추쒀
幻方量化 | 幻方 | High-Flyer | 하이플라이어 | 환팡퀀트 | 환팡량화
月之暗面 | Moonshot AI | Moonshot | 문샷AI | 문샷 | 월지암면 | 웨즈안몐
智谱 | 智谱AI | 智谱华章 | Zhipu AI | Zhipu | Z.ai | 즈푸AI | 즈푸 | 지푸AI | 지푸
百川智能 | 百川 | Baichuan | Baichuan AI | Baichuan Intelligence | 바이촨AI | 바이촨 | 바이촨즈넝 | 바이촨인텔리전스
零一万物 | 01.AI | 01AI | 링이완우 | 제로원AI | 01만물
阶跃星辰 | StepFun | 스텝펀 | 제웨싱천
稀宇科技 | MiniMax | 미니맥스 | 시위커지
面壁智能 | ModelBest | 모델베스트 | 몐비즈넝
生数科技 | Shengshu | Shengshu AI | 성수커지
商汤 | 商汤科技 | 商湯 | SenseTime | 센스타임 | 상탕 | 상탕커지 | 상탕과기
旷视 | 旷视科技 | Megvii | 메그비 | 쾅스 | 쾅스커지
云从科技 | CloudWalk | 클라우드워크 | 윈충커지
依图科技 | 依图 | Yitu | 이투
科大讯飞 | iFlytek | 아이플라이텍 | 커다쉰페이
第四范式 | 4Paradigm | Fourth Paradigm | 포패러다임 | 포스패러다임 | 디쓰판스
出门问问 | Mobvoi | 몹보이
宇树科技 | 宇树 | Unitree | Unitree Robotics | 유니트리 | 위수커지 | 위수과기 | 유니트리 로보틱스
优必选 | UBTech | UBTech Robotics | 유비테크
智元机器人 | 智元 | AgiBot | 애지봇 | 즈위안로봇
银河通用 | Galbot | 갤봇
达闼 | CloudMinds | 클라우드마인즈
小马智行 | Pony.ai | 포니AI | 포니에이아이 | 샤오마즈싱
文远知行 | WeRide | 위라이드
图森未来 | TuSimple | 투심플
百度 | Baidu | 바이두
红杉中国 | 红杉资本中国 | HongShan | Sequoia China | Sequoia Capital China | 훙산 | 홍샨 | 세쿼이아차이나
高瓴 | 高瓴资本 | Hillhouse | Hillhouse Capital | 힐하우스 | 힐하우스캐피털 | 가오링
真格基金 | ZhenFund | 젠펀드 | 전펀드
经纬创投 | Matrix Partners China | MPC | 매트릭스파트너스차이나 | 징웨이창터우
启明创投 | Qiming Venture Partners | 치밍벤처파트너스 | 치밍창터우
创新工场 | Sinovation Ventures | 시노베이션벤처스 | 촹신궁창
IDG资本 | IDG Capital | IDG캐피탈 | IDG캐피털
五源资本 | 5Y Capital | 5Y캐피탈 | 우위안캐피털
君联资本 | Legend Capital | 레전드캐피탈
深创投 | SCGC | Shenzhen Capital Group | 선전캐피탈그룹
软银 | SoftBank | 소프트뱅크
IT桔子 | IT Juzi | IT쥐쯔
台积电 | 台積電 | TSMC | 대만반도체제조 | 타이지뎬
鸿海 | 鴻海 | 富士康 | Foxconn | Hon Hai | 폭스콘 | 훙하이
联发科 | 聯發科 | MediaTek | 미디어텍
华硕 | 華碩 | ASUS | 에이수스 | 아수스
宏碁 | Acer | 에이서
茅台 | 贵州茅台 | Kweichow Moutai | Moutai | 마오타이 | 구이저우마오타이
中国工商银行 | 工商银行 | ICBC | 공상은행 | 중국공상은행
中国移动 | China Mobile | 차이나모바일
中国电信 | China Telecom | 차이나텔레콤
中国联通 | China Unicom | 차이나유니콤
中国石油 | PetroChina | 페트로차이나
中国平安 | 平安保险 | Ping An | Ping An Insurance | 핑안보험 | 핑안
恒大 | 中国恒大 | Evergrande | 헝다
碧桂园 | Country Garden | 비구이위안 | 컨트리가든
万科 | Vanke | 완커
携程 | Trip.com | Ctrip | 트립닷컴 | 씨트립
希音 | SHEIN | 쉬인
米哈游 | miHoYo | HoYoverse | 미호요 | 호요버스
喜马拉雅 | Ximalaya | 히말라야
泡泡玛特 | Pop Mart | 팝마트
名创优品 | Miniso | 미니소
瑞幸咖啡 | Luckin Coffee | 루이싱커피 | 루이싱
海底捞 | Haidilao | 하이디라오
安踏 | Anta | 안타
李宁公司 | Li-Ning
追觅 | Dreame | 드리미
石头科技 | Roborock | 로보락
荣耀 | Honor | 아너 | 룽야오
传音 | Transsion | 트랜션
一加 | OnePlus | 원플러스
真我 | Realme | 리얼미
长城汽车 | Great Wall Motor | GWM | 창청자동차 | 장성자동차
新世界发展 | 新世界發展 | New World Development | 신스제 | 신세계발전
今日头条 | Toutiao | Jinri Toutiao | 진르터우탸오
大众点评 | Dianping | 다중뎬핑
强脑科技 | BrainCo | 브레인코 | 창나오커지
云深处科技 | 云深处 | DeepRobotics | Deep Robotics | 딥로보틱스 | 윈선추
聚美优品 | Jumei | 쥐메이유핀
爱诗科技 | AIsphere | PixVerse | 픽스버스 | 아이스피어 | 아이스커지
光年之外 | Light Years Beyond | 광녠즈와이
无问芯穹 | Infinigence | Infinigence AI | 우원신충
星动纪元 | Robotera | 로보테라 | 로봇에라 | 싱둥지위안
傅利叶智能 | Fourier Intelligence | Fourier | 푸리에
逐际动力 | LimX Dynamics | 림엑스다이내믹스
新华社 | Xinhua News Agency | Xinhua | 신화통신 | 신화사
人民日报 | People's Daily | 인민일보
环球时报 | Global Times | 환구시보
财新 | Caixin | 차이신
晚点 | LatePost | 레이트포스트
第一财经 | Yicai | 이차이 | 제일재경
南华早报 | South China Morning Post | SCMP | 사우스차이나모닝포스트
""",
    "schools": """
清华大学 | 清華大學 | Tsinghua University | Tsinghua | 칭화대 | 칭화대학교 | 청화대
北京大学 | 北大 | Peking University | Beijing University | PKU | 베이징대 | 북경대 | 베이다
上海交通大学 | 上海交大 | Shanghai Jiao Tong University | SJTU | 상하이교통대 | 상하이자오퉁대 | 상해교통대
中国科学技术大学 | 中科大 | University of Science and Technology of China | USTC | 중국과학기술대 | 중국과기대
中国科学院 | 中科院 | Chinese Academy of Sciences | CAS | 중국과학원
香港科技大学 | 香港科技大學 | Hong Kong University of Science and Technology | HKUST | 홍콩과기대 | 홍콩과학기술대
香港中文大学 | 香港中文大學 | Chinese University of Hong Kong | CUHK | 홍콩중문대
香港大学 | 香港大學 | University of Hong Kong | HKU | 홍콩대
哈尔滨工业大学 | 哈工大 | Harbin Institute of Technology | HIT | 하얼빈공대 | 하얼빈공업대
浙江大学 | 浙大 | Zhejiang University | ZJU | 저장대 | 절강대
复旦大学 | 復旦大學 | Fudan University | Fudan | 푸단대 | 복단대
南京大学 | Nanjing University | 난징대 | 남경대
中国人民大学 | 人大 | Renmin University of China | Renmin University | 인민대 | 중국인민대 | 런민대
华中科技大学 | Huazhong University of Science and Technology | HUST | 화중과기대
武汉大学 | Wuhan University | 우한대
中山大学 | Sun Yat-sen University | 중산대
北京航空航天大学 | 北航 | Beihang University | Beihang | 베이항대 | 베이징항공항천대
北京理工大学 | Beijing Institute of Technology | BIT | 베이징이공대
北京邮电大学 | BUPT | Beijing University of Posts and Telecommunications | 베이징우전대
电子科技大学 | UESTC | University of Electronic Science and Technology of China | 전자과기대
国防科技大学 | NUDT | National University of Defense Technology | 국방과기대
西安交通大学 | Xi'an Jiaotong University | 시안교통대 | 시안자오퉁대
国立台湾大学 | 國立臺灣大學 | 台湾大学 | National Taiwan University | 국립대만대 | 대만대
西湖大学 | Westlake University | 시후대
南方科技大学 | Southern University of Science and Technology | SUSTech | 남방과기대 | 남방과학기술대 | 난팡과기대
上海科技大学 | ShanghaiTech University | ShanghaiTech | 상하이과기대 | 상하이과학기술대
中国科学院大学 | 国科大 | University of Chinese Academy of Sciences | UCAS | 중국과학원대 | 중국과학원대학
西安电子科技大学 | 西电 | Xidian University | Xidian | 시안전자과기대 | 시안전자과학기술대
华南理工大学 | South China University of Technology | SCUT | 화난이공대 | 화남이공대
大连理工大学 | Dalian University of Technology | 다롄이공대 | 대련이공대
西北工业大学 | 西工大 | Northwestern Polytechnical University | 시베이공업대 | 서북공업대
东南大学 | Southeast University | 둥난대 | 동남대
中南大学 | Central South University | 중난대 | 중남대
东北大学 | Northeastern University | 둥베이대 | 동북대
北京师范大学 | 北师大 | Beijing Normal University | BNU | 베이징사범대 | 북경사범대
华东师范大学 | 华东师大 | East China Normal University | ECNU | 화둥사범대 | 화동사범대
中国农业大学 | China Agricultural University | 중국농업대
对外经济贸易大学 | University of International Business and Economics | UIBE | 대외경제무역대 | 대외경제무역대학
香港城市大学 | 香港城市大學 | City University of Hong Kong | CityU | 홍콩성시대 | 홍콩시티대
香港理工大学 | 香港理工大學 | Hong Kong Polytechnic University | PolyU | 홍콩이공대
国立清华大学 | 國立清華大學 | National Tsing Hua University | 국립칭화대 | 대만칭화대
""",
    "products": """
微信 | WeChat | 위챗 | 웨이신
Kimi | 키미
文心一言 | 文心 | Ernie Bot | Ernie | 어니봇 | 원신이옌
通义千问 | 通义 | Qwen | Tongyi Qianwen | 큐원 | 퉁이첸원
豆包 | Doubao | 더우바오 | 두바오
混元 | Hunyuan | 훈위안
可灵 | Kling | Kling AI | 클링
即梦 | Jimeng | 지멍
Temu | 테무
""",
    "people": PEOPLE,
}


@dataclass(eq=False)
class Known:
    """Names that are known to be names of the same, whatever they sound like."""

    groups: Sequence[Sequence[str]]

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[int, ...]]:
        """The groups of each name, by its bare form."""
        found: dict[str, tuple[int, ...]] = {}
        for number, names in enumerate(self.groups):
            for name in dict.fromkeys(map(bare, names)):
                found[name] = (*found.get(name, ()), number)
        return found

    def same(self, one: str, other: str) -> bool:
        """Whether two names are known to be the same."""
        return bool({*self._numbers.get(bare(one), ())} & {*self._numbers.get(bare(other), ())})

    def others(self, name: str) -> Sequence[str]:
        """The other names of what is called so."""
        return [other for number in self._numbers.get(bare(name), ()) for other in self.groups[number]]

    def more(self, groups: Iterable[Sequence[str]]) -> "Known":
        """These names and further ones."""
        return Known([*self.groups, *groups])


ENDINGS = tuple(
    sorted((word for one in CONCEPTS if one.lacking <= OPTIONAL for word in one.words), key=len, reverse=True)
)


def bare(name: str) -> str:
    """A cleaned name without what only says that it is a company, and without spaces.

    >>> bare("DeepSeek Co., Ltd."), bare("华为技术有限公司"), bare("Kai-Fu  Lee")
    ('deepseek', '华为技术', 'kaifulee')
    """
    text = cleaned(name)
    if not text.isalnum():
        text = " ".join("".join(one if one.isalnum() else " " for one in text).split())
    for ending in ENDINGS if text.endswith(ENDINGS) else ():
        before = text.removesuffix(ending).rstrip()
        if before != text and len(before) > 1 and (not ending.isascii() or text[len(before)] == " "):
            text = before
            break
    return text.replace(" ", "")


GROUPS = {
    section: [[name.strip() for name in line.split("|")] for line in lines.strip().splitlines()]
    for section, lines in (LINES | FIRMS | {"companies": LINES["companies"] + FIRMS["companies"]}).items()
}
"""The groups of names by what they name: companies, startups, funds, schools, products, people."""
BUILT_IN = Known([names for groups in GROUPS.values() for names in groups])
NOTHING = Known([])
