"""Products, cohorts and countries: the smaller things of the graph."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Activity, Claim, Cohort, Figure, Maker, Membership
from app.pages import with_parts
from app.shapes.cards import Card, fetch_cards
from app.shapes.entities import COVERAGE, CoverageOf, EntityDetail, EntityRow, Link, coverage, fetch_names
from app.shapes.facts import ActivityFact, ClaimFact, FigureFact, MakerFact, MembershipFact, Size
from app.shapes.fetching import Facts, by_column, fetch_sizes
from app.vocabulary import Coverage, FactType


class MakerLink(Link):
    """An organization that makes a product."""

    organization: Card = Field(description="The maker.")


class ProductDetail(EntityDetail):
    """All that is said of a product."""

    makers: list[MakerFact] = Field(description="Who makes it.")
    figures: list[FigureFact] = Field(description="Numbers about it.")
    activities: list[ActivityFact] = Field(description="What its maker did with it.")
    coverage: CoverageOf = COVERAGE


@with_parts(ProductDetail, "figures", "activities")
class ProductRow(EntityRow):
    """A product and who makes it."""

    makers: list[MakerLink] = Field(description="Who makes it.")


class CohortDetail(EntityDetail):
    """All that is said of a cohort."""

    definition: str = Field(description="What makes something a member.", examples=["Companies that became unicorns."])
    country: str | None = Field(description="Country of its members, ISO 3166-1 alpha-2.", examples=["CN"])
    reported_size: Size | None = Field(description="How many there are, as reported.")
    members: list[MembershipFact] = Field(description="The members that articles name.")
    claims: list[ClaimFact] = Field(description="What is said of the cohort as a whole.")
    figures: list[FigureFact] = Field(description="Numbers about it.")
    activities: list[ActivityFact] = Field(description="What its members do, said of all together.")
    coverage: CoverageOf = COVERAGE


@with_parts(CohortDetail, "members", "claims", "figures", "activities")
class CohortRow(EntityRow):
    """A cohort with its size."""

    definition: str = Field(description="What makes something a member.", examples=["Companies that became unicorns."])
    country: str | None = Field(description="Country of its members, ISO 3166-1 alpha-2.", examples=["CN"])
    reported_size: Size | None = Field(description="How many there are, as reported.")
    named_members: int = Field(description="How many of them articles name.", examples=[5])


class CountryDetail(EntityDetail):
    """All that is said of a country itself."""

    figures: list[FigureFact] = Field(description="Numbers about it.")
    coverage: CoverageOf = COVERAGE


def fetch_products(connection: Connection, ids: Sequence[str]) -> list[ProductRow]:
    """Rows of products in the order of the ids."""
    rows = connection.execute(
        sa.select(col(Maker.id), col(Maker.product_id), col(Maker.organization_id))
        .where(col(Maker.product_id).in_(ids))
        .order_by(col(Maker.organization_id))
    ).all()
    cards = fetch_cards(connection, {*ids, *(row.organization_id for row in rows)})
    makers: dict[str, list[MakerLink]] = defaultdict(list)
    for row in rows:
        makers[row.product_id].append(MakerLink(fact=row.id, organization=cards[row.organization_id]))
    return [ProductRow(**dict(cards[item]), makers=makers[item], unknown=[]) for item in ids]


def fetch_product_details(connection: Connection, ids: Sequence[str]) -> list[ProductDetail]:
    """All about products, in the order of the ids."""
    names = fetch_names(connection, ids)
    found = Facts(connection)
    maker_rows = by_column(found.rows(FactType.MAKER, col(Maker.product_id).in_(ids)), "product_id")
    figure_rows = by_column(found.rows(FactType.FIGURE, col(Figure.subject_id).in_(ids)), "subject_id")
    activity_rows = by_column(found.rows(FactType.ACTIVITY, col(Activity.product_id).in_(ids)), "product_id")
    found.resolve()
    details = []
    for item in ids:
        makers = found.shapes(maker_rows[item], MakerFact)
        figures = found.shapes(figure_rows[item], FigureFact)
        activities = found.shapes(activity_rows[item], ActivityFact)
        covered = coverage(makers=makers, figures=figures, activities=activities)
        covered["makers"] = Coverage.STATED if activities else covered["makers"]
        details.append(
            ProductDetail(**names[item], makers=makers, figures=figures, activities=activities, coverage=covered)
        )
    return details


def fetch_cohorts(connection: Connection, ids: Sequence[str]) -> list[CohortRow]:
    """Rows of cohorts in the order of the ids."""
    cards = fetch_cards(connection, ids)
    sizes = fetch_sizes(connection, ids)
    rows = connection.execute(
        sa.select(
            col(Cohort.id),
            col(Cohort.definition),
            col(Cohort.country_id),
            sa.func.count(col(Membership.id)).label("named"),
        )
        .outerjoin(Membership, col(Membership.cohort_id) == Cohort.id)
        .where(col(Cohort.id).in_(ids))
        .group_by(col(Cohort.id), col(Cohort.definition), col(Cohort.country_id))
    )
    by_id = {row.id: row for row in rows}
    return [
        CohortRow(
            **dict(cards[item]),
            definition=by_id[item].definition,
            country=by_id[item].country_id,
            reported_size=sizes.get(item),
            named_members=by_id[item].named,
            unknown=[],
        )
        for item in ids
    ]


def fetch_cohort_details(connection: Connection, ids: Sequence[str]) -> list[CohortDetail]:
    """All about cohorts, in the order of the ids."""
    names = fetch_names(connection, ids)
    sizes = fetch_sizes(connection, ids)
    cohorts = sa.select(col(Cohort.id), col(Cohort.definition), col(Cohort.country_id)).where(col(Cohort.id).in_(ids))
    by_id = {row.id: row for row in connection.execute(cohorts)}
    found = Facts(connection)
    member_rows = by_column(found.rows(FactType.MEMBERSHIP, col(Membership.cohort_id).in_(ids)), "cohort_id")
    claim_rows = by_column(found.rows(FactType.CLAIM, col(Claim.cohort_id).in_(ids)), "cohort_id")
    figure_rows = by_column(found.rows(FactType.FIGURE, col(Figure.subject_id).in_(ids)), "subject_id")
    activity_rows = by_column(found.rows(FactType.ACTIVITY, col(Activity.cohort_id).in_(ids)), "cohort_id")
    found.resolve()
    details = []
    for item in ids:
        members = found.shapes(member_rows[item], MembershipFact)
        claims = found.shapes(claim_rows[item], ClaimFact)
        figures = found.shapes(figure_rows[item], FigureFact)
        activities = found.shapes(activity_rows[item], ActivityFact)
        covered = coverage(members=members, claims=claims, figures=figures, activities=activities)
        size = sizes.get(item)
        if members and size and size.value is not None and size.value > len(members):
            covered["members"] = Coverage.OPEN_ENDED
        if any(claim.open_ended for claim in claims):
            covered["claims"] = Coverage.OPEN_ENDED
        details.append(
            CohortDetail(
                **names[item],
                definition=by_id[item].definition,
                country=by_id[item].country_id,
                reported_size=size,
                members=members,
                claims=claims,
                figures=figures,
                activities=activities,
                coverage=covered,
            )
        )
    return details


def fetch_country_details(connection: Connection, ids: Sequence[str]) -> list[CountryDetail]:
    """All about countries, in the order of the ids."""
    names = fetch_names(connection, ids)
    found = Facts(connection)
    rows = by_column(found.rows(FactType.FIGURE, col(Figure.subject_id).in_(ids)), "subject_id")
    found.resolve()
    details = []
    for item in ids:
        figures = found.shapes(rows[item], FigureFact)
        details.append(CountryDetail(**names[item], figures=figures, coverage=coverage(figures=figures)))
    return details
