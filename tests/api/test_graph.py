from app.shapes import graph
from tests.conftest import Client


def test_one_step_shows_the_neighbours_and_the_facts_between(world: Client) -> None:
    answer = world.json("/v1/graph?around=nebula-ai")
    ties = {(edge["type"], edge["source"], edge["target"]) for edge in answer["edges"]}
    assert ties == {
        ("founding", "li-lan", "nebula-ai"),
        ("employment", "wang-bo", "nebula-ai"),
        ("investment", "globex", "nebula-ai"),
        ("membership", "nebula-ai", "star-startups"),
        ("maker", "nebula-ai", "nebula-chat"),
        ("activity", "nebula-ai", "nebula-chat"),
    }
    named = {end for _, source, target in ties for end in (source, target)}
    assert {node["id"]: node["depth"] for node in answer["nodes"]} == {item: int(item != "nebula-ai") for item in named}
    assert answer["cut"] == 0


def test_a_claim_is_a_node_between_its_parties_and_never_an_edge_between_them(world: Client) -> None:
    answer = world.json("/v1/graph?around=star-startups")
    claim = next(node for node in answer["nodes"] if node["kind"] == "claim")
    assert claim["url"] == f"/v1/facts/{claim['fact']}"
    ends = {(edge["source"], edge["target"]) for edge in answer["edges"] if edge["type"] == "claim"}
    assert ends == {("globex", claim["id"]), ("hooli", claim["id"]), (claim["id"], "star-startups")}
    assert world.json(claim["url"])["relation"] == "investor"


def test_every_edge_carries_its_evidence_and_ends_at_a_node(shipped: Client) -> None:
    answer = shipped.json("/v1/graph?around=moonshot-ai&depth=3")
    nodes = {node["id"] for node in answer["nodes"]}
    for edge in answer["edges"]:
        assert {edge["source"], edge["target"]} <= nodes
        assert edge["citations"] or shipped.json(f"/v1/facts/{edge['fact']}")["basis"] == "editorial"
    assert "microsoft" in nodes


def test_what_there_is_no_room_for_is_counted(crowd: Client) -> None:
    answer = crowd.json("/v1/graph?around=employer-0&depth=3")
    assert len({edge["fact"] for edge in answer["edges"]}) <= graph.MOST_FACTS
    whole = crowd.json("/v1/graph?around=startup-000&depth=1")
    assert whole["cut"] == 0
    with crowd.counting_statements() as near:
        crowd.json("/v1/graph?around=startup-000&depth=1")
    with crowd.counting_statements() as hub:
        crowd.json("/v1/graph?around=branch-0&depth=1")
    assert len(near) == len(hub)


def test_bad_input_is_named(world: Client) -> None:
    assert "acme" in world.problem("/v1/graph?around=acmee", 404)["detail"]
    assert world.problem("/v1/graph?around=acme&depth=4", 422)["errors"][0]["name"] == "depth"
    assert world.problem("/v1/graph", 422)["errors"][0]["name"] == "around"
