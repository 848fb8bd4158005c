"""What happens in the made-up world, and the Korean sentence that tells each fact of it."""

from collections.abc import Iterator

from app.seeding.forms import OrganizationForm
from app.synth.chance import Chance, chance
from app.synth.entities import Entities, Sizes
from app.synth.money import heads, money
from app.synth.names import particle
from app.synth.told import Told, korean, period
from app.vocabulary import ActivityKind, ActivityStatus, EmploymentStatus, FactType, Metric

ROUNDS = (("Seed", "시드"), ("Series A", "시리즈A"), ("Series B", "시리즈B"), ("Series C", "시리즈C"))
TITLES = (("engineer", "엔지니어"), ("researcher", "연구원"), ("product manager", "제품 책임자"), ("director", "이사"))
DEEDS = (
    (ActivityKind.RECRUITING, ActivityStatus.ONGOING, "recruits staff", "인력을 채용하고 있다"),
    (ActivityKind.OPENING, ActivityStatus.DONE, "opened a laboratory", "연구 거점을 열었다"),
    (ActivityKind.MARKET_ENTRY, ActivityStatus.PLANNED, "plans to enter the market", "시장 진출을 준비한다"),
    (ActivityKind.PLAN, ActivityStatus.PLANNED, "plans to invest", "투자 계획을 내놓았다"),
)
PLACES = (("Silicon Valley", "실리콘밸리"), ("Shanghai", "상하이"), ("Shenzhen", "선전"), ("Singapore", "싱가포르"))
MONEY = (Metric.REVENUE, "매출"), (Metric.FUNDING, "투자 유치액"), (Metric.VALUATION, "기업 가치")


