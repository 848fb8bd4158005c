"""A small crowd with what the crowd has not: periods, reports, several investments of one, values of nothing."""

from pathlib import Path

from tests.crowd import table, write_crowd

BAND = 8
"""How many startups there are."""
REPORTED = (12, 12, 7)


def write_band(folder: Path) -> Path:
    """Write a crowd of eight and one more article about every second startup."""
    write_crowd(folder, BAND)
    article = folder / "articles" / "band"
    article.mkdir()
    about = {"id": "band", "title": "무리", "publisher": "베타일보", "language": "ko", "story": "band"}
    read = {"text_read": "original", "text_kept": True}
    (article / "article.toml").write_text(table("published_on = 2024-06-20", **about, **read), encoding="utf-8")
    text, records = ["무리"], []
    for at, count in enumerate(REPORTED):
        text.append(f"회사{at}호 출신 창업가는 {count}명이다.")
        figure = {"subject": "cohort-000", "metric": "founders", "value": count, "unit": "people"}
        base = f'of = {{ prior_employer = "employer-{at}" }}\n'
        cited = f'passage = "p{len(text)}.s1", as_written = "{count}명"'
        records.append(table("[[figure]]", **figure, qualifier="exact") + base + f"citations = [{{ {cited} }}]\n")
    for at in range(0, BAND, 2):
        startup, times = f"startup-{at:03}", at % 3 + 1
        text.append(f"투자000호의 투자를 받은 창업{at:03}호의 올해 매출은 {times}만 달러다.")
        figure = {"subject": startup, "metric": "revenue", "value": times * 10_000, "unit": "USD"}
        year = "period = { from = 2024-01-01, to = 2024-12-31 }\n"
        place = f'passage = "p{len(text)}.s1"'
        cited = f'{place}, as_written = "{times}만 달러", words = {{ period = "올해" }}'
        records.append(table("[[figure]]", **figure, qualifier="exact") + year + f"citations = [{{ {cited} }}]\n")
        records.append(
            table("[[investment]]", investor="investor-000", startup=startup)
            + f'citations = [{{ {place}, as_written = "투자000호의 투자를 받은" }}]\n'
        )
    (article / "original.txt").write_text("\n".join(text), encoding="utf-8")
    (article / "records.toml").write_text("\n".join(records), encoding="utf-8")
    return folder
