"""The neighbourhood of an entity, as nodes and edges for a front end to draw."""

from collections.abc import Iterable

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Fact, Participant
from app.shapes.cards import Card, fetch_cards
from app.shapes.evidence import Citation, Evidence
from app.vocabulary import FactType

MOST_FACTS = 300
TIES: dict[FactType, tuple[tuple[str, str], ...]] = {
    FactType.FOUNDING: (("person", "startup"),),
    FactType.EMPLOYMENT: (("person", "organization"),),
    FactType.INVESTMENT: (("investor", "startup"),),
    FactType.MEMBERSHIP: (("member", "cohort"),),
    FactType.PARENT: (("organization", "parent"),),
    FactType.MAKER: (("organization", "product"),),
    FactType.ACTIVITY: (("organization", "counterpart"), ("organization", "product")),
}
"""Which roles of a fact an edge runs between, and which way; a claim has edges of its own, figures have none."""


class Node(Card):
    """An entity or a claim in the graph."""

    depth: int = Field(description="Number of steps from the entity asked for.", examples=[1])
    fact: str | None = Field(None, description="Id of the claim, if the node is one.", examples=[None])


class Edge(BaseModel):
    """A fact between two nodes."""

    fact: str = Field(
        description="Id of the fact; `/v1/facts/{id}` shows its evidence.", examples=["f_3f5b46ffbb50a958"]
    )
    type: FactType = Field(description="What it states.", examples=["founding"])
    source: str = Field(description="Id of the node where it begins.", examples=["yang-zhilin"])
    source_role: str = Field(description="Part that the source plays.", examples=["person"])
    target: str = Field(description="Id of the node where it ends.", examples=["moonshot-ai"])
    target_role: str = Field(description="Part that the target plays.", examples=["startup"])
    citations: list[Citation] = Field(description="Where articles state it; empty for editorial facts.")


class Graph(BaseModel):
    """A neighbourhood."""

    around: str = Field(description="The entity asked for.", examples=["moonshot-ai"])
    depth: int = Field(description="How far it reaches.", examples=[2])
    nodes: list[Node] = Field(description="Entities and claims, the nearest first.")
    edges: list[Edge] = Field(description="The facts between them.")
    cut: int = Field(description="Number of facts within this depth that were left out for want of room.", examples=[0])


def fetch_graph(connection: Connection, around: str, depth: int) -> Graph:
    """The neighbourhood of an entity. Four statements a step, whatever it holds."""
    reached = {around: 0}
    participants: dict[str, list[tuple[str, str]]] = {}
    types: dict[str, FactType] = {}
    cut = 0
    for step in range(1, depth + 1):
        frontier = [item for item, at in reached.items() if at == step - 1]
        found, left_out = _facts_of(connection, frontier, participants, MOST_FACTS - len(participants))
        cut += left_out
        types |= found
        for row in connection.execute(
            sa.select(sa.inspect(Participant).local_table)
            .where(col(Participant.fact_id).in_(found))
            .order_by(col(Participant.fact_id), col(Participant.role), col(Participant.entity_id))
        ):
            participants.setdefault(row.fact_id, []).append((row.role, row.entity_id))
        for fact in found:
            for _, _, one, other in _ties(types[fact], fact, participants.get(fact, [])):
                for item in (one, other):
                    reached.setdefault(item, step)
    ties = {fact: _ties(types[fact], fact, parts) for fact, parts in participants.items()}
    evidence = Evidence(connection, ties, [])
    edges = [
        Edge(
            fact=fact,
            type=types[fact],
            source=source,
            source_role=source_role,
            target=target,
            target_role=target_role,
            citations=evidence.citations(fact),
        )
        for fact, found in ties.items()
        for source_role, target_role, source, target in found
    ]
    return Graph(around=around, depth=depth, nodes=_nodes(connection, reached, types), edges=edges, cut=cut)


def _facts_of(
    connection: Connection, frontier: Iterable[str], known: Iterable[str], room: int
) -> tuple[dict[str, FactType], int]:
    """Further facts that tie the frontier to something, as many as there is room for, and how many more there are."""
    kinds = [*TIES, FactType.CLAIM]
    facts = (
        sa.select(col(Fact.id), col(Fact.type))
        .join(Participant, col(Participant.fact_id) == Fact.id)
        .where(
            col(Participant.entity_id).in_(list(frontier)), col(Fact.type).in_(kinds), col(Fact.id).not_in(list(known))
        )
        .distinct()
    )
    total = connection.scalar(sa.select(sa.func.count()).select_from(facts.subquery())) or 0
    found = {row.id: row.type for row in connection.execute(facts.order_by(col(Fact.id)).limit(max(room, 0)))}
    return found, total - len(found)


def _ties(fact_type: FactType, fact: str, parts: Iterable[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    """The edges of a fact: role and id at both ends. Those of a claim meet in the claim."""
    by_role: dict[str, list[str]] = {}
    for role, entity in parts:
        by_role.setdefault(role, []).append(entity)
    if fact_type == FactType.CLAIM:
        parties = [("party", "claim", party, fact) for party in by_role.get("party", [])]
        return [*parties, *(("claim", "cohort", fact, cohort) for cohort in by_role.get("cohort", []))]
    return [
        (source_role, target_role, source, target)
        for source_role, target_role in TIES[fact_type]
        for source in by_role.get(source_role, [])
        for target in by_role.get(target_role, [])
    ]


def _nodes(connection: Connection, reached: dict[str, int], types: dict[str, FactType]) -> list[Node]:
    cards = fetch_cards(connection, [item for item in reached if item not in types])
    nodes = []
    for item, step in sorted(reached.items(), key=lambda pair: (pair[1], pair[0])):
        if item in types:
            url = f"/v1/facts/{item}"
            node = Node(
                id=item, name="group claim", name_ko=None, name_zh=None, kind="claim", url=url, depth=step, fact=item
            )
        else:
            node = Node(**dict(cards[item]), depth=step)
        nodes.append(node)
    return nodes
