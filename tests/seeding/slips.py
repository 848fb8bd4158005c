"""Mistakes that a person makes in the files of the made-up world, and what the loader is to say of each."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import Mistake
from tests.seeding.tables import ALPHA, edit

RECORDS = ALPHA / "records.toml"
GAZETTEER = Path("gazetteer.toml")


@dataclass(frozen=True)
class Slip:
    """Words of a file replaced by others; the mistake is reported in the line where `at` stands, or `new` begins."""

    name: str
    old: str
    new: str
    place: str
    message: str
    at: str = ""
    file: Path = RECORDS
    more: int = 0
    """Other mistakes that follow from this one."""

    def make(self, seeds: Path) -> Mistake:
        """Make the mistake; give what is to be said of it, `message` being a part."""
        path = seeds / self.file
        edit(path, self.old, self.new)
        text = path.read_text("utf-8")
        sign = self.at or self.new
        assert text.count(sign) == 1, f"{sign!r} stands {text.count(sign)} times in {path.name}"
        return Mistake(str(path), text[: text.index(sign)].count("\n") + 1, self.place, self.message)


LI_LAN = '"리란이 창업"'
REVENUE = "value = 30000000"
EXPECTED = 'words = { period = "올해", qualifier = "예상" }'
CONVERSION = "value = 40000000000"
SAID = 'attributed_to = "data-bureau", attribution = "carried"'
YEAR_2023 = "period = { from = 2023-01-01, to = 2023-12-31 }"
LAST_YEAR = ', words = { period = "지난해" }'

FORM = [
    Slip("not TOML", REVENUE, "value = = 30000000", "", "not valid TOML"),
    Slip("an unclosed string", '"3곳"', '"3곳', "", "not valid TOML", at='"3곳 }]'),
    Slip("an unknown key", "open_ended = true", "open_ended = true\nopen_endde = true", "claim[1].open_endde",
         "unknown key; did you mean “open_ended”? allowed: citations, cohort, extent, open_ended", at="open_endde"),
    Slip("an unknown key in a citation", LI_LAN, LI_LAN + ', sic = "x"', "founding[1].citations[1].sic",
         "unknown key; allowed: as_written, attributed_to"),
    Slip("an unknown key in a conversion", CONVERSION, CONVERSION + ', uint = "KRW"',
         "figure[1].citations[1].conversion.uint", "unknown key; did you mean “unit”?"),
    Slip("an unknown kind of fact", "[[claim]]", "[[claims]]", "claims", "unknown key; did you mean “claim”?"),
    Slip("an unknown word", 'extent = "most"', 'extent = "many"', "claim[1].extent", "'all', 'most' or 'some'"),
    Slip("a key that is missing", 'relation = "investor"\n', "", "claim[1].relation", "is missing", at="[[claim]]"),
    Slip("a key that is missing here and stands elsewhere", 'unit = "USD"\n', "", "figure[1].unit", "is missing",
         at='[[figure]]\nsubject = "nebula-ai"'),
    Slip("nobody's name among the parties", 'parties = ["hooli", "globex"]\nopen_ended = true',
         'parties = [\n  "hooli",\n  "Umbrella Inc",\n]\nopen_ended = true', "claim[1].parties[2]",
         "no organization is surely called “Umbrella Inc”; none is near", at='"Umbrella Inc"'),
    Slip("no citation", 'citations = [{ passage = "p4.s1", as_written = "3곳" }]', "citations = []",
         "figure[5].citations", "at least 1 item"),
    Slip("no citations at all", 'citations = [{ passage = "p4.s1", as_written = "3곳" }]\n', "",
         "figure[5].citations", "is missing", at='[[figure]]\nsubject = "star-startups"'),
    Slip("a speaker without attribution", SAID, 'attributed_to = "data-bureau"', "figure[4].citations[1]",
         "`attributed_to` and `attribution` (stated or carried) go together", at='as_written = "7명"'),
    Slip("an attribution without a speaker", SAID, 'attribution = "carried"', "figure[4].citations[1]",
         "`attributed_to` and `attribution` (stated or carried) go together"),
    Slip("an inverted period", YEAR_2023, "period = { from = 2023-12-31, to = 2023-01-01 }", "activity[1].period",
         "it ends (2023-01-01) before it begins (2023-12-31)"),
    Slip("an empty period", YEAR_2023, "period = {}", "activity[1].period", "give `from`, `to` or both"),
    Slip("a date in quotes", YEAR_2023, 'period = { from = "2023-01-01", to = 2023-12-31 }',
         "activity[1].period.from", "valid date (found '2023-01-01')"),
    Slip("a day that does not exist", YEAR_2023, "period = { from = 2023-02-30 }", "", "not valid TOML"),
    Slip("too many words", LI_LAN, f'"{"가" * 61}"', "founding[1].citations[1].as_written", "at most 60 characters"),
    Slip("no words", LI_LAN, '""', "founding[1].citations[1].as_written", "at least 1 character"),
    Slip("no such form of passage", 'passage = "p4.s2"', 'passage = "4.2"', "claim[1].citations[1].passage",
         "should match pattern"),
    Slip("a name that the article does not use",
         'person = "li-lan"\nstartup', 'person = "Li Lan"\nstartup', "founding[1].person",
         "“Li Lan” stands nowhere in the text"),
    Slip("no number", REVENUE, "value = inf", "figure[1].value", "finite number"),
    Slip("two actors", 'organization = "nebula-ai"\nkind', 'organization = "nebula-ai"\ncohort = "star-startups"\nkind',
         "activity[1]", "exactly one of `organization` and `cohort` acts", at="[[activity]]"),
    Slip("a value and a range", REVENUE, REVENUE + "\nvalue_min = 1", "figure[1]", "exclude each other",
         at='[[figure]]\nsubject = "nebula-ai"'),
    Slip("an amount without a currency", 'investor = "globex"', 'investor = "globex"\nvalue = 5', "investment[1]",
         "an amount is `value` and `unit`, a currency", at="[[investment]]"),
    Slip("no such currency", 'unit = "KRW"', 'unit = "WON"', "figure[1].citations[1].conversion.unit", "'USD'"),
]  # fmt: skip

IDS = [
    Slip("an unknown id", 'investor = "globex"', 'investor = "globx"', "investment[1].investor",
         "there is no organization “globx”; did you mean “globex”?"),
    Slip("an id of another kind", 'person = "li-lan"\nstartup', 'person = "hooli"\nstartup', "founding[1].person",
         "there is no person “hooli”"),
    Slip("a member that cannot be one", 'member = "orion-ai"', 'member = "nebula-chat"', "membership[2].member",
         "there is no organization or person “nebula-chat”"),
    Slip("an unknown party", '"hooli", "globex"]', '"hooli", "globexx"]', "claim[1].parties",
         "there is no organization “globexx”; did you mean “globex”?"),
    Slip("an unknown base", 'of = { prior_employer = "hooli" }', 'of = { prior_employer = "hoolie" }',
         "figure[4].prior_employer", "there is no organization “hoolie”; did you mean “hooli”?"),
    Slip("an unknown speaker", SAID, SAID.replace("bureau", "bureaux"), "figure[4].citations[1].attributed_to",
         "there is nobody “data-bureaux”; did you mean “data-bureau”?"),
    Slip("an unknown country", 'country = "US"', 'country = "UX"', "activity[1].country", "there is no country “UX”"),
    Slip("the same fact twice", "[[claim]]", '[[founding]] # again\nperson = "li-lan"\nstartup = "nebula-ai"\n'
         'citations = [{ passage = "p2.s1", as_written = "출신 리란" }]\n\n[[claim]]', "founding[2]",
         "states the same as founding[1]; give one fact both citations", at="[[founding]] # again"),
    Slip("somebody whom the article nowhere names", 'person = "li-lan"\nstartup', 'person = "zhao-mei"\nstartup',
         "founding[1].person", "the article nowhere names zhao-mei (Zhao Mei, 자오메이)"),
]  # fmt: skip

WORDS = [
    Slip("a quote from another passage", f'passage = "p2.s1", as_written = {LI_LAN}',
         f'passage = "p2.s2", as_written = {LI_LAN}',
         "founding[1].citations[1].as_written", "“리란이 창업” does not stand literally in p2.s2; it stands in p2.s1"),
    Slip("a quote from nowhere", LI_LAN, '"리란이 세운"', "founding[1].citations[1].as_written",
         "“리란이 세운” does not stand literally in p2.s1; it stands nowhere in the text"),
    Slip("a quote from another headline", LI_LAN, '"4만 명 몰려"', "founding[1].citations[1].as_written",
         "it stands nowhere in the text"),
    Slip("a quote in the second of two citations",
         'citations = [{ passage = "p4.s2", as_written = "글로벡스·훌리 등" }]',
         'citations = [\n  { passage = "p4.s2", as_written = "글로벡스·훌리 등" },\n'
         '  { passage = "p4.s1", as_written = "여러 곳" },\n]', "claim[1].citations[2].as_written",
         "“여러 곳” does not stand literally in p4.s1", at='"여러 곳"'),
    Slip("a quote in a citation that is a table of its own",
         'citations = [{ passage = "p4.s2", as_written = "글로벡스·훌리 등" }]',
         '[[claim.citations]]\npassage = "p4.s2"\nas_written = "글로벡스·훌리 등"\n\n'
         '[[claim.citations]]\npassage = "p4.s1"\nas_written = "여러 곳"', "claim[1].citations[2].as_written",
         "“여러 곳” does not stand literally in p4.s1", at='"여러 곳"'),
    Slip("a passage that is not there", 'passage = "p4.s2"', 'passage = "p4.s9"', "claim[1].citations[1].passage",
         "the text has no passage p4.s9; it has p4.s1, p4.s2, p4.s3"),
    Slip("a passage that is cut away", 'passage = "p4.s2"', 'passage = "p6.s1"', "claim[1].citations[1].passage",
         "the text has no passage p6.s1; it has p1.s1, …, p4.s3"),
    Slip("a smaller figure", REVENUE, "value = 3000000", "figure[1].value",
         "“3000만 달러” gives 30000000 USD, but the record says 3000000 USD"),
    Slip("another currency", 'unit = "USD"', 'unit = "CNY"', "figure[1].value",
         "“3000만 달러” gives 30000000 USD, but the record says 30000000 CNY", at=REVENUE),
    Slip("another thing counted", 'value = 7\nunit = "people"', 'value = 7\nunit = "companies"', "figure[4].value",
         "“7명” gives 7 people, but the record says 7 companies"),
    Slip("the number of another", 'as_written = "7명"', 'as_written = "훌리"', "figure[4].citations[1].as_written",
         "is no quantity"),
    Slip("a qualifier that its words deny", 'qualifier = "expected"', 'qualifier = "at_most"', "figure[1].qualifier",
         "“예상” reads as expected, but the record says at_most"),
    Slip("a qualifier without its words", ', qualifier = "예상"', "", "figure[1].qualifier",
         "give the words that make it so as `words.qualifier`", at='qualifier = "expected"'),
    Slip("a lost 여", 'qualifier = "more_than"', 'qualifier = "exact" # 여', "figure[2].qualifier",
         "“90여 명” reads as more_than, but the record says exact"),
    Slip("another conversion", CONVERSION, "value = 4000000000", "figure[1].citations[1].conversion",
         "“약 400억 원” gives about 40000000000 KRW, but the record says about 4000000000 KRW"),
    Slip("a conversion from nowhere", '"약 400억 원"', '"약 500억 원"', "figure[1].citations[1].conversion",
         "“약 500억 원” does not stand literally in p3.s1", more=1),
    Slip("another year", "period = { from = 2023-01-01, to = 2023-12-31 }",
         "period = { from = 2024-01-01, to = 2024-12-31 } # wrong", "activity[1].period",
         "“지난해”, written on 2024-05-10, is 2023-01-01 to 2023-12-31, but the record says 2024-01-01 to 2024-12-31",
         at="# wrong"),
    Slip("a period without its words", LAST_YEAR, "", "activity[1].period",
         "no citation gives the words that state it; add `words.period`", at=YEAR_2023),
    Slip("words without their period", YEAR_2023, "", "activity[1].period",
         "is missing, though “지난해” is quoted for it", at='passage = "p4.s3"'),
    Slip("words that are no period", 'period = "지난해"', 'period = "시장"', "activity[1].period",
         "“시장” is no period", at=YEAR_2023),
    Slip("a speaker whom the sentence does not name", 'p3.s2", as_written = "12명", attributed_to = "data-bureau"',
         'p3.s2", as_written = "12명", attributed_to = "globex"', "figure[3].citations[1].attributed_to",
         "p3.s2 names globex; give the words that do as `words.speaker`"),
    Slip("a speaker whom nobody named before", SAID, SAID.replace("data-bureau", "orion-ai"),
         "figure[4].citations[1].attributed_to", "no passage before p3.s3 names orion-ai"),
]  # fmt: skip

ENTITIES = [
    Slip("an id of two", 'id = "tracked-founders"', 'id = "zhao-mei" # twice', "cohort[2].id",
         "“zhao-mei” is the id of another person already", at="# twice", file=GAZETTEER, more=5),
    Slip("an id of two of a kind", 'id = "tracked-founders"', 'id = "star-startups" # twice', "cohort[2].id",
         "“star-startups” is the id of another cohort already", at="# twice", file=GAZETTEER, more=3),
    Slip("an unknown parent", 'parent = { id = "acme"', 'parent = { id = "acmee"', "organization[2].parent",
         "there is no organization “acmee”; did you mean “acme”?", file=GAZETTEER),
    Slip("a maker that is a person", 'maker = { id = "nebula-ai"', 'maker = { id = "li-lan"', "product[1].maker",
         "there is no organization “li-lan”", file=GAZETTEER),
    Slip("an unknown country of a cohort", 'calls star companies."\ncountry = "CN"',
         'calls star companies."\ncountry = "XX"', "cohort[1].country", "there is no country “XX”", at='country = "XX"',
         file=GAZETTEER),
    Slip("no reason for a parent", ', note = "Acme Lab is the laboratory of Acme."', "", "organization[2].parent.note",
         "is missing", at='parent = { id = "acme" }', file=GAZETTEER),
    Slip("an unknown kind", 'kind = "fund"', 'kind = "found"', "organization[4].kind", "'startup'", file=GAZETTEER),
    Slip("a parent of its own", 'name_ko = "훌리"', 'name_ko = "훌리"\nparent = { id = "hooli", note = "x" }',
         "organization[3].parent", "belongs to itself: hooli → hooli", at='parent = { id = "hooli"', file=GAZETTEER),
    Slip("a circle of two", 'name_ko = "애크미"', 'name_ko = "애크미"\nparent = { id = "acme-lab", note = "x" }',
         "organization[1].parent", "belongs to itself: acme → acme-lab → acme", at='parent = { id = "acme-lab"',
         file=GAZETTEER, more=1),
    Slip("an article's language in words", 'language = "ko"', 'language = "Korean"', "language", "should match pattern",
         file=ALPHA / "article.toml"),
    Slip("an article's day in quotes", "published_on = 2024-05-10", 'published_on = "2024-05-10"', "published_on",
         "valid date", file=ALPHA / "article.toml"),
    Slip("an article's text of another kind", 'text_read = "original"', 'text_read = "digest"', "text_read",
         "`text_read` is digest, but digest.txt is missing: its facts cannot be verified", file=ALPHA / "article.toml"),
    Slip("an article's other id", 'id = "2024-05-10-alpha-nebula"', 'id = "alpha"', "id",
         "“alpha” is not the name of its folder, 2024-05-10-alpha-nebula", file=ALPHA / "article.toml"),
]  # fmt: skip

SLIPS = [*FORM, *IDS, *WORDS, *ENTITIES]
