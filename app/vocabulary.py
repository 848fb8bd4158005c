"""The closed word lists: each word once, with the sentence that `/v1/vocabulary` and OpenAPI print."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A closed list of words, each member written as `NAME = "word", "what it means"`."""

    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        """Make the member, a string equal to its word."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


class EntityType(Word):
    """What a thing of the graph is; it decides under which path the thing is found."""

    ORGANIZATION = "organization", "a company, laboratory, fund, university, agency or other body"
    PERSON = "person", "a human being, with a public career only"
    PRODUCT = "product", "a model, app or service made by an organization"
    COHORT = "cohort", "a group that an article counts or describes"
    COUNTRY = "country", "a country, under its ISO 3166-1 alpha-2 code"


class OrganizationKind(Word):
    """What an organization is. Investor, employer and startup-as-employer are views, not kinds."""

    STARTUP = "startup", "a young company built to grow, listed under /v1/startups"
    COMPANY = "company", "an established company"
    LABORATORY = "laboratory", "a research unit, usually part of a company or university"
    FUND = "fund", "an investment fund or venture capital firm"
    UNIVERSITY = "university", "a university or institute of higher education"
    AGENCY = "agency", "a government or a public agency"
    THINK_TANK = "think_tank", "an institute for policy research"
    PUBLISHER = "publisher", "a newspaper, magazine, broadcaster or news agency"
    UNNAMED = "unnamed", "a source that an article mentions without naming it, such as “foreign press”"


class ProductKind(Word):
    """What a product is."""

    MODEL = "model", "a trained model"
    APP = "app", "an application that people install or open"
    SERVICE = "service", "a service, platform or programming interface"


class FactType(Word):
    """What a fact says. Each type has its own fields; all of them have an id, a basis and citations."""

    FOUNDING = "founding", "a person founded an organization"
    EMPLOYMENT = "employment", "a person works or worked for an organization; a hire is one of these, never a founding"
    INVESTMENT = "investment", "one investor put money into one organization, said of that pair"
    MEMBERSHIP = "membership", "an organization or a person belongs to a cohort"
    CLAIM = "claim", "a statement about a whole cohort, which says nothing of any one member"
    FIGURE = "figure", "a number about a subject"
    ACTIVITY = "activity", "something an organization or a group did, does or plans"
    PARENT = "parent", "an organization belongs to another one"
    MAKER = "maker", "an organization makes a product"


class Basis(Word):
    """On whose word a fact stands."""

    STATED = "stated", "an article says it; the citations show where"
    EDITORIAL = "editorial", "we say it, for the reason in `note`; no article is cited"


class Attribution(Word):
    """How the article ties a passage to the one who says it."""

    STATED = "stated", "the same sentence names the speaker"
    CARRIED = "carried", "the speaker is carried over from the sentence before"
    NONE = "none", "nobody but the reporter"


class EmploymentStatus(Word):
    """Whether an employment lasts."""

    FORMER = "former", "the person has left, as far as the article says"
    CURRENT = "current", "the person works there, as far as the article says"


class Role(Word):
    """How a person came to a startup."""

    FOUNDER = "founder", "the person founded it"
    HIRE = "hire", "the person was hired by it and did not found it"


class Relation(Word):
    """What a claim says of the named parties towards the members of a cohort."""

    INVESTOR = "investor", "the parties invest in the cohort's members"
    PRIOR_EMPLOYER = "prior_employer", "people of the cohort's members worked for the parties before"
    CUSTOMER = "customer", "the parties buy from the cohort's members"


class Extent(Word):
    """How much of the cohort a claim covers."""

    ALL = "all", "every member or every case"
    MOST = "most", "more than half"
    SOME = "some", "an unnamed part"


class Metric(Word):
    """What a figure measures."""

    REVENUE = "revenue", "money earned from sales within the period"
    FUNDING = "funding", "money raised from investors within the period"
    VALUATION = "valuation", "what the organization is held to be worth"
    RD_SPENDING = "rd_spending", "money spent on research and development within the period"
    PROFIT = "profit", "money left after costs within the period; a loss is negative"
    MARKET_SIZE = "market_size", "money spent in a market within the period"
    FOUNDERS = "founders", "number of founders"
    EMPLOYEES = "employees", "number of people employed"
    RESEARCHERS = "researchers", "number of researchers"
    COMPANIES = "companies", "number of companies"
    USERS = "users", "number of users"
    DOWNLOADS = "downloads", "number of downloads within the period"
    SHARE = "share", "part of a whole, in percent of the base that `of` names"
    GROWTH = "growth", "change against the period before, in percent"
    RANK = "rank", "place in the ranking that `of` names; 1 is first"
    DOWNLOADS_RANK = "downloads_rank", "place by number of downloads in the ranking that `of` names; 1 is first"
    PERFORMANCE_GAP = "performance_gap", "time by which the subject is behind what `of.versus` names"
    PARAMETERS = "parameters", "number of parameters of a model"


class Unit(Word):
    """What a value counts: an ISO 4217 currency or a thing."""

    USD = "USD", "US dollars"
    CNY = "CNY", "Chinese yuan (renminbi)"
    KRW = "KRW", "South Korean won"
    HKD = "HKD", "Hong Kong dollars"
    JPY = "JPY", "Japanese yen"
    EUR = "EUR", "euros"
    GBP = "GBP", "pounds sterling"
    TWD = "TWD", "New Taiwan dollars"
    PEOPLE = "people", "people"
    COMPANIES = "companies", "companies, startups or institutions"
    ITEMS = "items", "other counted things: cases, papers, models"
    TIMES = "times", "multiples: 2 is double"
    PERCENT = "percent", "hundredths"
    RANK = "rank", "place in an order, 1 is first"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    YEARS = "years", "years"

    @property
    def is_currency(self) -> bool:
        """Whether the unit is money (an ISO 4217 code)."""
        return self.value.isupper()


class Qualifier(Word):
    """How surely and on which side of the number the article puts the truth."""

    EXACT = "exact", "the number itself"
    ABOUT = "about", "near the number, on either side"
    AT_LEAST = "at_least", "the number or more"
    AT_MOST = "at_most", "the number or less"
    MORE_THAN = "more_than", "somewhat above the number"
    LESS_THAN = "less_than", "somewhat below the number"
    EXPECTED = "expected", "foreseen or planned, not yet so"


class ActivityKind(Word):
    """What kind of thing an organization did or plans."""

    RECRUITING = "recruiting", "looks for staff"
    HIRING = "hiring", "has hired staff, not named one by one"
    JOB_POSTING = "job_posting", "published vacancies"
    APPROACH = "approach", "approaches somebody else's staff"
    SPIN_OFF = "spin_off", "makes, or offers to make, a unit a company of its own"
    LAUNCH = "launch", "launched a model, app or service"
    MARKET_ENTRY = "market_entry", "enters or grows in a market"
    PARTNERSHIP = "partnership", "works together with another organization"
    ACQUISITION = "acquisition", "buys another organization"
    PLAN = "plan", "announced a plan or a goal"
    OPENING = "opening", "opened an office, a laboratory or another place"


class ActivityStatus(Word):
    """How far an activity has come."""

    DONE = "done", "has happened"
    ONGOING = "ongoing", "is happening"
    PLANNED = "planned", "is announced, offered or intended"


class TextRead(Word):
    """Which text was read for an article."""

    ORIGINAL = "original", "the text as published"
    DIGEST = "digest", "our own retelling of the same facts, because the original may not be kept"


class DraftStatus(Word):
    """How far a draft has come."""

    OPEN = "open", "waits for review; nothing of it is in the data"
    PUBLISHED = "published", "what was accepted of it is in the data"
    WITHDRAWN = "withdrawn", "given up; its text is gone"


class Decision(Word):
    """What a reviewer says of something that was proposed."""

    OPEN = "open", "not decided; it is not published"
    ACCEPT = "accept", "holds as it stands here"
    REJECT = "reject", "does not hold; it is not published"


class Coverage(Word):
    """What an empty or filled part of an answer means."""

    STATED = "stated", "at least one article says something of it"
    NOT_STATED = "not_stated", "no article that was read says anything of it, which does not mean that there is nothing"
    OPEN_ENDED = "open_ended", "something is said, and said to be incomplete (“and others”)"


class ClaimsUse(Word):
    """Whether group claims count as links in a filter."""

    EXCLUDE = "exclude", "only links that an article states of the very pair"
    INCLUDE = "include", "group claims count as links too"
    ONLY = "only", "nothing but group claims"


class Format(Word):
    """How an answer is written."""

    JSON = "json", "one document"
    NDJSON = "ndjson", "all rows, one JSON document a line"
    CSV = "csv", "all rows as a table with a header; nested parts as ids or compact JSON"


class ExportFormat(Word):
    """How the whole knowledge base is written."""

    PARQUET = "parquet", "a ZIP archive with one Parquet file for each table"
    FTM = "ftm", "FollowTheMoney entities, one JSON document a line"
    JSONLD = "jsonld", "one JSON-LD document in the terms of schema.org"


class ExportTable(Word):
    """What one Parquet file of an export holds."""

    ENTITIES = "entities", "organizations, people, products, cohorts and countries, with all their names"
    ARTICLES = "articles", "the articles that were read"
    PASSAGES = "passages", "the sentences of the articles, their text where its rights allow it"
    FOUNDINGS = "foundings", "who founded what"
    EMPLOYMENTS = "employments", "who works or worked where"
    INVESTMENTS = "investments", "who invested in whom, said of that very pair"
    MEMBERSHIPS = "memberships", "who belongs to which cohort"
    CLAIMS = "claims", "statements about whole cohorts"
    FIGURES = "figures", "numbers about subjects"
    ACTIVITIES = "activities", "what organizations did, do or plan"
    PARENTS = "parents", "which organization belongs to which"
    MAKERS = "makers", "who makes which product"


class Language(Word):
    """In which script names are shown."""

    KO = "ko", "Hangul"
    ZH = "zh", "Chinese characters"
    EN = "en", "Latin letters"
