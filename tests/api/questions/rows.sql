---- Which rows a list holds. A row is known by its id, a fact by the fact's.

---- startups by the prior employers of founders, of hires, of both; rolled up or exactly

-- startups?prior_employer={employer}
SELECT startup_id FROM founding WHERE person_id IN (SELECT person_id FROM {left} x WHERE organization_id IN
{family})

-- startups?prior_employer={employer}&rollup=false
SELECT startup_id FROM founding JOIN {left} x USING (person_id) WHERE organization_id = '{employer}'

-- startups?prior_employer={employer}&role=hire
SELECT startup_id FROM {hired} h JOIN {left} x USING (person_id) WHERE x.organization_id IN {family}

-- startups?prior_employer={employer}&role=any&rollup=false
SELECT startup_id FROM (SELECT person_id, startup_id FROM founding UNION SELECT * FROM {hired} h) c JOIN {left} x
USING (person_id) WHERE organization_id = '{employer}'

-- startups?prior_employer={employer}&prior_employer={other}&country=CN
SELECT startup_id FROM founding JOIN organization o ON o.id = startup_id JOIN {left} x USING (person_id) WHERE
country_id = 'CN' AND (organization_id IN {family} OR organization_id IN (SELECT low FROM {above} a WHERE high =
'{other}'))

-- startups?not_prior_employer={employer}
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM founding JOIN {left} x USING (person_id) WHERE
organization_id IN {family})

-- startups?not_prior_employer={employer}&role=hire&not_country=CN
SELECT id FROM organization WHERE kind = 'startup' AND (country_id <> 'CN' OR country_id IS NULL) AND id NOT IN
(SELECT startup_id FROM {hired} h JOIN {left} x USING (person_id) WHERE x.organization_id IN {family})

---- by investor: pairwise, or with what group claims say

-- startups?investor={investor}
SELECT startup_id FROM investment WHERE investor_id = '{investor}'

-- startups?investor={investor}&claims=include
SELECT startup_id FROM investment WHERE investor_id = '{investor}' UNION SELECT member_id FROM {claimed} c WHERE
party_id = '{investor}'

-- startups?investor={investor}&claims=only
SELECT member_id FROM {claimed} c WHERE party_id = '{investor}'

-- startups?investor={investor}&investor={backer}&not_cohort={cohort}
SELECT startup_id FROM investment WHERE investor_id IN ('{investor}', '{backer}') AND startup_id NOT IN (SELECT
member_id FROM membership WHERE cohort_id = '{cohort}')

-- startups?not_investor={fund}&claims=include
SELECT id FROM {startups} s WHERE id NOT IN (SELECT startup_id FROM investment WHERE investor_id = '{fund}' UNION
SELECT member_id FROM {claimed} c WHERE party_id = '{fund}')

---- by figures: one that fulfils all; what is left out, too

-- startups?metric=revenue
SELECT subject_id FROM figure WHERE metric = 'revenue' AND subject_id IN {startups}

-- startups?metric=revenue&metric=funding&usd_min=5000000
SELECT subject_id FROM figure WHERE metric IN ('revenue', 'funding') AND usd_value >= 5000000 AND subject_id IN
{startups}

-- startups?metric=revenue&usd_min=1000000&usd_max=80000000
SELECT subject_id FROM figure WHERE metric = 'revenue' AND usd_value BETWEEN 1000000 AND 80000000 AND subject_id IN
{startups}

-- startups?not_metric=funding
SELECT id FROM {startups} s WHERE id NOT IN (SELECT subject_id FROM figure WHERE metric = 'funding')

-- organizations?not_metric=employees&metric=revenue&kind=company
SELECT subject_id FROM figure JOIN organization o ON o.id = subject_id WHERE kind = 'company' AND metric = 'revenue'
AND subject_id NOT IN (SELECT subject_id FROM figure WHERE metric = 'employees')

-- organizations?usd_max=20000000&not_kind=startup
SELECT subject_id FROM figure JOIN organization o ON o.id = subject_id WHERE kind <> 'startup' AND usd_value <=
20000000

---- by founder, cohort, article, speaker, together

-- startups?founder={founder}
SELECT startup_id FROM founding WHERE person_id = '{founder}'

-- startups?not_founder={founder}&cohort={cohort}
SELECT member_id FROM membership WHERE cohort_id = '{cohort}' AND member_id NOT IN (SELECT startup_id FROM founding
WHERE person_id = '{founder}')

-- startups?article={article}
SELECT entity_id FROM {read} r WHERE entity_id IN {startups}

-- startups?attributed_to={speaker}&article={article}
SELECT entity_id FROM {said} s WHERE entity_id IN {startups} AND entity_id IN {read}

---- people by employer, startup, role

-- people?employer={employer}
SELECT person_id FROM employment WHERE organization_id IN {family}

