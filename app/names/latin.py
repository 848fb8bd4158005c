"""Names in Latin letters: Hanyu Pinyin, Wade–Giles, old postal names, surnames as they are spelled abroad.

**Source**: the postal names are those of the Chinese post of 1906; the surnames and given names follow the Hong Kong
Government's romanization and common spellings of Hokkien and Teochew.
"""

from collections.abc import Mapping
from functools import cache

from app.names.syllables import SYLLABLES, wade_giles
from app.names.tables import read_table

WADE_COST, SURNAME_COST, GIVEN_COST = 0.04, 0.06, 0.2
POSTAL = read_table(
    """
peking bei jing; nanking nan jing; tsinghua qing hua; canton guang zhou; chungking chong qing; tientsin tian jin;
tsingtao qing dao; soochow su zhou; amoy xia men; sian xi an; chekiang zhe jiang; fukien fu jian;
kwangtung guang dong; szechuan si chuan; szechwan si chuan; hangchow hang zhou; foochow fu zhou; swatow shan tou;
chinan ji nan; tsinan ji nan; hankow han kou; kiangsu jiang su; moutai mao tai; chiang jiang; soong song;
kung kong; hsinchu xin zhu; auyeung ou yang; szeto si tu; owyang ou yang
"""
)
"""Names and parts of names that no system of spelling explains."""
SURNAMES = read_table(
    """
lee li; wong wang huang; chan chen; cheung zhang; leung liang; lam lin lan; ng wu huang; ho he; kwok guo;
kwan guan; lau liu; chow zhou; chu zhu; tang deng; tse xie; yip ye; ip ye; yeung yang; yuen yuan ruan; fung feng;
fok huo; mak mai; mok mo; lui lei; lo luo lu; law luo; poon pan; pun pan; siu xiao; so su; sin xian; to du;
tam tan; tong tang; tsang zeng; tsui xu cui; yau you qiu; yam ren; keung jiang; hui xu; hung hong; kam jin gan;
koo gu; ku gu; loong long; mui mei; suen sun; shum cen shen; shek shi; choi cai; choy cai; chung zhong;
chiu qiu zhao; au ou; hau hou; kan jian; lok luo le; man wen; ngai wei ni; pak bai; shiu shao; sung song; tai dai;
tin tian; ting ding; yan yin zhen; ko gao; tan chen; lim lin; goh wu; teo zhang; ong wang; chua cai; koh xu;
tay zheng; chew zhou; quek guo; yeo yang; toh du; low liu; foo fu; khoo qiu; pang peng; kong jiang; woo hu wu;
kao gao; shih shi; hsu xu; ma ma; tsai cai; yeh ye; liao liao; kuo guo; chao zhao; hsieh xie; mah ma; moy mei
"""
)
"""Surnames by how they are spelled abroad; where several characters are spelled alike, all their syllables."""


GIVEN = read_table(
    """
shing cheng sheng; ka jia; chee zhi qi; hwa hua; wah hua; chiu chao zhao; wai wei hui; kwok guo; wing yong rong;
chi zhi ji zi ci; fai hui; hoi hai kai; kit jie; lai li lai; man wen min; nga ya; on an; pui pei bei; sau xiu shou;
sum xin shen; suk shu; tak de; tat da; tim tian; tung dong tong; wan yun wen huan; wo he; yat yi ri; yee yi;
yin yan xian; yiu yao rao; yuk yu; yuet yue; hing qing xing; hong kang hang; hung hong xiong; keung qiang;
kin jian; king jing qiong; kuen quan juan; kwan jun kun; kwong guang; lok le luo; leung liang; mun min men;
ngan yan; oi ai; po bao bo; sang sheng; shek shi; shuk shu; shun shun chun xin; siu shao xiao; tin tian; to tao du;
yan ren en yan xin; yeung yang; yuen yuan; lim lian; fat fa; fong fang; heung xiang; him qian;
chun jun zhen quan chun; cheuk zhuo; chor chu; chung zhong cong; chuen quan chuan; chau qiu zhou; hau hao hou xiao;
bik bi; ching qing jing cheng zheng; kei qi ji; kwai gui; luk lu; nam nan; sze si shi; tai dai tai; ngai yi;
kai jia qi kai; lap li; pak bo bai; tsz zi; yip ye; ming ming; fung feng; kau qiu jiu; ho hao he ke; sin xian shan;
kam jin gan; bun bin ben; wun huan; mei mei; lei li lei; ngo e ao; shu shu; tsun jun zun; mau mao;
cheong chang xiang; choi cai; hei xi; kong guang jiang gang; lun lun; long lang long
"""
)
"""Syllables of given names as Cantonese has them, with those of Mandarin that they may be."""


@cache
def syllables_by_latin() -> Mapping[str, Mapping[str, float]]:
    """What letters can stand for: one syllable of Mandarin, with the cost of reading it so.

    >>> syllables_by_latin()["zhang"], sorted(syllables_by_latin()["mou"])
    ({'zhang': 0.0}, ['mou'])
    """
    found: dict[str, dict[str, float]] = {}
    for syllable in SYLLABLES:
        for spelling in dict.fromkeys((syllable, syllable.replace("v", "u"), syllable.replace("v", "yu"))):
            cost = 0.0 if spelling == syllable or spelling not in SYLLABLES else WADE_COST
            found.setdefault(spelling, {})[syllable] = cost
    for spelling, syllables in wade_giles().items():
        for syllable in sorted(syllables):  # of two that cost the same, the same one in every process
            found.setdefault(spelling, {}).setdefault(syllable, WADE_COST)
    return found


@cache
def longest() -> int:
    """Letters of the longest spelling of one syllable."""
    return max(map(len, syllables_by_latin()))
