---- Parts of statements, which others name in braces.

-- came
(SELECT person_id, startup_id, 'founder' AS role FROM founding UNION SELECT person_id, startup_id, 'hire' FROM {hired}
h)

-- family
(WITH RECURSIVE family AS (SELECT id FROM organization WHERE id = '{employer}' UNION SELECT organization_id FROM
parent JOIN family ON parent_id = family.id) SELECT id FROM family)

-- below
(WITH RECURSIVE below AS (SELECT organization_id AS id FROM parent WHERE parent_id = '{parent}' UNION SELECT
organization_id FROM parent JOIN below ON parent_id = below.id) SELECT id FROM below)

-- above
(WITH RECURSIVE above AS (SELECT id AS low, id AS high FROM organization UNION SELECT low, parent_id FROM above JOIN
parent ON organization_id = high) SELECT low, high FROM above)

-- left
(SELECT person_id, organization_id FROM employment WHERE status = 'former')

-- hired
(SELECT person_id, organization_id AS startup_id FROM employment JOIN organization ON organization.id =
organization_id WHERE status = 'current' AND kind = 'startup' AND NOT EXISTS (SELECT 1 FROM founding WHERE
founding.person_id = employment.person_id AND startup_id = organization_id))

-- claimed
(SELECT member_id, entity_id AS party_id FROM claim JOIN participant ON fact_id = claim.id AND role = 'party' JOIN
membership ON membership.cohort_id = claim.cohort_id WHERE relation = 'investor')

-- parties
(SELECT entity_id, cohort_id FROM claim JOIN participant ON fact_id = claim.id AND role = 'party' WHERE relation =
'investor')

-- said
(SELECT entity_id FROM participant JOIN citation USING (fact_id) WHERE attributed_to_id = '{speaker}')

-- read
(SELECT entity_id FROM participant JOIN citation USING (fact_id) WHERE article_id = '{article}')

-- startups
(SELECT id FROM organization WHERE kind = 'startup')

-- named
(SELECT organization_id FROM employment WHERE status = 'former' UNION SELECT of_prior_employer_id FROM figure WHERE
of_prior_employer_id IS NOT NULL)
