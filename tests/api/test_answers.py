"""What the shipped seeds must answer, row by row."""

from typing import Any

import pytest

from tests.api.paths import ARTICLE, UNICORNS
from tests.conftest import Client


def ids(cards: list[Any]) -> list[str]:
    return [card["id"] for card in cards]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("startups?cohort=cn-ai-unicorns-since-2023&sort=id", UNICORNS),
        ("startups?prior_employer=google", ["01-ai", "moonshot-ai"]),
        ("startups?prior_employer=google&rollup=false", []),
        ("startups?prior_employer=google-brain", ["moonshot-ai"]),
        ("people?prior_employer=microsoft", ["tan-xu"]),
        ("founders?prior_employer=microsoft", []),
        ("founders", ["kai-fu-lee", "yang-zhilin"]),
        ("investors?startup=minimax", ["alibaba", "tencent"]),
        ("investors?startup=zhipu-ai", []),
        ("startups?investor=alibaba", ["minimax"]),
        ("startups?prior_employer=openai&role=any", []),
    ],
)
def test_a_list_answers(shipped: Client, question: str, answer: list[str]) -> None:
    page = shipped.json(f"/v1/{question}")

    assert ids(page["items"]) == answer
    assert page["total"] == len(answer)
    assert page["next"] is None


def test_a_startup_is_joined_with_its_people_and_their_past(shipped: Client) -> None:
    moonshot = shipped.json("/v1/startups/moonshot-ai")

    assert (moonshot["name"], moonshot["name_ko"], moonshot["name_zh"]) == ("Moonshot AI", "문샷AI", "月之暗面")
    assert (moonshot["kind"], moonshot["country"]) == ("startup", "CN")
    [founder] = moonshot["founders"]
    assert founder["person"]["id"] == "yang-zhilin"
    assert founder["citations"][0]["as_written"] == "양즈린이 창업"
    assert founder["citations"][0]["article"]["id"] == ARTICLE
    assert [
        (step["organization"]["id"], step["rolls_up_to"]["id"], step["title"], step["status"], len(step["citations"]))
        for step in founder["prior_employers"]
    ] == [("facebook-ai-research", "meta", None, "former", 1), ("google-brain", "google", None, "former", 1)]
    [hire] = moonshot["hires"]
    assert (hire["person"]["id"], hire["title"], hire["status"]) == ("tan-xu", None, "current")
    [step] = hire["prior_employers"]
    assert (step["organization"]["id"], step["rolls_up_to"]["id"]) == ("microsoft-research-asia", "microsoft")
    assert (step["title"], step["unit"]) == ("principal research manager", "machine learning group")
    assert moonshot["investors"] == moonshot["products"] == moonshot["figures"] == []
    assert [each["kind"] for each in moonshot["activities"]] == ["launch"]
    assert [each["cohort"]["id"] for each in moonshot["cohorts"]] == ["cn-ai-unicorns-since-2023"]
    [claim] = moonshot["claims"]
    assert (claim["relation"], claim["extent"], claim["open_ended"]) == ("investor", "most", True)
    assert sorted(ids(claim["parties"])) == ["alibaba", "baidu", "didi", "tencent", "xiaomi"]
    assert claim["fact"].startswith("f_")


def test_a_portfolio_keeps_investments_and_group_claims_apart(shipped: Client) -> None:
    portfolio = shipped.json("/v1/investors/alibaba/portfolio")

    assert [each["startup"]["id"] for each in portfolio["items"]] == ["minimax"]
    assert portfolio["total"] == 1
    [claim] = portfolio["claims"]
    assert (claim["cohort"]["id"], claim["extent"]) == ("cn-ai-unicorns-since-2023", "most")


def test_revenue_of_minimax(shipped: Client) -> None:
    [figure] = shipped.json("/v1/figures?metric=revenue&subject=minimax")["items"]

    assert (figure["value"], figure["unit"], figure["qualifier"]) == (70_000_000, "USD", "expected")
    assert figure["period"] == {"from": "2024-01-01", "to": "2024-12-31"}
    assert figure["as_written"] == "7000만 달러"
    assert figure["stated_conversion"] == {
        "value": 100_000_000_000,
        "unit": "KRW",
        "qualifier": "about",
        "as_written": "약 1000억 원",
    }
    assert figure["usd"] == {"value": 70_000_000, "rate": 1, "on": "2024-11-24", "source": "same currency"}
    assert figure["attributed_to"] is None


def test_funding_is_of_all_262_startups_and_has_dollars_of_a_named_day(shipped: Client) -> None:
    page = shipped.json("/v1/figures?metric=funding")

    [figure] = page["items"]
    assert page["total"] == 1
    assert figure["subject"]["id"] == "cn-genai-startups-funded-2024-01-04"
    assert (figure["value"], figure["unit"], figure["as_written"]) == (14_300_000_000, "CNY", "143억 위안")
    assert figure["period"] == {"from": "2024-01-01", "to": "2024-04-30"}
    assert (figure["of"]["size"]["value"], figure["of"]["size"]["unit"]) == (262, "companies")
    conversion = figure["stated_conversion"]
    assert (conversion["value"], conversion["unit"], conversion["qualifier"]) == (2_760_000_000_000, "KRW", "about")
    usd = figure["usd"]
    assert usd["on"] == "2024-04-30"
    assert usd["value"] == pytest.approx(14_300_000_000 * usd["rate"], abs=100)
    assert 1_950_000_000 < usd["value"] < 2_000_000_000  # 0.138 dollars for a yuan; 2.76조 원 would be 1.99 billion
    assert "European Central Bank" in usd["source"]


