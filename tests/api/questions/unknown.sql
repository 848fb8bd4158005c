---- Which of the rows pass a negation only because nothing is stated.

-- startups?not_prior_employer={employer}
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM founding JOIN {left} x USING (person_id))

-- startups?not_prior_employer={employer}&role=hire
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM {hired} h JOIN {left} x USING (person_id))

-- startups?not_investor={backer}
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM investment)

-- startups?not_founder={founder}
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM founding)

-- startups?not_metric=revenue
SELECT id FROM {startups} s WHERE id NOT IN (SELECT subject_id FROM figure)

-- people?not_startup={founded}
SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM founding UNION SELECT person_id FROM {hired} h)

-- people?not_prior_employer={employer}
SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM {left} x)

-- employers/{employer}/alumni?not_startup={founded}
SELECT person_id FROM {left} x WHERE organization_id IN {family} AND person_id NOT IN (SELECT person_id FROM
founding UNION SELECT person_id FROM {hired} h)

-- employers?not_startup={founded}&role=founder
SELECT high FROM {above} a WHERE low IN {named} AND high NOT IN (SELECT high FROM {above} b JOIN {left} x ON
organization_id = low WHERE person_id IN (SELECT person_id FROM founding))

-- organizations?not_parent={parent}
SELECT id FROM organization WHERE id NOT IN (SELECT organization_id FROM parent)

-- organizations?not_country=CN
SELECT id FROM organization WHERE country_id IS NULL
