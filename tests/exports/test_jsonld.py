"""JSON-LD, as an RDF library reads it."""

import json
from collections import Counter

import pytest
from rdflib import Graph

from tests.conftest import Client
from tests.exports.contents import articles, entities, facts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib towards its own libraries
PREFIXES = "PREFIX s: <https://schema.org/> PREFIX h: <urn:haigui:term:> PREFIX e: <urn:haigui:entity:> "


def test_every_entity_article_and_fact_is_a_node_once(client: Client) -> None:
    expected = Counter(entities(client) + articles(client) + [fact["fact"] for fact in facts(client)])
    nodes = client.json("/v1/export?format=jsonld")["@graph"]

    assert Counter(node["identifier"] for node in nodes) == expected
    assert Counter(node["@id"].rsplit(":", 1)[1] for node in nodes) == expected


@pytest.fixture(scope="module")
def graph(shipped: Client) -> Graph:
    return Graph().parse(data=shipped.get("/v1/export?format=jsonld").content, format="json-ld")


def test_rdf_knows_the_founders_and_their_prior_employers(graph: Graph) -> None:
    found = graph.query(
        PREFIXES + "SELECT ?person ?employer { e:moonshot-ai s:founder/s:founder ?person . "
        '?person s:worksFor ?job . ?job h:status "former"; s:worksFor ?employer }'
    )
    assert {tuple(str(value).rsplit(":", 1)[1] for value in row) for row in found} == {  # type: ignore[union-attr]
        ("yang-zhilin", "facebook-ai-research"),
        ("yang-zhilin", "google-brain"),
    }


def test_rdf_knows_who_says_that_microsoft_alumni_are_156(graph: Graph) -> None:
    found = graph.query(
        PREFIXES + 'SELECT ?who ?words ?outlet { ?fact s:variableMeasured "founders"; s:value/s:value 156; '
        "h:ofPriorEmployer e:microsoft; s:author/s:name ?who; s:citation [ s:text ?words; s:creator/s:name ?who; "
        "s:isPartOf/s:publisher/s:name ?outlet ] }"
    )
    assert ("IT Juzi", "156명", "서울경제") in {tuple(map(str, row)) for row in found}  # type: ignore[arg-type]


def test_rdf_pairs_nobody_by_a_group_claim(graph: Graph) -> None:
    funded = graph.query(PREFIXES + "SELECT ?startup ?investor { ?startup s:funder/s:funder ?investor }")
    parties = graph.query(PREFIXES + "SELECT ?party { ?claim h:extent ?extent; h:openEnded true; h:party ?party }")
    assert {tuple(str(value).rsplit(":", 1)[1] for value in row) for row in funded} == {  # type: ignore[union-attr]
        ("minimax", "alibaba"),
        ("minimax", "tencent"),
    }
    assert len(parties) == 5


def test_json_ld_is_read_as_a_graph_of_its_own_terms_in_every_world(client: Client) -> None:
    content = client.get("/v1/export?format=jsonld").content
    read_graph = Graph().parse(data=content, format="json-ld")
    typed = read_graph.query(PREFIXES + "SELECT ?fact { ?fact a s:Claim }")

    assert len(typed) == len(facts(client))
    assert {str(each).split(":")[0] for each in read_graph.predicates()} <= {"https", "http", "urn"}
    assert isinstance(json.loads(content)["@context"], dict)  # an address would be asked for over the network