class Teller:
    """Tells of each thing of a world in a few sentences."""

    def __init__(self, seed: int, sizes: Sizes, entities: Entities) -> None:
        self.seed = seed
        self.sizes = sizes
        self.entities = entities

    def person(self, number: int) -> Iterator[Told]:
        """The career of a person: one to three employers, the popular ones most often."""
        draw = chance(self.seed, "career", number)
        (jobs,) = draw.choices((1, 2, 3), (55, 40, 5))
        employers = dict.fromkeys(self._some_employer(draw) for _ in range(jobs))
        for at, employer in enumerate(employers):
            current = at == len(employers) - 1 and draw.happens(0.35)
            organization = self.entities.employer(employer)
            if current and draw.happens(0.3):
                organization = self.entities.startup(draw.ranked(self.sizes.startups, 1.05))
            yield self._employment(draw, number, organization, current=current)

    def startup(self, number: int) -> Iterator[Told]:
        """Founders, investors, product, cohort, figures of a startup."""
        draw, entities = chance(self.seed, "story", number), self.entities
        startup = entities.startup(number)
        name = korean(startup)
        (founders,) = draw.choices((1, 2, 3, 4), (86, 10, 3, 1))
        for person in range(20 * number, min(20 * number + founders, self.sizes.people)):
            founder = entities.person(person)
            yield Told(
                FactType.FOUNDING,
                {"person": founder.id, "startup": startup.id},
                f"{particle(korean(founder), '이', '가')} {particle(name, '을', '를')} 창업했다.",
                "창업했다",
                (founder, startup),
                {"person": korean(founder), "startup": name},
            )
        yield from self._investments(draw, startup)
        product = entities.product(number)
        if product.maker is None:
            yield Told(
                FactType.MAKER,
                {"product": product.id, "organization": startup.id},
                f"{particle(korean(product), '은', '는')} {name} 제품이다.",
                f"{name} 제품",
                (product, startup),
            )
        cohort = entities.cohort(draw.randrange(self.sizes.cohorts))
        yield Told(
            FactType.MEMBERSHIP,
            {"member": startup.id, "cohort": cohort.id},
            f"{particle(name, '은', '는')} {korean(cohort)}에 들었다.",
            f"{korean(cohort)}에 들었다",
            (startup, cohort),
        )
        yield from self._figures(draw, startup, draw.randint(3, 7))
        yield from self._deeds(draw, startup, 0.4)

    def employer(self, number: int) -> Iterator[Told]:
        """Figures of an employer and, where the gazetteer leaves it to articles, what it belongs to."""
        draw, employer = chance(self.seed, "report", number), self.entities.employer(number)
        parent = self.entities.parent_of(number)
        if parent is not None and employer.parent is None:
            above = self.entities.employer(parent)
            yield Told(
                FactType.PARENT,
                {"organization": employer.id, "parent": above.id},
                f"{particle(korean(employer), '은', '는')} {korean(above)} 계열사다.",
                f"{korean(above)} 계열사",
                (employer, above),
            )
        yield from self._figures(draw, employer, draw.choice((0, 1, 2, 4)))
        yield from self._deeds(draw, employer, 0.18)
        if number < 3 + self.sizes.employers // 500:
            yield from self._alumni(draw, employer, number)

    def cohort(self, number: int) -> Iterator[Told]:
        """What is said of a whole cohort, its size and who is among its investors."""
        draw, cohort = chance(self.seed, "claims", number), self.entities.cohort(number)
        counted = heads(draw, 12, 400, companies=True)
        yield Told(
            FactType.FIGURE,
            {"subject": cohort.id, "metric": Metric.COMPANIES, **counted.fields},
            f"{particle(korean(cohort), '은', '는')} 모두 {counted.words}이다.",
            counted.words,
            (cohort,),
        )
        funds = [self.entities.fund(draw.ranked(self.sizes.funds, 1.1)) for _ in range(5)]
        parties = list({fund.id: fund for fund in funds}.values())
        yield Told(
            FactType.CLAIM,
            {
                "cohort": cohort.id,
                "relation": "investor",
                "extent": "most",
                "open_ended": True,
                "parties": [party.id for party in parties],
            },
            f"이들 대부분은 {', '.join(map(korean, parties))} 등이 투자했다.",
            "등이 투자했다",
            (cohort, *parties),
        )

    def _some_employer(self, draw: Chance) -> int:
        """An employer by popularity or any: most employers have one to three people, few have thousands."""
        size = self.sizes.employers
        return draw.ranked(size) if draw.happens(0.6) else draw.randrange(size)

    def _employment(self, draw: Chance, number: int, organization: OrganizationForm, *, current: bool) -> Told:
        person = self.entities.person(number)
        title = draw.choice(TITLES) if draw.happens(0.4) else None
        last = draw.randint(2010, 2023)
        years = (last - draw.randint(1, 6), last) if draw.happens(0.25) and not current else None
        who, where = particle(korean(person), "은", "는"), korean(organization)
        when, role = f"{years[0]}년부터 {years[1]}년까지" if years else "", title[1] if title else ""
        if current:
            ending = f"{where}에서 {particle(role, '으로', '로') + ' ' if role else ''}일한다"
        else:
            ending = f"{where} {role + ' ' if role else ''}출신이다"
        status = EmploymentStatus.CURRENT if current else EmploymentStatus.FORMER
        return Told(
            FactType.EMPLOYMENT,
            {
                "person": person.id,
                "organization": organization.id,
                "status": status,
                "title": title and title[0],
                "period": years and period(*years),
            },
            f"{who} {when + ' ' if when else ''}{ending}.",
            ending,
            (person, organization),
            {"period": when} if when else {},
        )

    def _investments(self, draw: Chance, startup: OrganizationForm) -> Iterator[Told]:
        investors: dict[str, OrganizationForm] = {}
        for _ in range(draw.randint(2, 8)):
            fund = draw.happens(0.75)
            number = draw.ranked(self.sizes.funds if fund else self.sizes.employers, 1.1)
            investor = self.entities.fund(number) if fund else self.entities.employer(number)
            investors[investor.id] = investor
        for investor in investors.values():
            stage = draw.choice(ROUNDS)
            amount = money(draw, 5, 300) if draw.happens(0.5) else None
            sum_of = {"value": amount.fields["value"], "unit": amount.fields["unit"]} if amount else {}
            ending = f"{stage[1]}로 {particle(amount.words, '을', '를') + ' ' if amount else ''}투자했다"
            yield Told(
                FactType.INVESTMENT,
                {"investor": investor.id, "startup": startup.id, "round": stage[0], **sum_of},
                f"{particle(korean(investor), '은', '는')} {korean(startup)}에 {ending}.",
                ending,
                (investor, startup),
            )

    def _figures(self, draw: Chance, subject: OrganizationForm, count: int) -> Iterator[Told]:
        """Figures of one organization for different years; now and then two that disagree."""
        name = korean(subject)
        for year in draw.sample(range(2017, 2024), count):
            metric, noun = draw.choice(MONEY) if draw.happens(0.75) else (Metric.EMPLOYEES, "직원")
            amounts = [
                heads(draw, 10, 5000) if metric == Metric.EMPLOYEES else money(draw, 1, 900)
                for _ in range(2 if draw.happens(0.03) else 1)
            ]
            for amount in {str(one.fields): one for one in amounts}.values():
                yield Told(
                    FactType.FIGURE,
                    {"subject": subject.id, "metric": metric, **amount.fields, "period": period(year, year)},
                    f"{name}의 {year}년 {particle(noun, '은', '는')} {amount.words}이다.",
                    amount.words,
                    (subject,),
                    {"period": f"{year}년", "metric": noun},
                )

    def _alumni(self, draw: Chance, employer: OrganizationForm, number: int) -> Iterator[Told]:
        """How many founders came from a large employer, by one count or by two that disagree."""
        cohort = self.entities.cohort(number % self.sizes.cohorts)
        counts = [heads(draw, 20, 400) for _ in range(2 if draw.happens(0.3) else 1)]
        for count in {str(one.fields): one for one in counts}.values():
            yield Told(
                FactType.FIGURE,
                {
                    "subject": cohort.id,
                    "metric": Metric.FOUNDERS,
                    **count.fields,
                    "of": {"prior_employer": employer.id},
                },
                f"{korean(cohort)} 창업자 가운데 {korean(employer)} 출신은 {count.words}이다.",
                count.words,
                (cohort, employer),
            )

    def _deeds(self, draw: Chance, organization: OrganizationForm, probability: float) -> Iterator[Told]:
        if not draw.happens(probability):
            return
        kind, status, english, ending = draw.choice(DEEDS)
        place = draw.choice(PLACES)
        yield Told(
            FactType.ACTIVITY,
            {
                "organization": organization.id,
                "kind": kind,
                "status": status,
                "description": f"{english} in {place[0]}",
                "place": place[0],
            },
            f"{particle(korean(organization), '은', '는')} {place[1]}에서 {ending}.",
            ending,
            (organization,),
        )
