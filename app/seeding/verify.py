"""Verification: gazetteer and records against each other and against the words, before anything is written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import InvalidRecords, Mistake, allowed_words
from app.progress import Follow, unseen
from app.seeding.files import Seeds, read_each, read_text
from app.seeding.forms import CohortForm, EntityForm, GazetteerForm, OrganizationForm, ParentForm, ProductForm
from app.seeding.grounding import Grounding
from app.seeding.identity import identity_mistakes, joined_forms
from app.seeding.source import Source

StatedParent = tuple[int, int, ParentForm]
"""A parent that an article states: the article's place among all, the parent's in its records, and what it says."""


@dataclass(frozen=True)
class Verified:
    """An article whose words were found."""

    id: str
    fingerprint: str
    text: str
    facts: int
    citations: int


def verify(seeds: Seeds, text_path: Path | None = None, follow: Follow = unseen) -> list[Verified]:
    """Check everything; with a path, against that text instead of the one that was read.

    The text is the original: citations are looked up at their `original` place. **Raises** `InvalidRecords`.
    """
    mistakes = [*gazetteer_mistakes(seeds.gazetteer, seeds.gazetteer_source)]
    mistakes += identity_mistakes(seeds.gazetteer, seeds.gazetteer_source)
    entities = joined_forms(seeds.gazetteer)
    sources: dict[str, Path] = {}
    links: list[StatedParent] = []
    verified: list[Verified] = []
    for at, (article, wrong) in enumerate(follow(read_each(seeds.articles), len(seeds.articles), "articles verified")):
        mistakes += wrong
        if article is None:
            continue
        item, source = article.article.id, article.article_source
        if item in sources:
            mistakes.append(source.mistake(["id"], f"“{item}” is the id of {sources[item]} already"))
        sources.setdefault(item, source.path)
        links += ((at, index, form) for index, form in enumerate(article.records.parent))
        text = article.text if text_path is None else read_text(text_path)
        mistakes += Grounding(article, entities, text, original=text_path is not None).mistakes()
        citations = sum(len(form.citations) for _, _, form in article.statements)
        name = (text_path or article.text_path).name
        verified.append(Verified(item, article.fingerprint, name, len(article.statements), citations))
    mistakes += _stated_circles(seeds, links)
    if mistakes:
        raise InvalidRecords(mistakes)
    return verified


def gazetteer_mistakes(gazetteer: GazetteerForm, source: Source) -> Iterator[Mistake]:
    """Duplicate ids, ids that do not exist or are of the wrong kind, and organizations that belong to themselves."""
    kinds: dict[str, str] = {}
    for entity_type, index, form in gazetteer.entities():
        if form.id in kinds:
            yield source.mistake(
                [entity_type, index, "id"], f"“{form.id}” is the id of another {kinds[form.id]} already"
            )
        kinds.setdefault(form.id, entity_type)
    for entity_type, index, form in gazetteer.entities():
        for key, item, kind in _links(form):
            if kinds.get(item) != kind:
                known = [one for one, of in kinds.items() if of == kind]
                yield source.mistake(
                    [entity_type, index, key], f"there is no {kind} “{item}”; {allowed_words(item, known, 5)}"
                )
    leads = gazetteer.ends()
    links = ((form.id, form.parent.id) for form in gazetteer.organization if form.parent)
    parents = {leads.get(item, item): leads.get(parent, parent) for item, parent in links}
    for index, form in enumerate(gazetteer.organization):
        if circle := find_circle(leads.get(form.id, form.id), parents):
            yield source.mistake(["organization", index, "parent"], f"belongs to itself: {' → '.join(circle)}")


def _links(form: EntityForm) -> Iterator[tuple[str, str, str]]:
    if isinstance(form, OrganizationForm | CohortForm) and form.country:
        yield "country", form.country, "country"
    if isinstance(form, OrganizationForm) and form.parent:
        yield "parent", form.parent.id, "organization"
    if isinstance(form, ProductForm) and form.maker:
        yield "maker", form.maker.id, "organization"


def find_circle(start: str, parents: Mapping[str, str]) -> list[str]:
    """The way from an organization back to itself, if there is one.

    >>> find_circle("a", {"a": "b", "b": "a"})
    ['a', 'b', 'a']
    """
    way = [start]
    while (up := parents.get(way[-1])) is not None:
        way.append(up)
        if up == start:
            return way
        if up in way[:-1]:
            return []
    return []


def _stated_circles(seeds: Seeds, links: Sequence[StatedParent]) -> Iterator[Mistake]:
    """Parents that an article states and that, with those of the gazetteer and of all articles, form a circle."""
    parents: dict[str, set[str]] = defaultdict(set)
    leads = seeds.gazetteer.ends()
    for organization in seeds.gazetteer.organization:
        if up := organization.parent:
            parents[leads.get(organization.id, organization.id)].add(leads.get(up.id, up.id))
    for _, _, form in links:
        parents[leads.get(form.organization, form.organization)].add(leads.get(form.parent, form.parent))
    for article, index, form in links:
        above, level = set[str](), {leads.get(form.parent, form.parent)}
        while level:
            above |= level
            level = {up for item in level for up in parents[item]} - above
        if leads.get(form.organization, form.organization) in above:
            message = f"{form.organization} would belong to itself: {form.parent} belongs to it already"
            yield seeds.articles[article].records_source.mistake(("parent", index, "parent"), message)
