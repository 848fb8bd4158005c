"""Made-up names in three scripts: pinyin, Hanzi, and Hangul as Korean papers write Mandarin syllables.

**Source**: the syllables are those of real Chinese names, with the Hangul of the Korean rules for foreign words; who
bears which is chance. Surnames are about as frequent as in China.
"""

from dataclasses import dataclass

from app.synth.chance import Chance

_SURNAMES = """
Wang 왕 王 72|Li 리 李 71|Zhang 장 张 67|Liu 류 刘 54|Chen 천 陈 45|Yang 양 杨 31|Huang 황 黄 22|Zhao 자오 赵 20
Wu 우 吴 20|Zhou 저우 周 19|Xu 쉬 徐 14|Sun 쑨 孙 13|Ma 마 马 13|Zhu 주 朱 13|Hu 후 胡 12|Guo 궈 郭 12|He 허 何 11
Lin 린 林 11|Gao 가오 高 10|Luo 뤄 罗 10|Zheng 정 郑 9|Liang 량 梁 9|Xie 셰 谢 8|Song 쑹 宋 8|Tang 탕 唐 8
Deng 덩 邓 6|Feng 펑 冯 6|Han 한 韩 6|Cao 차오 曹 6|Zeng 쩡 曾 6|Peng 펑 彭 6|Xiao 샤오 萧 6|Cai 차이 蔡 5|Pan 판 潘 5
Tian 톈 田 5|Dong 둥 董 5|Yuan 위안 袁 5|Yu 위 于 5|Ye 예 叶 5|Jiang 장 蒋 5|Du 두 杜 5|Su 쑤 苏 5|Wei 웨이 魏 5
Cheng 청 程 5|Lu 루 陆 5|Ding 딩 丁 4|Shen 선 沈 4|Ren 런 任 4|Yao 야오 姚 4|Lü 뤼 吕 4|Fu 푸 傅 4|Zhong 중 钟 4
Tan 탄 谭 3|Liao 랴오 廖 3|Fan 판 范 3|Shi 스 石 3|Jin 진 金 3|Jia 자 贾 3|Xia 샤 夏 3|Fang 팡 方 3|Zou 쩌우 邹 3
Xiong 슝 熊 3|Bai 바이 白 3|Meng 멍 孟 3|Qin 친 秦 3
"""
_SYLLABLES = """
wei 웨이 伟卫维薇|ming 밍 明铭|hua 화 华桦|jun 쥔 军俊君|jie 제 杰洁|lei 레이 磊雷蕾|yang 양 洋阳扬|yong 융 勇永
yan 옌 艳燕岩|na 나 娜|min 민 敏民|jing 징 静晶京|li 리 丽力莉|qiang 창 强|ping 핑 平萍|gang 강 刚|hui 후이 辉慧惠
peng 펑 鹏朋|fei 페이 飞菲|hong 훙 红宏洪|bo 보 波博|bin 빈 斌彬滨|tao 타오 涛|hao 하오 浩昊|yu 위 宇玉雨瑜
xin 신 鑫欣新|chen 천 晨辰|rui 루이 瑞睿|kai 카이 凯|jia 자 佳嘉家|qi 치 琪奇启|xuan 쉬안 轩萱|han 한 涵瀚|zi 쯔 子梓
yi 이 怡艺逸|ting 팅 婷庭|lin 린 琳霖麟|xiao 샤오 晓霄|mei 메이 梅美|lan 란 兰岚|ying 잉 英颖莹|feng 펑 峰锋枫
long 룽 龙隆|hai 하이 海|shan 산 山珊|yun 윈 云芸|zhi 즈 志智芝|guo 궈 国果|zhong 중 忠中|cheng 청 成诚程
xiang 샹 翔祥|lian 롄 莲联|rong 룽 荣蓉|chao 차오 超|nan 난 楠南|qing 칭 青清庆|shu 수 树淑书|tian 톈 天恬|wen 원 文雯
ye 예 烨野|ze 쩌 泽|zhen 전 振珍|yao 야오 瑶耀|shuo 숴 硕朔|xing 싱 星兴|yue 웨 月悦越|ning 닝 宁凝|song 쑹 松颂
jian 젠 健建
"""
_STEMS = """
Nova 노바|Tera 테라|Quanta 콴타|Vega 베가|Orion 오리온|Luma 루마|Cora 코라|Delta 델타|Sigma 시그마|Helio 헬리오
Mira 미라|Axon 액손|Polar 폴라|Astra 아스트라|Cobalt 코발트|Ember 엠버|Fathom 패덤|Granite 그래니트|Harbor 하버
Indigo 인디고|Jasper 재스퍼|Kestrel 케스트럴|Lumen 루멘|Maple 메이플|Nimbus 님버스|Onyx 오닉스|Pioneer 파이어니어
Quill 퀼|Raven 레이븐|Summit 서밋|Tundra 툰드라|Umbra 움브라|Vertex 버텍스|Willow 윌로|Xeno 제노|Yonder 욘더
Zephyr 제퍼|Aurora 오로라|Beacon 비컨|Cipher 사이퍼|Dynamo 다이나모|Echo 에코
"""
_CITIES = """
Beijing 베이징 北京|Shanghai 상하이 上海|Shenzhen 선전 深圳|Hangzhou 항저우 杭州|Guangzhou 광저우 广州|Nanjing 난징 南京
Wuhan 우한 武汉|Chengdu 청두 成都|Suzhou 쑤저우 苏州|Hefei 허페이 合肥|Xian 시안 西安|Tianjin 톈진 天津
"""
SYLLABLES_START = 0xAC00  # Hangul syllables are in order of their final consonants, 28 to a group
FINALS, SYLLABLES_END = 28, 0xD7A3