-- people?employer={employer}&rollup=false&not_prior_employer={employer}
SELECT person_id FROM employment WHERE organization_id = '{employer}' AND person_id NOT IN (SELECT person_id FROM
{left} x WHERE organization_id = '{employer}')

-- people?prior_employer={employer}&prior_employer={other}&rollup=false
SELECT person_id FROM {left} x WHERE organization_id IN ('{employer}', '{other}')

-- people?startup={staffed}
SELECT person_id FROM founding WHERE startup_id = '{staffed}' UNION SELECT person_id FROM {hired} h WHERE startup_id
= '{staffed}'

-- people?startup={staffed}&role=hire
SELECT person_id FROM {hired} h WHERE startup_id = '{staffed}'

-- people?startup={founded}&role=founder
SELECT person_id FROM founding WHERE startup_id = '{founded}'

-- people?role=founder&role=hire&not_startup={founded}
SELECT person_id FROM (SELECT person_id FROM founding UNION SELECT person_id FROM {hired} h) p WHERE person_id NOT
IN (SELECT person_id FROM founding WHERE startup_id = '{founded}' UNION SELECT person_id FROM {hired} h WHERE
startup_id = '{founded}')

-- people?not_role=founder&prior_employer={employer}&article={article}
SELECT person_id FROM {left} x WHERE organization_id IN {family} AND person_id IN {read} AND person_id NOT IN
(SELECT person_id FROM founding)

-- people?not_role=hire
SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM {hired} h)

-- founders?prior_employer={employer}
SELECT person_id FROM founding JOIN {left} x USING (person_id) WHERE organization_id IN {family}

-- founders?startup={founded}
SELECT person_id FROM founding WHERE startup_id = '{founded}'

-- founders?not_startup={founded}&sort=-name
SELECT person_id FROM founding WHERE person_id NOT IN (SELECT person_id FROM founding WHERE startup_id =
'{founded}')

---- investors by startup and cohort

-- investors
SELECT investor_id FROM investment

-- investors?startup={backed}
SELECT investor_id FROM investment WHERE startup_id = '{backed}'

-- investors?startup={backed}&claims=include
SELECT investor_id FROM investment WHERE startup_id = '{backed}' UNION SELECT party_id FROM {claimed} c WHERE
member_id = '{backed}'

-- investors?cohort={cohort}
SELECT investor_id FROM investment JOIN membership ON member_id = startup_id WHERE cohort_id = '{cohort}'

-- investors?cohort={cohort}&claims=only
SELECT entity_id FROM {parties} p WHERE cohort_id = '{cohort}'

-- investors?cohort={cohort}&claims=include&country=CN
SELECT id FROM organization WHERE country_id = 'CN' AND id IN (SELECT investor_id FROM investment JOIN membership ON
member_id = startup_id WHERE cohort_id = '{cohort}' UNION SELECT entity_id FROM {parties} p WHERE cohort_id =
'{cohort}')

-- investors?not_startup={backed}&kind=company
SELECT id FROM organization WHERE kind = 'company' AND id IN (SELECT investor_id FROM investment) AND id NOT IN
(SELECT investor_id FROM investment WHERE startup_id = '{backed}')

-- investors/{backer}/portfolio?not_startup={backed}
SELECT id FROM investment WHERE investor_id = '{backer}' AND startup_id <> '{backed}'

-- investors/{backer}/portfolio?article={article}&sort=-period_from,startup
SELECT id FROM investment JOIN citation ON fact_id = id WHERE investor_id = '{backer}' AND article_id = '{article}'

---- employers by the startups that their people founded or joined; families

-- employers?startup={founded}&role=founder
SELECT high FROM {above} a JOIN {left} x ON organization_id = low WHERE person_id IN (SELECT person_id FROM founding
WHERE startup_id = '{founded}')

-- employers?startup={staffed}&role=hire
SELECT high FROM {above} a JOIN {left} x ON organization_id = low WHERE person_id IN (SELECT person_id FROM {hired}
h WHERE startup_id = '{staffed}')

-- employers?not_startup={founded}&country=CN
SELECT id FROM organization WHERE country_id = 'CN' AND id IN (SELECT high FROM {above} a WHERE low IN {named}) AND
id NOT IN (SELECT high FROM {above} a JOIN {left} x ON organization_id = low WHERE person_id IN (SELECT person_id
FROM founding WHERE startup_id = '{founded}' UNION SELECT person_id FROM {hired} h WHERE startup_id = '{founded}'))

-- employers?parent={parent}
SELECT id FROM {below} b WHERE id IN (SELECT high FROM {above} a WHERE low IN {named})

-- organizations?parent={parent}
SELECT id FROM {below} b

-- organizations?not_parent={parent}&kind=laboratory&kind=university
SELECT id FROM organization WHERE kind IN ('laboratory', 'university') AND id NOT IN {below}

-- employers/{employer}/alumni?rollup=false
SELECT person_id FROM {left} x WHERE organization_id = '{employer}'

