---- How many rows there are of each key.

-- startups?group_by=country
SELECT country_id, count(*) FROM organization WHERE kind = 'startup' GROUP BY 1

-- startups?group_by=prior_employer
SELECT x.organization_id, count(DISTINCT s.id) FROM {startups} s LEFT JOIN (founding f JOIN {left} x USING
(person_id)) ON startup_id = s.id GROUP BY 1

-- startups?group_by=prior_employer&role=hire
SELECT y.organization_id, count(DISTINCT s.id) FROM {startups} s LEFT JOIN (SELECT startup_id, x.organization_id
FROM {hired} h JOIN {left} x USING (person_id)) y ON startup_id = s.id GROUP BY 1

-- startups?group_by=investor&claims=include&country=CN
SELECT party_id, count(DISTINCT o.id) FROM organization o LEFT JOIN (SELECT * FROM {claimed} c UNION SELECT
startup_id, investor_id FROM investment) x ON member_id = o.id WHERE kind = 'startup' AND country_id = 'CN' GROUP BY
1

-- startups?group_by=metric&usd_min=50000000
SELECT metric, count(DISTINCT subject_id) FROM figure WHERE usd_value >= 50000000 AND subject_id IN {startups} GROUP
BY 1

-- startups?group_by=article
SELECT article_id, count(DISTINCT s.id) FROM {startups} s LEFT JOIN (SELECT entity_id, article_id FROM participant
JOIN citation USING (fact_id)) x ON entity_id = s.id GROUP BY 1

-- people?group_by=role
SELECT role, count(DISTINCT id) FROM person LEFT JOIN (SELECT person_id, 'founder' AS role FROM founding UNION
SELECT person_id, 'hire' FROM {hired} h) x ON person_id = id GROUP BY 1

-- people?group_by=startup&role=hire
SELECT startup_id, count(DISTINCT person_id) FROM {hired} h GROUP BY 1

-- people?group_by=employer
SELECT organization_id, count(DISTINCT person.id) FROM person LEFT JOIN employment ON person_id = person.id GROUP BY
1

-- founders?group_by=startup&prior_employer={employer}
SELECT startup_id, count(DISTINCT person_id) FROM founding WHERE person_id IN (SELECT person_id FROM {left} x WHERE
organization_id IN {family}) GROUP BY 1

-- investors?group_by=cohort&claims=only
SELECT cohort_id, count(DISTINCT entity_id) FROM {parties} p GROUP BY 1

-- investors?group_by=startup
SELECT startup_id, count(DISTINCT investor_id) FROM investment GROUP BY 1

-- employers?group_by=startup&role=founder
SELECT startup_id, count(DISTINCT e.id) FROM (SELECT DISTINCT high AS id FROM {above} a WHERE low IN {named}) e LEFT
JOIN (SELECT high, startup_id FROM {above} b JOIN {left} x ON x.organization_id = low JOIN founding USING
(person_id)) y ON y.high = e.id GROUP BY 1

-- employers/{employer}/alumni?group_by=startup&role=founder
SELECT startup_id, count(DISTINCT person_id) FROM {left} x JOIN founding USING (person_id) WHERE organization_id IN
{family} GROUP BY 1

-- organizations?group_by=parent
SELECT high, count(DISTINCT o.id) FROM organization o LEFT JOIN (SELECT * FROM {above} a WHERE low <> high) x ON low
= o.id GROUP BY 1

-- investors/{backer}/portfolio?group_by=round
SELECT round, count(*) FROM investment WHERE investor_id = '{backer}' GROUP BY 1

-- figures?group_by=unit&metric=revenue
SELECT unit, count(*) FROM figure WHERE metric = 'revenue' GROUP BY 1

-- figures?group_by=subject
SELECT subject_id, count(*) FROM figure GROUP BY 1

-- figures?group_by=attributed_to
SELECT attributed_to_id, count(DISTINCT fact_id) FROM figure JOIN citation ON fact_id = id GROUP BY 1

-- activities?group_by=kind&status=planned
SELECT kind, count(*) FROM activity WHERE status = 'planned' GROUP BY 1

-- facts?group_by=type&basis=stated&basis=editorial
SELECT type, count(*) FROM fact GROUP BY 1

-- facts?group_by=story
SELECT story, count(DISTINCT fact_id) FROM citation JOIN article ON id = article_id GROUP BY 1

-- facts?group_by=entity&type=founding
SELECT entity_id, count(DISTINCT fact_id) FROM participant JOIN founding ON id = fact_id GROUP BY 1

-- changes?group_by=subject&action=added
SELECT subject, count(*) FROM change WHERE action = 'added' GROUP BY 1
