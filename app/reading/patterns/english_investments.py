"""Who invested in whom, said of the very pair, in English."""

import re
from collections.abc import Iterator, Sequence

from app.reading.patterns.english_funded import funded
from app.reading.patterns.english_phrases import (
    ASIDE,
    AUXILIARY,
    COMPANY,
    IT,
    LIST,
    NO_NAME,
    NO_TARGET,
    POSSESSIVE,
    ROUND,
    TARGET,
    firms,
    is_said,
    is_subject,
    listed,
    short_enough,
    when,
    whose,
)
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, Tagged
from app.vocabulary import FactType

_CARRIED = ("the company is not named in this sentence; it was taken from the sentences before",)
INVESTORS = r"(?:investors?|backers?|shareholders?|participants|supporters)"


def invested(  # noqa: PLR0913, PLR0917 - the parts of a statement
    sentence: Tagged,
    investors: Sequence[int],
    startups: Sequence[int | None],
    span: tuple[int, int],
    confidence: float,
    amount: int | None = None,
    period: int | None = None,
) -> Iterator[Statement]:
    """Each investor in each company; a sum belongs to a single pair only."""
    period = when(sentence, span[1]) if period is None else period
    for startup in startups:
        for investor in investors:
            if investor == startup or sentence.text[investor] == PERSON:
                continue
            words = {"investor": (investor, investor + 1)}
            quoted = (min(span[0], investor), max(investor + 1, span[1] if len(investors) == 1 else 0))
            if startup is not None:
                words["startup"] = (startup, startup + 1)
            yield Statement(
                FactType.INVESTMENT,
                {"investor": investor, "startup": startup},
                short_enough(sentence, quoted, span, (investor, investor + 1)),
                confidence if startup is not None else min(confidence, 0.8),
                words=words,
                quantity=amount if len(investors) == 1 and len(startups) == 1 else None,
                period=period,
                doubts=() if startup is not None else _CARRIED,
            )