-- employers/{employer}/alumni
SELECT person_id FROM {left} x WHERE organization_id IN {family}

-- employers/{employer}/alumni?role=founder
SELECT person_id FROM {left} x JOIN founding USING (person_id) WHERE organization_id IN {family}

---- figures by everything

-- figures?subject={subject}&metric=revenue&metric=employees
SELECT id FROM figure WHERE subject_id = '{subject}' AND metric IN ('revenue', 'employees')

-- figures?prior_employer={reported}
SELECT id FROM figure WHERE of_prior_employer_id = '{reported}'

-- figures?not_prior_employer={reported}&metric=founders
SELECT id FROM figure WHERE metric = 'founders' AND (of_prior_employer_id <> '{reported}' OR of_prior_employer_id IS
NULL)

-- figures?unit=USD&unit=CNY&value_min=10000000&value_max=500000000&sort=-value,metric
SELECT id FROM figure WHERE unit IN ('USD', 'CNY') AND value BETWEEN 10000000 AND 500000000

-- figures?usd_min=100000000
SELECT id FROM figure WHERE usd_value >= 100000000

-- figures?usd_max=20000000&not_unit=USD
SELECT id FROM figure WHERE usd_value <= 20000000 AND unit <> 'USD'

-- figures?period_from=2018-01-01&period_to=2023-12-31&not_qualifier=exact
SELECT id FROM figure WHERE period_from >= '2018-01-01' AND period_to <= '2023-12-31' AND qualifier <> 'exact'

-- figures?attributed_to={speaker}
SELECT id FROM figure JOIN citation ON fact_id = id WHERE attributed_to_id = '{speaker}'

-- figures?not_attributed_to={speaker}&article={article}
SELECT id FROM figure WHERE id IN (SELECT fact_id FROM citation WHERE article_id = '{article}') AND id NOT IN
(SELECT fact_id FROM citation WHERE attributed_to_id = '{speaker}')

-- figures?q=%EC%9C%84%EC%95%88
SELECT id FROM figure JOIN citation ON fact_id = id WHERE as_written LIKE '%위안%'

-- figures?converted=false
SELECT fact_id FROM citation JOIN figure ON id = fact_id GROUP BY fact_id HAVING count(conversion_as_written) = 0

---- activities, products, cohorts, countries, articles, changes

-- activities?organization={actor}
SELECT id FROM activity WHERE organization_id = '{actor}'

-- activities?kind=recruiting&kind=plan&not_status=done&sort=kind,-period_from
SELECT id FROM activity WHERE kind IN ('recruiting', 'plan') AND status <> 'done'

-- activities?q=silicon
SELECT id FROM activity WHERE lower(description) LIKE '%silicon%'

-- products?maker={maker}
SELECT product_id FROM maker WHERE organization_id = '{maker}'

-- products?not_kind=model&sort=-kind,name
SELECT id FROM product WHERE kind <> 'model'

-- cohorts?member={member}
SELECT cohort_id FROM membership WHERE member_id = '{member}'

-- cohorts?not_country=US
SELECT id FROM cohort WHERE country_id <> 'US' OR country_id IS NULL

-- countries
SELECT id FROM entity WHERE type = 'country'

-- articles?published_from=2024-01-01&not_language=en
SELECT id FROM article WHERE published_on >= '2024-01-01'

---- facts

-- facts?entity={employer}&type=employment
SELECT id FROM employment WHERE organization_id = '{employer}'

-- facts?entity={employer}&entity={founder}&not_type=figure&article={article}
SELECT id FROM fact WHERE basis = 'stated' AND type <> 'figure' AND id IN (SELECT fact_id FROM participant WHERE
entity_id IN ('{employer}', '{founder}')) AND id IN (SELECT fact_id FROM citation WHERE article_id = '{article}')

-- facts?not_basis=stated
SELECT id FROM fact WHERE basis = 'editorial'

-- facts?basis=editorial&type=parent&type=maker
SELECT id FROM fact WHERE basis = 'editorial'

-- facts?attributed_to={speaker}&sort=-type
SELECT fact_id FROM citation WHERE attributed_to_id = '{speaker}'

---- names: from the beginning of a word and, where there are no words, from anywhere

-- people?q=Wang
SELECT id FROM entity LEFT JOIN alias ON entity_id = id WHERE type = 'person' AND (lower(name) LIKE 'wang%' OR
lower(name) LIKE '% wang%' OR lower(alias) LIKE 'wang%' OR lower(alias) LIKE '% wang%')

-- organizations?q=테크&not_country=CN
SELECT organization.id FROM organization JOIN entity USING (id) WHERE country_id <> 'CN' AND name_ko LIKE '%테크%'

-- people?q=晨&not_employer={employer}
SELECT id FROM entity WHERE type = 'person' AND name_zh LIKE '%晨%' AND id NOT IN (SELECT person_id FROM employment WHERE
organization_id IN {family})
