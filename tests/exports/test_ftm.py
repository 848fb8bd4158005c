"""FollowTheMoney, as its own library reads it."""

from collections import Counter

from followthemoney import model

from tests.conftest import Client
from tests.exports.contents import articles, entities, facts, ftm


def test_every_entity_article_and_fact_is_an_entity_once(client: Client) -> None:
    expected = Counter(entities(client) + articles(client) + [fact["fact"] for fact in facts(client)])
    assert Counter(each["id"] for each in ftm(client)) == expected


def test_every_ftm_entity_is_valid_and_loses_nothing_on_the_way_in(client: Client) -> None:
    exported = {each["id"]: each for each in ftm(client)}

    for each in exported.values():
        proxy = model.get_proxy(each, cleaned=False)
        proxy.schema.validate(each)
        assert {name: sorted(proxy.get(name)) for name in each["properties"]} == {
            name: sorted(values) for name, values in each["properties"].items()
        }
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert model.schemata[exported[value]["schema"]].is_a(prop.range), (each, prop.name)


def test_ftm_links_what_is_stated_of_a_pair_and_nothing_else(shipped: Client) -> None:
    exported = ftm(shipped)
    edges = Counter(each["schema"] for each in exported if model.schemata[each["schema"]].edge)
    payments = [each["properties"] for each in exported if each["schema"] == "Payment"]
    tan = next(
        each
        for each in exported
        if each["properties"].get("employee") == ["tan-xu"] and each["properties"]["status"] == ["former"]
    )["properties"]

    assert edges == {"UnknownLink": 7, "Employment": 5, "Payment": 2, "Membership": 5}  # no claim is an edge
    assert sorted((one["payer"], one["beneficiary"]) for one in payments) == [
        (["alibaba"], ["minimax"]),
        (["tencent"], ["minimax"]),
    ]
    assert tan["role"] == ["principal research manager, machine learning group"]
    assert "MS 리서치 아시아" in tan["description"][0]
    [claim] = [each["properties"] for each in exported if each["properties"].get("keywords") == ["investor"]]
    assert claim["entity"] == ["cn-ai-unicorns-since-2023"]
    assert claim["name"][0].endswith("and others")
