"""FollowTheMoney: an entity a line, as its tools read them (https://followthemoney.tech).

Entities of ours become entities, links between two of them become edges, and what is said of one thing or of a group
becomes a note about it. Nothing is made more than it is: money put into a firm is a `Payment`, for no article speaks of
shares; a founder is an `UnknownLink` with that role, for no article makes one a director; a claim stays a note about
its cohort and ties nobody to anybody. Ids are those of the API.

The entities are plain JSON: their own library, which a test checks every line with, would weigh more than all of this
service.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.engine import Connection

from app.exports import records
from app.exports.records import ARTICLES, Record
from app.vocabulary import EntityType, FactType, OrganizationKind, ProductKind

SCHEMATA: dict[str, str] = {
    OrganizationKind.STARTUP: "Company",
    OrganizationKind.COMPANY: "Company",
    OrganizationKind.FUND: "Company",
    OrganizationKind.AGENCY: "PublicBody",
    EntityType.PERSON: "Person",
    EntityType.COHORT: "Organization",  # only an organization has members there
    EntityType.COUNTRY: "Address",
    **dict.fromkeys(ProductKind, "Asset"),
}
"""The schema for each kind or type; organizations of other kinds are an `Organization`."""

EDGES: dict[FactType, tuple[str, tuple[str, str], tuple[str, str], str | None]] = {
    FactType.FOUNDING: ("UnknownLink", ("subject", "person"), ("object", "startup"), "founder"),
    FactType.EMPLOYMENT: ("Employment", ("employee", "person"), ("employer", "organization"), None),
    FactType.INVESTMENT: ("Payment", ("payer", "investor"), ("beneficiary", "startup"), None),
    FactType.MEMBERSHIP: ("Membership", ("member", "member"), ("organization", "cohort"), None),
    FactType.PARENT: ("UnknownLink", ("subject", "organization"), ("object", "parent"), "part of"),
    FactType.MAKER: ("UnknownLink", ("subject", "organization"), ("object", "product"), "maker"),
}
"""Links as edges: schema, property and role of the source, the same of the target, and what the edge is called."""

LANGUAGES = {"ko": "kor", "zh": "zho", "en": "eng", "ja": "jpn"}
"""Languages of articles in ISO 639-3, which the schema takes; others are left out."""

REFERENCES = ("subject", "of_prior_employer", "of_versus", "cohort", "organization", "product", "counterpart")


def lines(connection: Connection) -> Iterator[bytes]:
    """Everything, a line each."""
    for some in records.entities(connection):
        yield from map(_line, map(_entity, some))
    for some in records.batches(connection, ARTICLES):
        yield from map(_line, map(_article, some))
    for fact_type in FactType:
        for some in records.facts(connection, fact_type):
            yield from map(_line, _facts(connection, some))


def _entity(record: Record) -> Record:
    kind = record["kind"] or record["type"]
    properties = {
        "name": [record["name"], record["name_ko"], record["name_zh"], record["name_en"]],
        "alias": record["aliases"],
        "description": [record["definition"]],
        "notes": [record["note"]],
        "country": [record["id"] if record["type"] == EntityType.COUNTRY else record["country"]],
    }
    if record["type"] in {EntityType.ORGANIZATION, EntityType.COHORT}:
        properties["classification"] = [kind]
    if record["type"] == EntityType.PRODUCT:
        properties["keywords"] = [kind]
    if record["type"] == EntityType.COUNTRY:
        properties["full"] = [record["name"]]
    return _written(record["id"], SCHEMATA.get(kind, "Organization"), properties)


def _article(record: Record) -> Record:
    properties = {
        "title": [record["title"]],
        "name": [record["title"]],
        "author": [record["author"]],
        "publisher": [record["publisher"], record["publisher_en"]],
        "publishedAt": [record["published_on"]],
        "language": [LANGUAGES.get(record["language"])],
        "sourceUrl": [record["url"]],
        "notes": [record["rights"]],
    }
    return _written(record["id"], "Article", properties)


def _facts(connection: Connection, some: list[Record]) -> Iterator[Record]:
    articles = records.fetch_articles(connection, some)
    named = [record.get(name) for record in some for name in REFERENCES]
    named += [party for record in some for party in record.get("parties", [])]
    named += [citation["attributed_to"] for record in some for citation in record["citations"]]
    names = records.fetch_names(connection, named)
    for record in some:
        cited = [articles[citation["article"]] for citation in record["citations"]]
        evidence = {
            "description": [_quoted(citation, articles, names) for citation in record["citations"]],
            "publisher": [article["publisher"] for article in cited],
            "sourceUrl": [article["url"] for article in cited],
        }
        if record["type"] in EDGES:
            yield _edge(record, evidence)
            continue
        evidence["proof"] = [article["id"] for article in cited]
        yield _event(record, evidence) if record["type"] == FactType.ACTIVITY else _note(record, evidence, names)


def _edge(record: Record, evidence: dict[str, list[Any]]) -> Record:
    schema, (source, from_), (target, to), role = EDGES[record["type"]]
    properties = evidence | {
        source: [record[from_]],
        target: [record[to]],
        "startDate": [record["period_from"]],
        "endDate": [record["period_to"]],
        "recordId": [f"{citation['article']}#{citation['passage']}" for citation in record["citations"]],
        "summary": [f"{record['type']} ({record['basis']})", record["note"]],
    }
    if schema == "Payment":
        stated = " ".join(filter(None, ["investment", record["round"]]))
        properties["purpose"] = [stated if record["value"] is None else f"{stated} ({record['qualifier']})"]
        properties["amount"] = [record["value"] and f"{record['value']:f}"]
        properties["currency"] = [record["unit"]]
        return _written(record["fact"], schema, properties)
    titles = [record.get("title"), record.get("unit")]
    properties["role"] = [role, ", ".join(filter(None, titles)) or None]
    properties["status"] = [record.get("status")]
    return _written(record["fact"], schema, properties)


def _event(record: Record, evidence: dict[str, list[Any]]) -> Record:
    properties = evidence | {
        "name": [record["description"]],
        "summary": [record["note"]],
        "organizer": [record["organization"] or record["cohort"]],
        "involved": [record["counterpart"]],
        "startDate": [record["period_from"]],
        "endDate": [record["period_to"]],
        "location": [record["place"]],
        "country": [record["country"]],
        "keywords": [record["kind"], record["status"], record["product"]],
    }
    return _written(record["fact"], "Event", properties)


def _note(record: Record, evidence: dict[str, list[Any]], names: dict[str, str]) -> Record:
    about = record["subject"] if record["type"] == FactType.FIGURE else record["cohort"]
    sentence = _figure(record, names) if record["type"] == FactType.FIGURE else _claim(record, names)
    properties = evidence | {
        "name": [f"{names[about]}: {sentence}"],
        "entity": [about],
        "summary": [record["note"]],
        "keywords": [record["metric"] if record["type"] == FactType.FIGURE else record["relation"]],
    }
    return _written(record["fact"], "Note", properties)


def _figure(record: Record, names: dict[str, str]) -> str:
    """A figure in one line: `founders 156 people (exact), formerly at Microsoft`."""
    low, value, high = (
        None if record[name] is None else f"{record[name]:f}" for name in ("value_min", "value", "value_max")
    )
    number = value or (f"{low or '…'}–{high or '…'}" if low or high else "in words only")
    parts = [f"{record['metric']} {number} {record['unit']} ({record['qualifier']})"]
    if record["of_prior_employer"]:
        parts.append(f"formerly at {names[record['of_prior_employer']]}")
    if record["of_versus"]:
        parts.append(f"versus {names[record['of_versus']]}")
    if record["of_population"]:
        parts.append(f"of {record['of_population']}")
    if record["of_by"]:
        parts.append(f"by {record['of_by']}")
    if record["period_from"] or record["period_to"]:
        parts.append(f"{record['period_from'] or '…'} to {record['period_to'] or '…'}")
    if record["usd_value"] is not None:
        parts.append(f"{record['usd_value']:f} USD at the rate of {record['usd_on']}")
    return ", ".join(parts)


def _claim(record: Record, names: dict[str, str]) -> str:
    """A claim in one line: `most: investor Alibaba, Tencent and others`."""
    parties = ", ".join(names[party] for party in record["parties"])
    return f"{record['extent']}: {record['relation']} {parties}{' and others' if record['open_ended'] else ''}"


def _quoted(citation: Record, articles: dict[str, Record], names: dict[str, str]) -> str:
    """The words of a citation with their place and speaker."""
    article = articles[citation["article"]]
    speaker = names.get(citation["attributed_to"])
    words = [citation["as_written"], citation["conversion_as_written"]]
    said = f"“{' … '.join(filter(None, words))}”" + (f", says {speaker}" if speaker else "")
    place = f"{article['publisher']}, {article['published_on']}, {citation['passage']}"
    return " ".join(filter(None, [f"{said} ({place})", citation["remark"]]))


def _written(entity: str, schema: str, properties: dict[str, list[Any]]) -> Record:
    """An entity with those properties that have values, as texts, none of them twice."""
    kept = {name: list(dict.fromkeys(_texts(name, values))) for name, values in properties.items()}
    return {"id": entity, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _texts(name: str, values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if value is not None and value != "":
            yield str(value).lower() if name == "country" else str(value)


def _line(entity: Record) -> bytes:
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