def test_employers_in_the_order_of_reported_founders(shipped: Client) -> None:
    first, second, *others = shipped.json("/v1/employers?sort=-reported_founders")["items"]

    for row, employer, count in ((first, "microsoft", 156), (second, "google", 104)):
        reported = row["reported_founders"]
        assert (row["id"], reported["value"], reported["qualifier"]) == (employer, count, "exact")
        assert reported["attributed_to"]["id"] == "it-juzi"
        assert reported["of"]["prior_employer"]["id"] == employer
        size = reported["of"]["size"]
        assert (size["value"], size["unit"], size["qualifier"]) == (1400, "people", "more_than")
    assert (first["named_founders"], first["named_people"]) == (0, 1)
    assert (second["named_founders"], second["named_people"]) == (2, 2)
    assert ids(second["children"]) == ["google-brain", "google-china"]
    assert all(row["reported_founders"] is None for row in others)


def test_shares_name_their_base(shipped: Client) -> None:
    figures = shipped.json("/v1/figures?attributed_to=macropolo&metric=share")["items"]

    assert {(each["subject"]["id"], each["value"], each["unit"]) for each in figures} == {
        ("US", 28, "percent"),
        ("CN", 26, "percent"),
    }
    for figure in figures:
        assert figure["period"] == {"from": "2022-01-01", "to": "2022-12-31"}
        assert figure["of"]["population"] == "top 2 % of researchers"
        assert figure["of"]["by"] == "country of undergraduate study"
        assert figure["attributed_to"]["id"] == "macropolo"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "metric=rd_spending&sort=period_from",
            [
                ("cn-government", 1_140_000_000, "USD", "2015-01-01", "2015-12-31", "nia"),
                ("cn-government", 2_110_000_000, "USD", "2023-01-01", "2023-12-31", "nia"),
            ],
        ),
        ("metric=downloads_rank", [("talkie", 12, "rank", "2024-01-01", "2024-08-31", "sensor-tower")]),
    ],
)
def test_figures_with_period_and_speaker(shipped: Client, question: str, answer: list[tuple[Any, ...]]) -> None:
    assert [
        (
            each["subject"]["id"],
            each["value"],
            each["unit"],
            each["period"]["from"],
            each["period"]["to"],
            each["attributed_to"]["id"],
        )
        for each in shipped.json(f"/v1/figures?{question}")["items"]
    ] == answer


def test_talent_flows_keep_founders_hires_and_reports_apart(shipped: Client) -> None:
    flows = shipped.json("/v1/talent-flows")["items"]

    assert {
        (row["employer"]["id"], row["startup"] and row["startup"]["id"], row["role"], row["named"], row["reported"])
        for row in flows
    } == {
        ("google", "01-ai", "founder", 1, None),
        ("google", "moonshot-ai", "founder", 1, None),
        ("meta", "moonshot-ai", "founder", 1, None),
        ("microsoft", "moonshot-ai", "hire", 1, None),
        ("microsoft", None, "founder", 0, 156),
        ("google", None, "founder", 0, 104),
    }
    assert len(flows) == 6


def test_alumni_are_named_and_reported_apart(shipped: Client) -> None:
    microsoft = shipped.json("/v1/employers/microsoft/alumni")
    [person] = microsoft["items"]

    assert (person["id"], person["role"], person["startup"]["id"]) == ("tan-xu", "hire", "moonshot-ai")
    assert (microsoft["named_founders"], microsoft["named_hires"], microsoft["reported"]["value"]) == (0, 1, 156)
    openai = shipped.json("/v1/employers/openai/alumni")
    assert (openai["items"], openai["total"]) == ([], 0)
    assert (openai["named_founders"], openai["named_hires"], openai["reported"]) == (0, 0, None)


def test_a_startup_without_a_stated_founder_says_so(shipped: Client) -> None:
    baichuan = shipped.json("/v1/startups/baichuan")

    assert baichuan["founders"] == baichuan["investors"] == []
    assert baichuan["coverage"]["founders"] == baichuan["coverage"]["investors"] == "not_stated"
    assert baichuan["coverage"]["claims"] == "open_ended"
    assert len(baichuan["claims"]) == 1


def test_activities_of_alibaba_with_their_speakers(shipped: Client) -> None:
    page = shipped.json("/v1/activities?organization=alibaba")

    assert {
        (each["kind"], each["place"], (each["attributed_to"] or {}).get("id"), (each["counterpart"] or {}).get("id"))
        for each in page["items"]
    } == {
        ("recruiting", "Silicon Valley", None, None),
        ("job_posting", "LinkedIn", "financial-times", None),
        ("approach", None, "financial-times", "openai"),
        ("spin_off", "Silicon Valley", "financial-times", None),
    }
    assert page["total"] == 4
