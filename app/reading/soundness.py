"""Whether those whom a statement names can play their parts: no newspaper invests, nobody founds a university."""

from collections.abc import Mapping
from typing import Final

from app.reading.mentions import Mention
from app.reading.patterns.rules import Statement
from app.vocabulary import EntityType, FactType, Metric, OrganizationKind

_TELLERS: Final = frozenset({OrganizationKind.PUBLISHER, OrganizationKind.UNNAMED})
_UNFIT: Final[dict[tuple[FactType, str], frozenset[OrganizationKind]]] = {
    (FactType.FOUNDING, "startup"): _TELLERS | {OrganizationKind.UNIVERSITY, OrganizationKind.AGENCY},
    (FactType.EMPLOYMENT, "organization"): frozenset({OrganizationKind.UNNAMED}),
    (FactType.INVESTMENT, "investor"): _TELLERS | {OrganizationKind.UNIVERSITY, OrganizationKind.THINK_TANK},
    (FactType.INVESTMENT, "startup"): _TELLERS
    | {OrganizationKind.UNIVERSITY, OrganizationKind.THINK_TANK, OrganizationKind.AGENCY, OrganizationKind.FUND},
}
_RAISE_NOTHING: Final = _TELLERS | {OrganizationKind.FUND, OrganizationKind.AGENCY}
_RAISED: Final = frozenset({Metric.FUNDING, Metric.VALUATION})


def is_sound(statement: Statement, roles: Mapping[str, Mention]) -> bool:
    """Whether everybody named is somebody else, and of a kind that does such things."""
    known = [one.id or one.name for one in roles.values()]
    names = {one.name for one in roles.values()}
    if len(names) < len(roles) or (statement.type is FactType.INVESTMENT and len(set(known)) < len(known)):
        return False
    if any(_is_unfit(statement.type, role, one) for role, one in roles.items()):
        return False
    raises = statement.type is FactType.FIGURE and statement.fields.get("metric") in _RAISED and "subject" in roles
    return not raises or roles["subject"].kind not in _RAISE_NOTHING


_OF_PEOPLE: Final = frozenset({FactType.FOUNDING, FactType.EMPLOYMENT})


def _is_unfit(kind: FactType, role: str, one: Mention) -> bool:
    if kind in _OF_PEOPLE and (role == "person") != (one.type is EntityType.PERSON):
        return True
    return one.type is EntityType.ORGANIZATION and one.kind in _UNFIT.get((kind, role), frozenset())
