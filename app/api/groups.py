"""Groups that several lists share: the same word of `group_by` counts by the same thing on every path."""

import sqlalchemy as sa
from sqlmodel import col

from app.listing import Group
from app.models import Citation, Figure, Membership, Participant
from app.shapes.cards import fetch_cards

COHORTS = Group(sa.select(col(Membership.member_id), col(Membership.cohort_id)), fetch_cards, overlapping=True)
"""Named members by cohort."""
METRICS = Group(sa.select(col(Figure.subject_id), col(Figure.metric)), overlapping=True)
"""Subjects by what is measured of them."""
CITED = sa.join(Participant, Citation, col(Citation.fact_id) == col(Participant.fact_id))
ENTITY_ARTICLES = Group(
    sa.select(col(Participant.entity_id), col(Citation.article_id)).select_from(CITED), overlapping=True
)
"""Entities by the articles that state something of them."""
ENTITY_SPEAKERS = Group(
    sa.select(col(Participant.entity_id), col(Citation.attributed_to_id))
    .select_from(CITED)
    .where(col(Citation.attributed_to_id).is_not(None)),
    fetch_cards,
    overlapping=True,
)
"""Entities by who says something of them; nobody named: only reporters, or nothing."""
FACT_ARTICLES = Group(sa.select(col(Citation.fact_id), col(Citation.article_id)).distinct(), overlapping=True)
"""Facts by article."""
FACT_SPEAKERS = Group(
    sa.select(col(Citation.fact_id), col(Citation.attributed_to_id)).distinct(), fetch_cards, overlapping=True
)
"""Facts by who says them; nobody: the reporter."""
