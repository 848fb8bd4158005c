"""JSON-LD in the terms of schema.org: one document, a node for each entity, article and fact.

A link is schema.org's `Role` between its two ends, so that its time, title and evidence have a place: the startup's
`founder` is a role whose `founder` is the person; the person's `worksFor` is a role whose `worksFor` is the employer. A
figure is an `Observation`, an activity an `Event`. All facts are a `Claim` as well: `author` says it, `appearance` is
the article, `citation` quotes the words. What schema.org has no word for stands under `urn:haigui:term:`. The context
is in the document: reading it needs no network.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy.engine import Connection

from app.exports import records
from app.exports.records import ARTICLES, Record
from app.vocabulary import EntityType, FactType, OrganizationKind, ProductKind

CONTEXT: Record = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "entity": "urn:haigui:entity:",
    "article": "urn:haigui:article:",
    "fact": "urn:haigui:fact:",
    "haigui": "urn:haigui:term:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{
        name: {"@id": f"https://schema.org/{name}", "@type": "xsd:date"}
        for name in ("startDate", "endDate", "datePublished")
    },
    "haigui:rateOn": {"@type": "xsd:date"},
}
LONGEST_INTEGER = 2**53
"""The largest that every reader of JSON takes for itself."""

TYPES: dict[str, str] = {
    OrganizationKind.STARTUP: "Corporation",
    OrganizationKind.COMPANY: "Corporation",
    OrganizationKind.LABORATORY: "ResearchOrganization",
    OrganizationKind.UNIVERSITY: "CollegeOrUniversity",
    OrganizationKind.AGENCY: "GovernmentOrganization",
    OrganizationKind.THINK_TANK: "ResearchOrganization",
    OrganizationKind.PUBLISHER: "NewsMediaOrganization",
    ProductKind.MODEL: "SoftwareApplication",
    ProductKind.APP: "SoftwareApplication",
    ProductKind.SERVICE: "Service",
    EntityType.PERSON: "Person",
    EntityType.COHORT: "DefinedTerm",  # a group by definition; most have no members with names
    EntityType.COUNTRY: "Country",
}
"""The type for each kind or type; organizations of other kinds are an `Organization`."""

LINKS: dict[FactType, tuple[str, str, str, str]] = {
    FactType.FOUNDING: ("Role", "startup", "founder", "person"),
    FactType.EMPLOYMENT: ("EmployeeRole", "person", "worksFor", "organization"),
    FactType.INVESTMENT: ("Role", "startup", "funder", "investor"),
    FactType.MEMBERSHIP: ("Role", "cohort", "member", "member"),
    FactType.PARENT: ("Role", "organization", "parentOrganization", "parent"),
    FactType.MAKER: ("Role", "product", "creator", "organization"),
}
"""Links as roles: type of the role, whose it is, the property that leads through it, and to whom."""


def lines(connection: Connection) -> Iterator[bytes]:
    """The document, a node a line."""
    yield b'{"@context":' + _json(CONTEXT) + b',\n"@graph":[\n'
    between = b""
    for node in _nodes(connection):
        yield between + _json(node)
        between = b",\n"
    yield b"\n]}\n"


def _nodes(connection: Connection) -> Iterator[Record]:
    for some in records.entities(connection):
        yield from map(_entity, some)
    for some in records.batches(connection, ARTICLES):
        yield from map(_article, some)
    for fact_type in FactType:
        for some in records.facts(connection, fact_type):
            articles = records.fetch_articles(connection, some)
            for record in some:
                yield _stated({**_evidence(record, articles), **NODES[fact_type](record)})


def _entity(record: Record) -> Record:
    kind = record["kind"] or record["type"]
    place = "location" if record["type"] == EntityType.ORGANIZATION else "spatialCoverage"
    return _stated(
        {
            "@id": f"entity:{record['id']}",
            "@type": TYPES.get(kind, "Organization"),
            "identifier": record["id"],
            "name": [
                record["name"],
                *(
                    {"@value": record[f"name_{language}"], "@language": language}
                    for language in ("ko", "zh", "en")
                    if record[f"name_{language}"]
                ),
            ],
            "alternateName": record["aliases"],
            "description": record["definition"],
            "disambiguatingDescription": record["note"],
            place: _entity_id(record["country"]),
            "haigui:kind": kind,
        }
    )


def _article(record: Record) -> Record:
    names = [record["publisher"], record["publisher_en"]]
    return _stated(
        {
            "@id": f"article:{record['id']}",
            "@type": "NewsArticle",
            "identifier": record["id"],
            "headline": record["title"],
            "publisher": {"@type": "NewsMediaOrganization", "name": [name for name in names if name]},
            "author": record["author"] and {"@type": "Person", "name": record["author"]},
            "datePublished": record["published_on"],
            "inLanguage": record["language"],
            "url": record["url"],
            "copyrightNotice": record["rights"],
            "sha256": record["sha256"],
            "haigui:story": record["story"],
            "haigui:textRead": record["text_read"],
        }
    )


def _evidence(record: Record, articles: dict[str, Record]) -> Record:
    """What every fact has: on whose word it stands and where it is said."""
    cited = record["citations"]
    return {
        "@id": f"fact:{record['fact']}",
        "identifier": record["fact"],
        "haigui:type": record["type"],
        "haigui:basis": record["basis"],
        "haigui:note": record["note"],
        "author": [_entity_id(item) for item in dict.fromkeys(each["attributed_to"] for each in cited) if item],
        "appearance": [{"@id": f"article:{item}"} for item in dict.fromkeys(each["article"] for each in cited)],
        "citation": [_quotation(each, articles[each["article"]]["language"]) for each in cited],
    }


def _quotation(citation: Record, language: str) -> Record:
    return _stated(
        {
            "@type": "Quotation",
            "text": {"@value": citation["as_written"], "@language": language},
            "creator": _entity_id(citation["attributed_to"]),
            "isPartOf": {"@id": f"article:{citation['article']}"},
            "haigui:passage": citation["passage"],
            "haigui:original": citation["original"],
            "haigui:attribution": citation["attribution"],
            "haigui:qualifier": citation["qualifier"],
            "haigui:words": [
                {"@type": "PropertyValue", "name": field, "haigui:text": words}
                for field, words in citation["words"].items()
            ],
            "haigui:remark": citation["remark"],
            "haigui:conversion": citation["conversion_as_written"]
            and _stated(
                {
                    "@type": "MonetaryAmount",
                    "value": citation["conversion_value"],
                    "currency": citation["conversion_unit"],
                    "haigui:qualifier": citation["conversion_qualifier"],
                    "haigui:text": citation["conversion_as_written"],
                }
            ),
        }
    )


def _link(record: Record) -> Record:
    role, whose, through, to = LINKS[record["type"]]
    return {
        "@type": [role, "Claim"],
        "@reverse": {through: _entity_id(record[whose])},
        through: _entity_id(record[to]),
        "startDate": record["period_from"],
        "endDate": record["period_to"],
        "roleName": record.get("title"),
        "haigui:unit": record.get("unit") if record["type"] == FactType.EMPLOYMENT else None,
        "haigui:status": record.get("status"),
    }


def _investment(record: Record) -> Record:
    amount = None if record["value"] is None else _amount(record)
    return {
        **_link(record),
        "amount": amount,
        "haigui:round": record["round"],
        "haigui:qualifier": record["qualifier"],
    }


def _claim(record: Record) -> Record:
    """A claim about a cohort. It names parties and pairs nobody with anybody."""
    return {
        "@type": "Claim",
        "about": _entity_id(record["cohort"]),
        "haigui:relation": record["relation"],
        "haigui:extent": record["extent"],
        "haigui:openEnded": record["open_ended"],
        "haigui:party": [_entity_id(party) for party in record["parties"]],
    }


def _figure(record: Record) -> Record:
    dollars = {
        "@type": "MonetaryAmount",
        "value": record["usd_value"],
        "currency": "USD",
        "haigui:rate": record["usd_rate"],
        "haigui:rateOn": record["usd_on"],
        "haigui:rateSource": record["usd_source"],
    }
    return {
        "@type": ["Observation", "Claim"],
        "observationAbout": _entity_id(record["subject"]),
        "variableMeasured": record["metric"],
        "value": _amount(record),
        "haigui:qualifier": record["qualifier"],
        "startDate": record["period_from"],
        "endDate": record["period_to"],
        "haigui:ofPriorEmployer": _entity_id(record["of_prior_employer"]),
        "haigui:ofVersus": _entity_id(record["of_versus"]),
        "haigui:ofPopulation": record["of_population"],
        "haigui:ofBy": record["of_by"],
        "haigui:usd": None if record["usd_value"] is None else dollars,
    }


def _activity(record: Record) -> Record:
    return {
        "@type": ["Event", "Claim"],
        "description": record["description"],
        "organizer": _entity_id(record["organization"] or record["cohort"]),
        "about": _entity_id(record["product"]),
        "haigui:counterpart": _entity_id(record["counterpart"]),
        "location": [place for place in (record["place"], _entity_id(record["country"])) if place],
        "startDate": record["period_from"],
        "endDate": record["period_to"],
        "haigui:kind": record["kind"],
        "haigui:status": record["status"],
    }


NODES: dict[FactType, Callable[[Record], Record]] = {
    **dict.fromkeys(LINKS, _link),
    FactType.INVESTMENT: _investment,
    FactType.CLAIM: _claim,
    FactType.FIGURE: _figure,
    FactType.ACTIVITY: _activity,
}
"""What each type of fact states, as a node."""


def _amount(record: Record) -> Record:
    """A number with its unit: money, or a quantity of anything else."""
    money = record["unit"] is not None and record["unit"].is_currency
    return _stated(
        {
            "@type": "MonetaryAmount" if money else "QuantitativeValue",
            "value": record["value"],
            "minValue": record.get("value_min"),
            "maxValue": record.get("value_max"),
            "currency" if money else "unitText": record["unit"],
        }
    )


def _entity_id(entity: str | None) -> Record | None:
    return {"@id": f"entity:{entity}"} if entity else None


def _stated(node: Record) -> Record:
    """A node without the properties that have no value."""
    return {name: value for name, value in node.items() if value is not None and value not in ("", [])}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> int | str | dict[str, str]:
    """A number or a day as JSON has it; what is not whole as text with its type, since JSON's own would lose digits."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) <= LONGEST_INTEGER
        return int(value) if whole else {"@value": f"{value:f}", "@type": "xsd:decimal"}
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
