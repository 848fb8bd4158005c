"""A made-up world with any number of everything, written as files and loaded like any other."""

import json
from pathlib import Path

ARTICLE = {
    "id": "crowd",
    "title": "모두",
    "publisher": "알파신문",
    "language": "ko",
    "story": "crowd",
    "text_read": "original",
    "text_kept": True,
}
EMPLOYERS = 7


def table(header: str, **values: object) -> str:
    """A table of TOML; strings, numbers, truth values and lists of strings are written alike in JSON."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join([header, *lines, ""])


def write_crowd(folder: Path, size: int) -> Path:
    """Write `size` startups with a founder, a hire, an investor, a cohort, a product, a figure and an activity each."""
    gazetteer = [table("[[country]]", id=code, name=code) for code in ("CN", "US")]
    text, records = ["모두"], []
    for at in range(EMPLOYERS):
        organization = "[[organization]]"
        gazetteer += [
            table(organization, id=f"employer-{at}", kind="company", name=f"회사{at}호"),
            table(organization, id=f"branch-{at}", kind="laboratory", name=f"지점{at}호")
            + f'parent = {{ id = "employer-{at}", note = "made up" }}\n',
        ]
    for at in range(size):
        gazetteer += _entities(at)
        text.append(
            f"창업{at:03}호는 지점{at % EMPLOYERS}호 출신 대표{at:03}호가 세웠고 직원{at:03}호와 투자{at:03}호가 "
            f"합류해 제품{at:03}호로 올해 매출 {at + 1}만 달러를 올렸다."
        )
        records += _facts(at)
    article = folder / "articles" / "crowd"
    article.mkdir(parents=True)
    (folder / "gazetteer.toml").write_text("\n".join(gazetteer), encoding="utf-8")
    (article / "article.toml").write_text(table("published_on = 2024-05-10", **ARTICLE), encoding="utf-8")
    (article / "original.txt").write_text("\n".join(text), encoding="utf-8")
    (article / "records.toml").write_text("\n".join(records), encoding="utf-8")
    return folder


def _entities(at: int) -> list[str]:
    return [
        table("[[organization]]", id=f"startup-{at:03}", kind="startup", name=f"창업{at:03}호", country="CN"),
        table("[[organization]]", id=f"investor-{at:03}", kind="fund", name=f"투자{at:03}호"),
        table("[[person]]", id=f"founder-{at:03}", name=f"대표{at:03}호"),
        table("[[person]]", id=f"hire-{at:03}", name=f"직원{at:03}호"),
        table("[[product]]", id=f"product-{at:03}", kind="app", name=f"제품{at:03}호")
        + f'maker = {{ id = "startup-{at:03}", note = "made up" }}\n',
        table("[[cohort]]", id=f"cohort-{at:03}", name=f"Cohort {at:03}", definition="One startup."),
    ]


def _facts(at: int) -> list[str]:
    startup, founder, hire, investor = f"startup-{at:03}", f"founder-{at:03}", f"hire-{at:03}", f"investor-{at:03}"
    cohort, left = f"cohort-{at:03}", f"branch-{at % EMPLOYERS}"

    def fact(header: str, as_written: str, **values: object) -> str:
        citation = f'citations = [{{ passage = "p{at + 2}.s1", as_written = "{as_written}" }}]\n'
        return table(header, **values) + citation

    launch = {"kind": "launch", "status": "done", "description": "launched its product", "product": f"product-{at:03}"}
    revenue = {"metric": "revenue", "value": (at + 1) * 10_000, "unit": "USD", "qualifier": "exact"}
    claim = {"relation": "investor", "extent": "most", "open_ended": True, "parties": [investor]}
    return [
        fact("[[founding]]", "세웠고", person=founder, startup=startup),
        fact("[[employment]]", "출신", person=founder, organization=left, status="former"),
        fact("[[employment]]", "출신", person=hire, organization=left, status="former"),
        fact("[[employment]]", "합류", person=hire, organization=startup, status="current"),
        fact("[[investment]]", "합류", investor=investor, startup=startup),
        fact("[[membership]]", "세웠고", member=startup, cohort=cohort),
        fact("[[claim]]", "합류", cohort=cohort, **claim),
        fact("[[figure]]", f"{at + 1}만 달러", subject=startup, **revenue),
        fact("[[activity]]", "합류", organization=startup, **launch),
    ]
