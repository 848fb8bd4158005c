"""What a gazetteer or the database knows by id and by name, as reading and reviewing a text need it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Alias, Entity, Fact, Maker, NameKey, Organization, Parent, Product, Revision
from app.names.late import match, query_keys
from app.reading.candidates import KnownEntity
from app.seeding.forms import ENTITY_FORMS, EntityForm, GazetteerForm
from app.seeding.gazetteer import stored_entities
from app.seeding.identity import ends_of, joined_forms, read_merges
from app.seeding.references import MOST_NEAR, NEAR, names_of
from app.seeding.rows import table_of
from app.shapes.naming import fetch_all_names
from app.vocabulary import EntityType

MOST_COMPARED = 100
NAMES = (col(Entity.name), col(Entity.name_ko), col(Entity.name_zh), col(Entity.name_en))


def known_entities(gazetteer: GazetteerForm) -> list[KnownEntity]:
    """The entities of a gazetteer as reading knows them; of those that are one, one with the names of all."""
    merged = gazetteer.ends()
    return [
        KnownEntity(item, EntityType[entity_type.upper()], getattr(form, "kind", None), tuple(names_of(form)))
        for item, (entity_type, form) in joined_forms(gazetteer).items()
        if item not in merged
    ]


def read_known(connection: Connection) -> list[KnownEntity]:
    """Every entity with its names, the display name first."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for item, alias in connection.execute(sa.select(col(Alias.entity_id), col(Alias.alias)).order_by(col(Alias.alias))):
        aliases[item].append(alias)
    kinds: dict[str, str] = {}
    for model in (Organization, Product):
        kinds |= {item: str(kind) for item, kind in connection.execute(sa.select(col(model.id), col(model.kind)))}
    known: list[KnownEntity] = []
    for item, of, *names in connection.execute(
        sa.select(col(Entity.id), col(Entity.type), *NAMES).order_by(col(Entity.id))
    ):
        called = list(dict.fromkeys(name for name in (*names, *aliases[item]) if name))
        known.append(KnownEntity(item, of, kinds.get(item), called))
    return known


class KnownEntities:
    """Every entity as of the newest revision, kept for the next text."""

    def __init__(self) -> None:
        self._kept: tuple[int, Sequence[KnownEntity], frozenset[str]] | None = None

    def read(self, connection: Connection) -> Sequence[KnownEntity]:
        """Every entity with its names."""
        return self._newest(connection)[0]

    def ids(self, connection: Connection) -> frozenset[str]:
        """The ids that a new entity may not have."""
        return self._newest(connection)[1] | read_merges(connection).keys()

    def _newest(self, connection: Connection) -> tuple[Sequence[KnownEntity], frozenset[str]]:
        revision = connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0
        kept = self._kept  # replaced whole: several texts are read at once
        if kept is None or kept[0] != revision:
            known = read_known(connection)
            kept = self._kept = revision, known, frozenset(one.id for one in known)
        return kept[1], kept[2]


class Entities:
    """The entities of a database, asked for by id or by name."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.leads = ends_of(read_merges(connection))

    def end(self, item: str) -> str:
        """The id that an id leads to, if it was merged."""
        return self.leads.get(item, item)

    def types(self, ids: Collection[str]) -> dict[str, EntityType]:
        """What those are that exist, a merged id included."""
        ends = {self.end(item) for item in ids}
        rows = self.connection.execute(sa.select(col(Entity.id), col(Entity.type)).where(col(Entity.id).in_(ends)))
        found: dict[str, EntityType] = {item: of for item, of in rows}  # noqa: C416 - rows are no pairs to mypy
        return {item: found[self.end(item)] for item in ids if self.end(item) in found}

    def find(self, name: str, types: Sequence[EntityType]) -> str | None:
        """The one entity of these types that has exactly this name; None if there is none or more than one."""
        by_alias = sa.select(col(Alias.entity_id)).where(col(Alias.alias) == name)
        named = sa.or_(*(column == name for column in NAMES), col(Entity.id).in_(by_alias))
        ids = self.connection.scalars(
            sa.select(col(Entity.id)).where(named, col(Entity.type).in_(types)).limit(2)
        ).all()
        return ids[0] if len(ids) == 1 else None

    def near(self, name: str, of: EntityType) -> list[str]:
        """Entities of a type whose names are like this one, the likest first."""
        holders = sa.select(col(NameKey.entity_id)).join(Entity, col(Entity.id) == NameKey.entity_id)
        some = holders.where(col(NameKey.key).in_(query_keys(name)), col(Entity.type) == of).distinct()
        named = fetch_all_names(self.connection, self.connection.scalars(some.limit(MOST_COMPARED)).all())
        scores = {item: max(match(name, other).score for other in found.names) for item, found in named.items()}
        near = [item for item, score in scores.items() if score >= NEAR]
        return sorted(near, key=lambda item: (-scores[item], item))[:MOST_NEAR]

    def forms(self, ids: Iterable[str]) -> list[EntityForm]:
        """The gazetteer entries of those that exist, and of their countries; without links to others."""
        records = stored_entities(self.connection, set(ids))
        countries = {country for record in records.values() if (country := record.get("country_id"))}
        records |= stored_entities(self.connection, countries - records.keys())
        return [_form(record) for _, record in sorted(records.items())]

    def entry(self, item: str) -> EntityForm | None:
        """The gazetteer entry of an entity, with the link that a gazetteer stated of it; None if there is no such."""
        record = stored_entities(self.connection, [item]).get(item)
        if record is None:
            return None
        for role, fact, to, of in LINKS:
            here = sa.and_(of == item, col(Fact.note).is_not(None))
            said = sa.select(to, col(Fact.note)).join(table_of(Fact), col(Fact.id) == fact).where(here)
            if row := self.connection.execute(said).first():
                record[role] = {"id": row[0], "note": row[1]}
        return _form(record)


LINKS = (
    ("parent", col(Parent.id), col(Parent.parent_id), col(Parent.organization_id)),
    ("maker", col(Maker.id), col(Maker.organization_id), col(Maker.product_id)),
)


def _form(record: Mapping[str, object]) -> EntityForm:
    form = ENTITY_FORMS[str(record["type"])]
    values = {name.removesuffix("_id"): value for name, value in record.items() if value is not None}
    return form.model_validate({name: value for name, value in values.items() if name in form.model_fields})
