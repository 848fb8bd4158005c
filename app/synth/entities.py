"""Who and what there is in the made-up world: entity number k of a kind is the same, however large the world is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.seeding.forms import (
    CohortForm,
    CountryForm,
    EntityForm,
    GazetteerForm,
    LinkForm,
    OrganizationForm,
    PersonForm,
    ProductForm,
)
from app.synth.chance import Chance, chance
from app.synth.names import brand, given_name, person_name, slug
from app.vocabulary import OrganizationKind, ProductKind

COUNTRIES = (
    ("CN", "China", "중국", "中国", 68),
    ("US", "United States", "미국", "美国", 17),
    ("KR", "South Korea", "한국", "韩国", 5),
    ("JP", "Japan", "일본", "日本", 4),
    ("SG", "Singapore", "싱가포르", "新加坡", 3),
    ("GB", "United Kingdom", "영국", "英国", 3),
)
KINDS = {
    OrganizationKind.COMPANY: ("Technology", "테크", "科技"),
    OrganizationKind.LABORATORY: ("Lab", "연구소", "研究院"),
    OrganizationKind.UNIVERSITY: ("University", "대학", "大学"),
    OrganizationKind.STARTUP: ("AI", "AI", "智能"),
    OrganizationKind.FUND: ("Capital", "캐피털", "资本"),
    OrganizationKind.THINK_TANK: ("Institute", "연구원", "研究所"),
}
EMPLOYER_KINDS = (OrganizationKind.COMPANY, OrganizationKind.LABORATORY, OrganizationKind.UNIVERSITY)
FIELDS = (
    ("generative AI", "생성형 AI"),
    ("robotics", "로봇"),
    ("autonomous driving", "자율주행"),
    ("AI chip", "AI 반도체"),
    ("medical AI", "의료 AI"),
)
DEEPEST = 3  # steps from an organization up to the top
CHILDREN = 0.2
SPEAKERS = 24
CACHED, FEW = 4_000, 100


@dataclass(frozen=True)
class Sizes:
    """How many there are of each kind, in the proportions of the real world."""

    people: int

    @property
    def startups(self) -> int:
        """Startups; 20 people to each."""
        return max(1, self.people // 20)

    @property
    def funds(self) -> int:
        """Funds."""
        return max(3, self.people // 50)

    @property
    def employers(self) -> int:
        """Companies, laboratories and universities; with startups and funds one organization to two people."""
        return max(5, self.people // 2 - self.startups - self.funds)

    @property
    def products(self) -> int:
        """Products."""
        return self.startups

    @property
    def cohorts(self) -> int:
        """Cohorts."""
        return max(3, self.people // 1000)


class Entities:
    """Makes the entities of one world; an employer's number is its place in popularity."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.person = lru_cache(FEW)(self._person)
        self.employer = lru_cache(CACHED)(self._employer)
        self.startup = lru_cache(CACHED)(self._startup)
        self.fund = lru_cache(CACHED)(self._fund)
        self.parent_of = lru_cache(CACHED)(self._parent_of)

    def _person(self, number: int) -> PersonForm:
        """A person, with the given name first as another spelling."""
        surname, given = person_name(chance(self.seed, "person", number))
        latin = f"{surname.latin} {given.latin}"
        return PersonForm(
            id=f"p-{number:06}-{slug(latin)}",
            name=latin,
            name_ko=surname.hangul + given.hangul,
            name_zh=f"{surname.hanzi}{given.hanzi}",
            name_en=latin,
            aliases=[f"{given.latin} {surname.latin}"],
        )

    def product(self, number: int) -> ProductForm:
        """A product; every other one's maker stands in the gazetteer, of the rest an article tells."""
        draw = chance(self.seed, "product", number)
        name = given_name(draw, single=0)
        maker = LinkForm(id=self.startup(number).id, note="made up") if number % 2 else None
        return ProductForm(
            id=f"m-{number:06}-{slug(name.latin)}",
            name=name.latin,
            name_ko=name.hangul,
            name_zh=name.hanzi,
            kind=draw.choice(list(ProductKind)),
            maker=maker,
        )

    def cohort(self, number: int) -> CohortForm:
        """A group of firms of one field and year."""
        draw = chance(self.seed, "cohort", number)
        english, korean = draw.choice(FIELDS)
        year = draw.randint(2019, 2024)
        return CohortForm(
            id=f"c-{number:06}-{slug(english)}-{year}",
            name=f"{english} firms of {year}, list {number + 1}",
            name_ko=f"{year}년 {korean} 기업 {number + 1}집",
            definition=f"Firms in {english} that list {number + 1} of {year} counts.",
            country=draw.choice(("CN", "CN", "US", None)),
        )

    def speaker(self, number: int) -> OrganizationForm:
        """One of the few whom articles quote."""
        return self._organization("q", number, chance(self.seed, "speaker", number), OrganizationKind.THINK_TANK)

    def _startup(self, number: int) -> OrganizationForm:
        return self._organization("s", number, chance(self.seed, "startup", number), OrganizationKind.STARTUP)

    def _fund(self, number: int) -> OrganizationForm:
        return self._organization("f", number, chance(self.seed, "fund", number), OrganizationKind.FUND)

    def _employer(self, number: int) -> OrganizationForm:
        """An employer; one in five belongs to a more popular one, which most of its editorial links say."""
        draw = chance(self.seed, "employer", number)
        (kind,) = draw.choices(EMPLOYER_KINDS, (80, 12, 8)) if number else (OrganizationKind.COMPANY,)
        parent = self.parent_of(number)
        link = None if parent is None or self.tells_parent(number) else self.employer(parent).id
        return self._organization("e", number, draw, kind, parent=link)

    def _parent_of(self, number: int) -> int | None:
        draw = chance(self.seed, "parent", number)
        if not number or not draw.happens(CHILDREN):
            return None
        parent = draw.ranked(number)
        above = [parent, *self.above(parent)]
        return above[max(0, len(above) - DEEPEST)]

    def above(self, number: int) -> Iterator[int]:
        """The employers that one belongs to, nearest first."""
        parent = self.parent_of(number)
        while parent is not None:
            yield parent
            parent = self.parent_of(parent)

    def tells_parent(self, number: int) -> bool:
        """Whether an article tells what an employer belongs to, and not the gazetteer."""
        return chance(self.seed, "tells", number).happens(0.1)

    def _organization(
        self, letter: str, number: int, draw: Chance, kind: OrganizationKind, parent: str | None = None
    ) -> OrganizationForm:
        ((country, *_),) = draw.choices(COUNTRIES, [weight for *_, weight in COUNTRIES])
        own, (latin, hangul, hanzi) = brand(draw, country), KINDS[kind]
        name = f"{own.latin} {latin}"
        return OrganizationForm(
            id=f"{letter}-{number:06}-{slug(name)}",
            name=name,
            name_ko=own.hangul + hangul,
            name_zh=own.hanzi and own.hanzi + hanzi,
            name_en=name,
            kind=kind,
            country=country,
            parent=LinkForm(id=parent, note="made up") if parent else None,
        )


def number_of(entity: str) -> int:
    """The number in an id of the made-up world.

    >>> number_of("e-000123-zhiyuan-technology")
    123
    """
    return int(entity.split("-")[1])


def gazetteer_of(entities: list[EntityForm]) -> GazetteerForm:
    """The gazetteer that holds these, each once, and the countries."""
    once = {form.id: form for form in entities}.values()
    return GazetteerForm(
        country=[CountryForm(id=code, name=name, name_ko=ko, name_zh=zh) for code, name, ko, zh, _ in COUNTRIES],
        organization=[form for form in once if isinstance(form, OrganizationForm)],
        person=[form for form in once if isinstance(form, PersonForm)],
        product=[form for form in once if isinstance(form, ProductForm)],
        cohort=[form for form in once if isinstance(form, CohortForm)],
    )
