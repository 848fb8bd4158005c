"""Two small articles that spell one person differently, in a folder of their own."""

from pathlib import Path

FIRST = Path("articles/2024-05-01-one-kaiming")
SECOND = Path("articles/2024-06-01-two-kaiming")

GAZETTEER = """
[[organization]]
id = "xinghe"
kind = "startup"
name = "Xinghe"
name_ko = "싱허"
name_zh = "星河"

[[organization]]
id = "acme"
kind = "company"
name = "Acme"
name_ko = "애크미"

[[person]]
id = "zhao-kaiming"
name = "Zhao Kaiming"
name_ko = "자오카이밍"
name_zh = "赵凯明"

[[person]]
id = "wang-bo"
name = "Wang Bo"
name_zh = "王博"
"""
MERGE = """
[[merge]]
from = "{old}"
into = "{into}"
note = "One man."
"""
DISTINCT = """
[[distinct]]
a = "{a}"
b = "{b}"
note = "Father and son."
"""
SECOND_PERSON = """
[[person]]
id = "jao-kai-ming"
name = "자오 카이밍"
aliases = ["조개명"]
note = "As the second article spells him."
"""
ARTICLE = """
id = "{name}"
title = "싱허"
publisher = "{name}"
published_on = {day}
language = "ko"
story = "{name}"
text_read = "original"
text_kept = true
"""
TEXTS = {
    FIRST: "싱허\n자오카이밍이 싱허를 창업했다. 그는 애크미 출신이다.\n",
    SECOND: "싱허\n짜오카이밍이 싱허를 창업했다. 짜오카이밍은 애크미에서 일했다. 자오 카이밍은 말이 없다. 조개명.\n",
}
FOUNDED = """
[[founding]]
person = "{person}"
startup = "xinghe"
citations = [{{ passage = "p2.s1", as_written = "{words}" }}]
"""
LEFT = """
[[employment]]
person = "{person}"
organization = "{organization}"
status = "former"
citations = [{{ passage = "p2.s2", as_written = "애크미" }}]
"""


def write_spelled(folder: Path, person: str = "짜오카이밍", more: str = "") -> Path:
    """Seeds in which the second article names the person so, or by this id of its own; `more` for the gazetteer."""
    for path, whom, words in ((FIRST, "zhao-kaiming", "자오카이밍이 싱허를 창업"), (SECOND, person, "싱허를 창업")):
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "article.toml").write_text(ARTICLE.format(name=path.name, day=path.name[:10]), "utf-8")
        (folder / path / "original.txt").write_text(TEXTS[path], "utf-8")
        organization = "acme" if path == FIRST else "애크미"
        records = FOUNDED.format(person=whom, words=words) + LEFT.format(person=whom, organization=organization)
        (folder / path / "records.toml").write_text(records, "utf-8")
    (folder / "gazetteer.toml").write_text(GAZETTEER + more, "utf-8")
    return folder