@rule(
    "en-led-by",
    rf"\b(?P<verb>(?:co-|jointly )?led (?:jointly )?by|(?:with )?participation (?:from|by|of)"
    rf"|joined by(?: existing| new)?|backed by"
    rf"|(?:spearheaded|headed|anchored|fronted|headlined|underwritten|subscribed|co-invested|financed|funded) by"
    rf"|drawing investment from|with (?:backing|money|support|funding|capital|investments?|contributions?) from"
    rf"|supported by"
    rf"|(?<=round )by|(?<=financing )by|(?<=investment )by|(?<=funding )by|(?<=Series [A-F] )by) "
    rf"(?:[^{ORG}{PERSON}{MONEY}.;]{{0,80}}?(?:including|such as|namely) )?(?P<investors>{LIST})"
    rf"(?P<more>,? (?:in (?:collaboration|partnership|cooperation) with|and (?:also )?(?:backed|joined|supported) by"
    rf"|with (?:additional |further )?(?:participation|support|investments?) (?:from|by)) (?P<others>{LIST}))?",
    "[Qingliu] raised $30 million in a round led by [Nanling Capital] and [Antler]. "
    "→ investment Nanling Capital Qingliu; investment Antler Qingliu; figure Qingliu funding 30000000 USD",
    "[Qingliu] has closed a Series B round with participation from the fund [Antler]. → investment Antler Qingliu",
    "[Qingliu] is in talks to raise $30 million in a round led by [Nanling Capital]. →",
    "A team led by [Nanling Capital] visited [Qingliu]. →",
    "[Qingliu] grew. The investment, spearheaded by [Antler], in collaboration with [Geely] and [Mirinae], is big. "
    "→ investment Antler Qingliu; investment Geely Qingliu; investment Mirinae Qingliu",
    "[Qingliu] grew. The startup earlier raised a $5 million Series A round by [Antler]. "
    "→ figure Qingliu funding 5000000 USD; investment Antler Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = sentence.text[max(0, found.start() - 140) : found.start()]
    if not (re.search(rf"\b{ROUND}\b", before) or MONEY in before) or not is_said(sentence, *found.span("verb")):
        return
    if re.search(r"\b(?:fund|fund [a-z ]{0,20}|project|campaign|team) $", before):
        return
    plain = {"backed by", "supported by", "headed by", "funded by", "financed by", "subscribed by"}
    if found["verb"] in plain and not re.search(rf"\b{ROUND}\b(?: was| is|,)? $", before):
        return
    startup = funded(sentence, found.start())
    if startup != -1:
        investors = [*listed(found, "investors"), *(listed(found, "others") if found["others"] else [])]
        yield from invested(sentence, investors, [startup], (found.start("verb"), found.end("investors")), 0.94)


@rule(
    "en-raised-from",
    rf"(?:(?P<subject>{ORG})|{IT})(?P<between>(?:{ASIDE})?[^{ORG}{PERSON}{MONEY}.;]{{0,50}}?) (?P<verb>raised"
    rf"|raises|secured"
    rf"|secures|received|receives|seen|saw|got|gets|won|attracted|drew|landed|bagged|took) "
    rf"(?P<what>[^{ORG}{PERSON}.;]{{0,70}}?)"
    rf"\bfrom (?:[a-z -]{{0,50}}?(?:including|such as|like|investors(?:,|:| ?[—–])) "
    rf"|(?:existing |new |other |strategic )*(?:investors|backers) )?(?P<investors>{LIST})"
    rf"(?: and (?:other investors|others))?(?: (?:in|last|during) <D:period>)?",
    "[Qingliu] has raised $70 million from [Alibaba]s [Ant Group] and [Antler]. "
    "→ investment Ant Group Qingliu; investment Antler Qingliu; figure Qingliu funding 70000000 USD",
    "[Heguang], a chip maker, got 800 million yuan from [Donggang Ventures]. "
    "→ investment Donggang Ventures Heguang; figure Heguang funding 800000000 CNY",
    "[Heguang] got $20 million from a group of known investors: [Antler] and [Geely]. "
    "→ investment Antler Heguang; investment Geely Heguang; figure Heguang funding 20000000 USD",
    "[Megvii] got a model from [Alibaba]. →",
    "[Megvii] has not raised money from [Alibaba]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose(sentence, found)
    of_money = MONEY in found["what"] or re.search(rf"\b{ROUND}\b|\bmoney\b|\bbacking\b", found["what"])
    if startup is False:
        return
    if of_money and "contract" not in found["what"] and is_said(sentence, found.start("verb"), found.end("what")):
        yield from invested(
            sentence, listed(found, "investors"), [startup], (found.start("verb"), found.end("investors")), 0.94,
            period=place(found, "period"),
        )  # fmt: skip


@rule(
    "en-invested-in",
    rf"(?P<investors>{LIST})(?: and (?:other|several|some|more) (?:[A-Za-z-]+ ){{0,5}}?(?:investors|backers|firms"
    rf"|companies"
    rf"|funds|giants))?(?P<aside>{ASIDE})?(?:,? (?:which|who))?(?:, meanwhile,)? (?:(?:has|have|had|also"
    rf"|reportedly|recently"
    rf"|already|all|both"
    rf"|since|first|initially|previously|earlier|jointly|together|subsequently) ){{0,4}}"
    rf"(?P<verb>invested|invests|invest|poured|injected|plowed|ploughed|pumped|put|backed|bankrolls|bankrolled|funded"
    rf"|co-led|led|took part in"
    rf"|participated in|joined) (?P<what>[^{ORG}{PERSON}.;]{{0,70}}?)"
    rf"(?:(?<=\bin )|(?<=\binto )|(?<=\bfor )|(?<=\bof )|(?<=backed )|(?<=bankrolls )|(?<=bankrolled )|(?<=funded ))"
    rf"(?P<kind>(?:(?!most|some|several|many|both|an?\b)[\w’'-]+ ){{0,6}}?){TARGET}(?P<startups>{ORG}(?:(?:, |,?"
    rf" and ){ORG}(?! (?:has|have|is|was|also|said|led|took|joined)\b))*){NO_TARGET}",
    "[Ant Group], [Qiming] and [Baidu Ventures] have invested in [Shengshu]. "
    "→ investment Ant Group Shengshu; investment Qiming Shengshu; investment Baidu Ventures Shengshu",
    "[Antler] led a $90 million funding round in [Qingliu]. "
    "→ investment Antler Qingliu; figure Qingliu funding 90000000 USD",
    "[Alibaba] has not invested in [DeepSeek]. →",
    "[Alibaba] joined a call for rules in [Moonshot AI]. →",
    "[Tencent] led rivals in [Moonshot AI] use. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    verb = found["verb"]
    money = [i for i in range(*found.span("what")) if sentence.text[i] == MONEY]
    needs = {"co-led", "led", "took part in", "participated in", "joined"}
    gives = {"poured", "injected", "plowed", "ploughed", "pumped", "put", "took"}
    if verb in needs and not re.search(rf"\b{ROUND}\b", found["what"]):
        return
    if verb in gives and not (money or re.search(r"\bmoney\b|\bcapital\b|\bfunds\b|\bcash\b", found["what"])):
        return
    if verb in {"invested", "invests"} and re.search(
        r"\b(?:research|development|infrastructure|building)\b", found["what"]
    ):
        return
    if re.search(r"['’]?s [a-z ]+$", found["kind"]) or re.search(r"\b(?:but|it|they|most|which|who)\b", found["what"]):
        return
    if is_subject(sentence, found.start("investors")) and is_said(sentence, found.start("verb"), found.end("what")):
        amount = money[0] if money and verb not in needs else None
        yield from invested(
            sentence, listed(found, "investors"), places(found, "startups"),
            (found.start("verb"), found.end("startups")), 0.94, amount,
        )  # fmt: skip


@rule(
    "en-bankrolls",
    r"<O:investor> (?P<verb>bankrolls|bankrolled|funds|finances|backs|has backed) (?P<it>the (?:company|lab"
    r"|startup|start-up|firm))\b",
    "[DeepSeek] was founded by <Liang Wenfeng> of [High-Flyer]. [High-Flyer] bankrolls the lab. "
    "→ founding Liang Wenfeng DeepSeek; investment High-Flyer DeepSeek",
    "[High-Flyer] visits the lab. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        yield from invested(sentence, places(found, "investor"), [None], found.span(), 0.8)


@rule(
    "en-led-the-round",
    rf"(?P<investors>{LIST})(?P<aside>{ASIDE})?,? (?:(?:has|have|had|also|reportedly|all|again|both|which)"
    rf" ){{0,3}}(?P<verb>led|co-led"
    rf"|took part|participated|joined|invested)(?P<what>(?: again)?(?: in)? (?:the|this|that|its|both"
    rf"|an?)?{NO_NAME}{{0,40}}?"
    rf"\b(?:round|financing|funding|investment|deal)\b| again\b)(?! (?:in|for|of|into) (?:[\w-]+ ){{0,4}}{ORG})",
    "[Qingliu] raised $30 million. [Donggang] and South Korea's [Mirinae] also took part in the round. "
    "→ figure Qingliu funding 30000000 USD; investment Donggang Qingliu; investment Mirinae Qingliu",
    "[Qingliu] raised $30 million. [Antler], an earlier backer, joined again. "
    "→ figure Qingliu funding 30000000 USD; investment Antler Qingliu",
    "[Qingliu] raised $30 million. [Antler] did not take part in the round. → figure Qingliu funding 30000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_subject(sentence, found.start("investors")) or not is_said(sentence, *found.span("verb")):
        return
    if (
        found["verb"] == "joined"
        and "again" in found["what"]
        and not re.search(r"backer|investor|shareholder", found["aside"] or "")
    ):
        return
    if re.search(r" an? ", f"{found['what'][:12]} ") and not re.search(rf"{COMPANY}|\b[Ii]t\b", sentence.text):
        return
    before = funded(sentence, found.start("investors"))
    behind = re.match(rf"[^.;]{{0,30}}?\b(?:in|for) (?!{PERIOD})", sentence.text[found.end() :])
    if before == -1 and firms(sentence, 0, found.start("investors")):
        return
    if not behind:
        startup = None if before == -1 else before
        yield from invested(
            sentence, listed(found, "investors"), [startup], (found.start("verb"), found.end("what")), 0.88
        )


@rule(
    "en-included",
    rf"\b(?P<verb>(?:[Oo]ther |[Ee]xisting |[Nn]otable |[Ee]arly |[Pp]revious |[Cc]urrent |[Mm]ajor |[Kk]ey "
    rf"|[Ll]ead )*{INVESTORS}"
    rf"(?: (?:in|from) (?:(?:the|its|that) )?[a-z ]{{0,20}}(?:rounds?|company|startup))?,?(?: also| that| which| who)?"
    rf" (?:including|include"
    rf"|included|are|were|such as))"
    rf" (?P<investors>{LIST})",
    "[MiniMax] is big. Its investors include [Alibaba] and [Tencent]. "
    "→ investment Alibaba MiniMax; investment Tencent MiniMax",
    "[Unitree] completed a round with backers that included [Geely]. → investment Geely Unitree",
    "Investors include [Alibaba] in many deals of the sector. →",
    "[Unitree] raised $30 million. It also attracted an array of investors including [Geely]. "
    "→ figure Unitree funding 30000000 USD; investment Geely Unitree",
    "[MiniMax] is big. The top investors include [Alibaba] and [Tencent]. "
    "→ investment Alibaba MiniMax; investment Tencent MiniMax",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    text = sentence.text[: found.start()]
    owner = re.search(rf"(?P<who>{ORG})(?:{POSSESSIVE}|, whose) (?:[a-z-]+ ){{0,3}}$", text)
    owner = owner or re.search(rf"(?P<who>{ORG}),? (?:which |that )?(?:has|had) (?:[\w-]+ ){{0,4}}$", text)
    owner = owner if owner and is_subject(sentence, owner.start("who")) else None
    mine = re.search(r"\b(?:[Ii]ts|[Tt]he (?:company|startup|start-up|firm)['’]s) (?:[a-z-]+ ){0,3}$", text)
    drew = re.search(rf"{IT}{AUXILIARY} (?:attracted|drew|lured|won|pulled in|brought in) (?:[a-z-]+ ){{0,4}}$", text)
    here = re.search(r" in (?:the|its|that) ", found["verb"]) and not firms(sentence, 0, found.start())
    the = re.search(r"^The (?:[\w-]+ ){0,3}$", text) is not None
    startup = owner.start("who") if owner else None if mine or here or the or drew else funded(sentence, found.start())
    if startup == -1 or not is_said(sentence, *found.span("verb")):
        return
    if startup is None and not mine and not the and not drew and not re.search(r"\b(?:the|its|that)\b", found["verb"]):
        return
    yield from invested(
        sentence, listed(found, "investors"), [startup], (found.start("verb"), found.end("investors")), 0.92
    )
