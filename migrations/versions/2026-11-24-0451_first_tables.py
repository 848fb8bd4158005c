"""first tables

Revision ID: 0001
Revises: nothing
Create Date: 2026-11-24 04:51:04.950143+00:00
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: None = None
depends_on: None = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("title", TEXT, nullable=False),
        sa.Column("publisher", TEXT, nullable=False),
        sa.Column("publisher_en", TEXT, nullable=True),
        sa.Column("author", TEXT, nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("text_read", TEXT, nullable=False),
        sa.Column("text_kept", sa.Boolean(), nullable=False),
        sa.Column("rights", TEXT, nullable=True),
        sa.Column("original_sha256", TEXT, nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_published_on"), ["published_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_story"), ["story"], unique=False)

    op.create_table(
        "entity",
        sa.Column("name_ko", TEXT, nullable=True),
        sa.Column("name_zh", TEXT, nullable=True),
        sa.Column("name_en", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
    )
    with op.batch_alter_table("entity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entity_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_entity_type"), ["type"], unique=False)

    op.create_table(
        "fact",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_basis"), ["basis"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_type"), ["type"], unique=False)

    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
    )
    op.create_table(
        "alias",
        sa.Column("entity_id", TEXT, nullable=False),
        sa.Column("alias", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_alias_entity_id")),
        sa.PrimaryKeyConstraint("entity_id", "alias", name=op.f("pk_alias")),
    )
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alias_alias"), ["alias"], unique=False)

    op.create_table(
        "change",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_change_revision")),
        sa.PrimaryKeyConstraint("revision", "position", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_id"), ["id"], unique=False)

    op.create_table(
        "cohort",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("definition", TEXT, nullable=False),
        sa.Column("country_id", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["country_id"], ["entity.id"], name=op.f("fk_cohort_country_id")),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_cohort_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
    )
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_country_id"), ["country_id"], unique=False)

    op.create_table(
        "organization",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("country_id", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["country_id"], ["entity.id"], name=op.f("fk_organization_country_id")),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organization_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organization_kind"), ["kind"], unique=False)

    op.create_table(
        "participant",
        sa.Column("fact_id", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("entity_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_participant_entity_id")),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_participant_fact_id")),
        sa.PrimaryKeyConstraint("fact_id", "role", "entity_id", name=op.f("pk_participant")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_entity_id_fact_id"), ["entity_id", "fact_id"], unique=False)

    op.create_table(
        "passage",
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_passage_article_id")),
        sa.PrimaryKeyConstraint("article_id", "id", name=op.f("pk_passage")),
    )
    op.create_table(
        "person",
        sa.Column("id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "product",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_product_kind"), ["kind"], unique=False)

    op.create_table(
        "activity",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("description", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("organization_id", TEXT, nullable=True),
        sa.Column("cohort_id", TEXT, nullable=True),
        sa.Column("product_id", TEXT, nullable=True),
        sa.Column("counterpart_id", TEXT, nullable=True),
        sa.Column("country_id", TEXT, nullable=True),
        sa.CheckConstraint("(organization_id IS NULL) <> (cohort_id IS NULL)", name=op.f("ck_activity_one_actor")),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_activity_cohort_id")),
        sa.ForeignKeyConstraint(["counterpart_id"], ["organization.id"], name=op.f("fk_activity_counterpart_id")),
        sa.ForeignKeyConstraint(["country_id"], ["entity.id"], name=op.f("fk_activity_country_id")),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_activity_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_activity_organization_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_activity_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_cohort_id"), ["cohort_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_counterpart_id"), ["counterpart_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_country_id"), ["country_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_organization_id"), ["organization_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_product_id"), ["product_id"], unique=False)

    op.create_table(
        "citation",
        sa.Column("as_written", TEXT, nullable=False),
        sa.Column("original", TEXT, nullable=True),
        sa.Column("attribution", TEXT, nullable=False),
        sa.Column("qualifier", TEXT, nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("remark", TEXT, nullable=True),
        sa.Column("fact_id", TEXT, nullable=False),
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("passage", TEXT, nullable=False),
        sa.Column("attributed_to_id", TEXT, nullable=True),
        sa.Column("conversion_value", sa.Numeric(), nullable=True),
        sa.Column("conversion_unit", TEXT, nullable=True),
        sa.Column("conversion_qualifier", TEXT, nullable=True),
        sa.Column("conversion_as_written", TEXT, nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id", "passage"], ["passage.article_id", "passage.id"], name=op.f("fk_citation_article_id_passage")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_citation_article_id")),
        sa.ForeignKeyConstraint(["attributed_to_id"], ["entity.id"], name=op.f("fk_citation_attributed_to_id")),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_citation_fact_id")),
        sa.PrimaryKeyConstraint("fact_id", "article_id", "position", name=op.f("pk_citation")),
    )
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citation_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_citation_attributed_to_id"), ["attributed_to_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("relation", TEXT, nullable=False),
        sa.Column("extent", TEXT, nullable=False),
        sa.Column("open_ended", sa.Boolean(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("cohort_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_claim_cohort_id")),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_cohort_id"), ["cohort_id"], unique=False)

    op.create_table(
        "employment",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("unit", TEXT, nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("organization_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_employment_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_employment_organization_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_employment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employment")),
    )
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_employment_organization_id"), ["organization_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_employment_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_employment_person_id"), ["person_id"], unique=False)

    op.create_table(
        "figure",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("metric", TEXT, nullable=False),
        sa.Column("value", sa.Numeric(), nullable=True),
        sa.Column("value_min", sa.Numeric(), nullable=True),
        sa.Column("value_max", sa.Numeric(), nullable=True),
        sa.Column("unit", TEXT, nullable=False),
        sa.Column("qualifier", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("subject_id", TEXT, nullable=False),
        sa.Column("of_population", TEXT, nullable=True),
        sa.Column("of_by", TEXT, nullable=True),
        sa.Column("of_prior_employer_id", TEXT, nullable=True),
        sa.Column("of_versus_id", TEXT, nullable=True),
        sa.Column("usd_value", sa.Numeric(), nullable=True),
        sa.Column("usd_rate", sa.Numeric(), nullable=True),
        sa.Column("usd_on", sa.Date(), nullable=True),
        sa.Column("usd_source", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_figure_id")),
        sa.ForeignKeyConstraint(
            ["of_prior_employer_id"], ["organization.id"], name=op.f("fk_figure_of_prior_employer_id")
        ),
        sa.ForeignKeyConstraint(["of_versus_id"], ["entity.id"], name=op.f("fk_figure_of_versus_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["entity.id"], name=op.f("fk_figure_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_figure_metric"), ["metric"], unique=False)
        batch_op.create_index(batch_op.f("ix_figure_of_prior_employer_id"), ["of_prior_employer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_figure_of_versus_id"), ["of_versus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_figure_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_figure_subject_id"), ["subject_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_figure_usd_value"), ["usd_value"], unique=False)

    op.create_table(
        "founding",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("startup_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_founding_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_founding_person_id")),
        sa.ForeignKeyConstraint(["startup_id"], ["organization.id"], name=op.f("fk_founding_startup_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_founding")),
    )
    with op.batch_alter_table("founding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_founding_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_founding_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_founding_startup_id"), ["startup_id"], unique=False)

    op.create_table(
        "investment",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("round", TEXT, nullable=True),
        sa.Column("value", sa.Numeric(), nullable=True),
        sa.Column("unit", TEXT, nullable=True),
        sa.Column("qualifier", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("investor_id", TEXT, nullable=False),
        sa.Column("startup_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_investment_id")),
        sa.ForeignKeyConstraint(["investor_id"], ["organization.id"], name=op.f("fk_investment_investor_id")),
        sa.ForeignKeyConstraint(["startup_id"], ["organization.id"], name=op.f("fk_investment_startup_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_investment")),
    )
    with op.batch_alter_table("investment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_investment_investor_id"), ["investor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_investment_startup_id"), ["startup_id"], unique=False)

    op.create_table(
        "lineage",
        sa.Column("ancestor_id", TEXT, nullable=False),
        sa.Column("organization_id", TEXT, nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("is_top", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ancestor_id"], ["organization.id"], name=op.f("fk_lineage_ancestor_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_lineage_organization_id")),
        sa.PrimaryKeyConstraint("ancestor_id", "organization_id", name=op.f("pk_lineage")),
    )
    with op.batch_alter_table("lineage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lineage_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "maker",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("product_id", TEXT, nullable=False),
        sa.Column("organization_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_maker_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_maker_organization_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_maker_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maker")),
    )
    with op.batch_alter_table("maker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_maker_organization_id"), ["organization_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_maker_period_from"), ["period_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_maker_product_id"), ["product_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("member_id", TEXT, nullable=False),
        sa.Column("cohort_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_membership_cohort_id")),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_membership_id")),
        sa.ForeignKeyConstraint(["member_id"], ["entity.id"], name=op.f("fk_membership_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_cohort_id"), ["cohort_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_period_from"), ["period_from"], unique=False)

    op.create_table(
        "parent",
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("organization_id", TEXT, nullable=False),
        sa.Column("parent_id", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["fact.id"], name=op.f("fk_parent_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_parent_organization_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["organization.id"], name=op.f("fk_parent_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parent")),
    )
    with op.batch_alter_table("parent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_parent_organization_id"), ["organization_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_parent_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_parent_period_from"), ["period_from"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("parent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_parent_period_from"))
        batch_op.drop_index(batch_op.f("ix_parent_parent_id"))
        batch_op.drop_index(batch_op.f("ix_parent_organization_id"))

    op.drop_table("parent")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_period_from"))
        batch_op.drop_index(batch_op.f("ix_membership_member_id"))
        batch_op.drop_index(batch_op.f("ix_membership_cohort_id"))

    op.drop_table("membership")
    with op.batch_alter_table("maker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_maker_product_id"))
        batch_op.drop_index(batch_op.f("ix_maker_period_from"))
        batch_op.drop_index(batch_op.f("ix_maker_organization_id"))

    op.drop_table("maker")
    with op.batch_alter_table("lineage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lineage_organization_id"))

    op.drop_table("lineage")
    with op.batch_alter_table("investment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_investment_startup_id"))
        batch_op.drop_index(batch_op.f("ix_investment_period_from"))
        batch_op.drop_index(batch_op.f("ix_investment_investor_id"))

    op.drop_table("investment")
    with op.batch_alter_table("founding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_founding_startup_id"))
        batch_op.drop_index(batch_op.f("ix_founding_person_id"))
        batch_op.drop_index(batch_op.f("ix_founding_period_from"))

    op.drop_table("founding")
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_figure_usd_value"))
        batch_op.drop_index(batch_op.f("ix_figure_subject_id"))
        batch_op.drop_index(batch_op.f("ix_figure_period_from"))
        batch_op.drop_index(batch_op.f("ix_figure_of_versus_id"))
        batch_op.drop_index(batch_op.f("ix_figure_of_prior_employer_id"))
        batch_op.drop_index(batch_op.f("ix_figure_metric"))

    op.drop_table("figure")
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_employment_person_id"))
        batch_op.drop_index(batch_op.f("ix_employment_period_from"))
        batch_op.drop_index(batch_op.f("ix_employment_organization_id"))

    op.drop_table("employment")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_cohort_id"))

    op.drop_table("claim")
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citation_attributed_to_id"))
        batch_op.drop_index(batch_op.f("ix_citation_article_id"))

    op.drop_table("citation")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_product_id"))
        batch_op.drop_index(batch_op.f("ix_activity_period_from"))
        batch_op.drop_index(batch_op.f("ix_activity_organization_id"))
        batch_op.drop_index(batch_op.f("ix_activity_kind"))
        batch_op.drop_index(batch_op.f("ix_activity_country_id"))
        batch_op.drop_index(batch_op.f("ix_activity_counterpart_id"))
        batch_op.drop_index(batch_op.f("ix_activity_cohort_id"))

    op.drop_table("activity")
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_product_kind"))

    op.drop_table("product")
    op.drop_table("person")
    op.drop_table("passage")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_entity_id_fact_id"))

    op.drop_table("participant")
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organization_kind"))
        batch_op.drop_index(batch_op.f("ix_organization_country_id"))

    op.drop_table("organization")
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cohort_country_id"))

    op.drop_table("cohort")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_id"))

    op.drop_table("change")
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alias_alias"))

    op.drop_table("alias")
    op.drop_table("revision")
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_type"))
        batch_op.drop_index(batch_op.f("ix_fact_basis"))

    op.drop_table("fact")
    with op.batch_alter_table("entity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entity_type"))
        batch_op.drop_index(batch_op.f("ix_entity_name"))

    op.drop_table("entity")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_article_story"))
        batch_op.drop_index(batch_op.f("ix_article_published_on"))

    op.drop_table("article")
