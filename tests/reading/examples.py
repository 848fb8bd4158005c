"""The examples of the rules: a sentence with its names marked, an arrow, and what it states.

`[딥시크]` is an organization, `<량원펑>` a person, `{키미}` a product, `(미국)` a country.
"""

import re
from datetime import date

from app.reading.context import Context, Resolved
from app.reading.draft import statements_of
from app.reading.mentions import Mention
from app.reading.passages import read_passages
from app.reading.story import Story
from app.reading.tagged import Tagged, tag
from app.vocabulary import EntityType, FactType

PUBLISHED = date(2024, 11, 24)
HEADLINE = "제목\n"
_MARKED = re.compile(r"\[(?P<o>[^\]]+)\]|<(?P<p>[^>]+)>|\{(?P<m>[^}]+)\}|\((?P<l>중국|미국|China|United States)\)")
_TYPES = {"o": EntityType.ORGANIZATION, "p": EntityType.PERSON, "m": EntityType.PRODUCT, "l": EntityType.COUNTRY}


def read_example(example: str) -> tuple[set[str], set[str]]:
    """What the rules find in an example, and what it says that they should find."""
    sentence, _, wanted = example.partition("→")
    return {shown(one) for one in found_in(sentence.strip())}, {
        fact.strip() for fact in wanted.split(";") if fact.strip()
    }


def sentences_of(example: str) -> list[Tagged]:
    """The sentences of an example, their names tagged."""
    return list(tag(_story(example.partition("→")[0].strip())))


def found_in(marked: str) -> list[Resolved]:
    """All that the rules find in sentences whose names are marked."""
    story = _story(marked)
    context = Context(story)
    return [one for sentence in tag(story) for one in context.resolve(sentence, statements_of(sentence))]


def shown(one: Resolved) -> str:
    """A fact in the words of an example."""
    names = {role: mention.name for role, mention in one.roles.items()}
    fields = one.statement.fields
    match one.statement.type:
        case FactType.FOUNDING:
            words = [names["person"], names["startup"]]
        case FactType.EMPLOYMENT:
            words = [names["person"], names["organization"], fields["status"]]
        case FactType.INVESTMENT:
            words = [names["investor"], names["startup"]]
        case FactType.MEMBERSHIP:
            words = [names["member"]]
        case FactType.PARENT:
            words = [names["organization"], names["parent"]]
        case FactType.MAKER:
            words = [names["product"], names["organization"]]
        case FactType.CLAIM:
            words = [fields["relation"], fields["extent"]]
        case FactType.ACTIVITY:
            words = [names["organization"], fields["kind"]]
        case _:
            assert one.quantity is not None
            subject = [names["subject"]] if "subject" in names else []
            unit = [str(one.quantity.unit)] if one.quantity.unit.is_currency else []
            words = [*subject, fields["metric"], str(one.quantity.value), *unit]
    return " ".join([one.statement.type, *words])


def _story(marked: str) -> Story:
    text, mentions, at = HEADLINE, [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        letter = found.lastgroup or "o"
        name = found[letter]
        start, end = len(text), len(text) + len(name)
        mentions.append(Mention(start, end, start, end, name, _TYPES[letter], None, None))
        text += name
        at = found.end()
    text += marked[at:]
    return Story(text, PUBLISHED, read_passages(text), mentions, {})