@dataclass(frozen=True)
class Name:
    """One name in Latin letters, Hangul and, for what is Chinese, Hanzi."""

    latin: str
    hangul: str
    hanzi: str | None = None


def _rows(table: str) -> list[list[str]]:
    return [cell.split() for line in table.split("\n") for cell in line.split("|") if cell]


SURNAMES = [(Name(latin, hangul, hanzi), int(weight)) for latin, hangul, hanzi, weight in _rows(_SURNAMES)]
GIVEN = [Name(latin, hangul, sign) for latin, hangul, signs in _rows(_SYLLABLES) for sign in signs]
CITIES = [Name(*row) for row in _rows(_CITIES)]
STEMS = [Name(latin, hangul) for latin, hangul in _rows(_STEMS)]
_WEIGHTS = [weight for _, weight in SURNAMES]


def given_name(chance: Chance, single: float) -> Name:
    """Two syllables in one word, or with some probability a single one."""
    parts = [chance.choice(GIVEN) for _ in range(1 if chance.happens(single) else 2)]
    return Name(
        "".join(part.latin for part in parts).capitalize(),
        "".join(part.hangul for part in parts),
        "".join(part.hanzi or "" for part in parts),
    )


def person_name(chance: Chance) -> tuple[Name, Name]:
    """Surname and given name of a person."""
    ((surname, _),) = chance.choices(SURNAMES, _WEIGHTS)
    return surname, given_name(chance, single=0.15)


def brand(chance: Chance, country: str) -> Name:
    """What a firm calls itself: mostly a city and two Chinese syllables, elsewhere a few words."""
    if country == "CN":
        own = given_name(chance, single=0)
        return own if chance.happens(0.25) else joined(chance.choice(CITIES), own)
    words = chance.sample(STEMS, 3 if chance.happens(0.75) else 2)
    return Name(" ".join(word.latin for word in words), "".join(word.hangul for word in words))


def joined(first: Name, second: Name) -> Name:
    """Two names as one."""
    hanzi = first.hanzi + second.hanzi if first.hanzi and second.hanzi else None
    return Name(f"{first.latin} {second.latin}", first.hangul + second.hangul, hanzi)


def slug(words: str) -> str:
    """Latin letters and digits, joined by hyphens.

    >>> slug("Lü Zhilin")
    'lv-zhilin'
    """
    return "-".join(words.lower().replace("ü", "v").split())


def particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """The word with the Korean particle that fits its last sound; Latin letters and digits count as vowels.

    >>> particle("린", "은", "는"), particle("나", "은", "는")
    ('린은', '나는')
    """
    code = ord(word[-1])
    closed = SYLLABLES_START <= code <= SYLLABLES_END and (code - SYLLABLES_START) % FINALS
    return word + (after_consonant if closed else after_vowel)
