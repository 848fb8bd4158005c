---- The ids that questions speak of, each the first of what its statement finds in the world that is asked.

-- employer
SELECT organization_id FROM employment WHERE status = 'former' GROUP BY organization_id ORDER BY count(*) DESC,
organization_id

-- other
SELECT organization_id FROM employment WHERE status = 'former' AND organization_id IN (SELECT organization_id FROM
parent) GROUP BY organization_id ORDER BY count(*) DESC, organization_id

-- parent
SELECT parent_id FROM parent GROUP BY parent_id ORDER BY count(*) DESC, parent_id

-- investor
SELECT investor_id FROM investment WHERE investor_id IN (SELECT entity_id FROM participant WHERE role = 'party')
GROUP BY investor_id ORDER BY count(*), investor_id

-- backer
SELECT investor_id FROM investment GROUP BY investor_id ORDER BY count(*) DESC, investor_id DESC

-- cohort
SELECT cohort_id FROM membership GROUP BY cohort_id ORDER BY count(*) DESC, cohort_id

-- article
SELECT article_id FROM citation GROUP BY article_id ORDER BY count(*) DESC, article_id DESC

-- speaker
SELECT attributed_to_id FROM citation JOIN participant USING (fact_id) WHERE attributed_to_id IS NOT NULL GROUP BY
attributed_to_id ORDER BY count(*) DESC, attributed_to_id

-- founder
SELECT person_id FROM founding ORDER BY person_id

-- founded
SELECT startup_id FROM founding ORDER BY person_id

-- staffed
SELECT organization_id FROM employment JOIN organization ON organization.id = organization_id WHERE kind = 'startup'
AND status = 'current' AND person_id IN (SELECT person_id FROM founding WHERE startup_id <> organization_id) UNION
ALL SELECT organization_id FROM employment JOIN organization ON organization.id = organization_id WHERE kind =
'startup'

-- backed
SELECT startup_id FROM investment GROUP BY startup_id ORDER BY count(*) DESC, startup_id

-- member
SELECT member_id FROM membership ORDER BY member_id

-- maker
SELECT organization_id FROM maker ORDER BY organization_id

-- subject
SELECT subject_id FROM figure GROUP BY subject_id ORDER BY count(*) DESC, subject_id

-- actor
SELECT organization_id FROM activity WHERE organization_id IS NOT NULL ORDER BY organization_id

-- reported
SELECT of_prior_employer_id FROM figure WHERE of_prior_employer_id IS NOT NULL ORDER BY 1

-- fund
SELECT investor_id FROM investment GROUP BY investor_id ORDER BY count(*), investor_id DESC
