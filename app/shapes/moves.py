"""What it means to leave an employer, to found and to be hired: the conditions behind filters, counts and shapes."""

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from app.models import Employment, Founding, Organization
from app.vocabulary import EmploymentStatus, OrganizationKind, Role

FOUNDED_IT = sa.exists().where(
    col(Founding.person_id) == Employment.person_id, col(Founding.startup_id) == Employment.organization_id
)
IS_HIRE: ColumnElement[bool] = sa.and_(
    col(Employment.status) == EmploymentStatus.CURRENT,
    ~FOUNDED_IT,
    col(Employment.organization_id).in_(
        sa.select(col(Organization.id)).where(col(Organization.kind) == OrganizationKind.STARTUP)
    ),
)
"""True of employments at a startup by somebody who did not found it."""

LEAVERS: sa.Select[str] = sa.select(col(Employment.person_id)).where(col(Employment.status) == EmploymentStatus.FORMER)
"""The people who left an employer."""


def with_role(role: Role) -> sa.Select[str]:
    """The people who founded an organization, or who were hired by a startup."""
    if role == Role.FOUNDER:
        return sa.select(col(Founding.person_id))
    return sa.select(col(Employment.person_id)).where(IS_HIRE)


def arrivals(role: Role) -> sa.Select[str]:
    """The organizations that somebody founded, or the startups that hired somebody."""
    if role == Role.FOUNDER:
        return sa.select(col(Founding.startup_id))
    return sa.select(col(Employment.organization_id)).where(IS_HIRE)
