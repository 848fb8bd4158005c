"""Verification: gazetteer and records against each other and against the words, before anything is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.errors import InvalidRecords, Mistake, allowed_words
from app.seeding.files import ArticleFolder, Seeds, Source, read_text
from app.seeding.forms import CohortForm, EntityForm, GazetteerForm, OrganizationForm, ProductForm
from app.seeding.grounding import Grounding


def verify(seeds: Seeds, text_path: Path | None = None) -> None:
    """Check everything; with a path, against that text instead of the one that was read.

    The text is the original: citations are looked up at their `original` place. **Raises** `InvalidRecords`.
    """
    mistakes = [
        *gazetteer_mistakes(seeds.gazetteer, seeds.gazetteer_source),
        *_same_article_twice(seeds.articles),
        *_stated_circles(seeds),
    ]
    entities = {form.id: (entity_type, form) for entity_type, _, form in seeds.gazetteer.entities()}
    for article in seeds.articles:
        text = article.text if text_path is None else read_text(text_path)
        mistakes += Grounding(article, entities, text, original=text_path is not None).mistakes()
    if mistakes:
        raise InvalidRecords(mistakes)


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
    parents = {form.id: form.parent.id for form in gazetteer.organization if form.parent}
    for index, form in enumerate(gazetteer.organization):
        if circle := find_circle(form.id, parents):
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


def _stated_circles(seeds: Seeds) -> Iterator[Mistake]:
    """Parents that an article states and that, with those of the gazetteer and of all articles, form a circle."""
    parents: dict[str, set[str]] = defaultdict(set)
    for organization in seeds.gazetteer.organization:
        parents[organization.id] |= {organization.parent.id} if organization.parent else set()
    stated = [(article, index, form) for article in seeds.articles for index, form in enumerate(article.records.parent)]
    for _, _, form in stated:
        parents[form.organization].add(form.parent)
    for article, index, form in stated:
        above, level = set[str](), {form.parent}
        while level:
            above |= level
            level = {up for item in level for up in parents[item]} - above
        if form.organization in above:
            message = f"{form.organization} would belong to itself: {form.parent} belongs to it already"
            yield article.records_source.mistake(("parent", index, "parent"), message)


def _same_article_twice(articles: Iterable[ArticleFolder]) -> Iterator[Mistake]:
    seen: dict[str, ArticleFolder] = {}
    for article in articles:
        if article.article.id in seen:
            other = seen[article.article.id].article_source.path
            yield article.article_source.mistake(["id"], f"“{article.article.id}” is the id of {other} already")
        seen.setdefault(article.article.id, article)
