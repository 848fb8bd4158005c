"""The roll-up, kept in step with the `parent` facts: only what a change can touch is written anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.errors import InvalidRecords, Mistake
from app.models import Lineage, Parent
from app.seeding.rows import batches, insert, one_of, table_of


def update_lineage(connection: Connection, changed: Iterable[str]) -> None:
    """Bring the roll-up to what the `parent` facts say, after these organizations or their parents are new.

    Whoever is below one of them is touched too. It is enough to look at those below by the old roll-up: a new way up
    begins with an organization whose parents changed. **Raises** `InvalidRecords` for a circle.
    """
    touched = set(changed)
    for some in batches(changed):
        below = sa.select(col(Lineage.organization_id)).where(one_of(col(Lineage.ancestor_id), some))
        touched.update(connection.scalars(below))
    parents = _parents(connection, touched)
    rows = [row for organization in sorted(touched) for row in _ways_up(organization, parents)]
    for some in batches(touched):
        connection.execute(sa.delete(table_of(Lineage)).where(one_of(col(Lineage.organization_id), some)))
    insert(connection, Lineage, rows)


def _parents(connection: Connection, organizations: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The parents of organizations and of all above them."""
    parents: dict[str, list[str]] = defaultdict(list)
    known, level = set[str](), set(organizations)
    while level:
        known |= level
        for some in batches(level):
            links = sa.select(col(Parent.organization_id), col(Parent.parent_id))
            for row in connection.execute(links.where(one_of(col(Parent.organization_id), some))):
                parents[row.organization_id].append(row.parent_id)
        level = {up for item in level for up in parents.get(item, ())} - known
    return parents


def _ways_up(organization: str, parents: Mapping[str, Sequence[str]]) -> Iterable[dict[str, Any]]:
    """The rows of one organization: itself and, level by level, all that it belongs to."""
    depths = {organization: 0}
    level = [organization]
    while level:
        ups = [up for item in level for up in parents.get(item, ())]
        if organization in ups:
            message = f"{organization} would belong to itself, by the parents of the gazetteer and of all articles"
            raise InvalidRecords([Mistake("database", 0, "parent", f"{message} together")])
        level = [up for up in dict.fromkeys(ups) if up not in depths]
        depths.update(dict.fromkeys(level, max(depths.values()) + 1))
    for up, depth in depths.items():
        yield {"ancestor_id": up, "organization_id": organization, "depth": depth, "is_top": up not in parents}
