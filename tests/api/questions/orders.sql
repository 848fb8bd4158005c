---- In which order the rows come; those without a value are last.

-- figures?sort=-usd,period_from
SELECT id FROM figure ORDER BY usd_value IS NULL, usd_value DESC, period_from IS NULL, period_from, id

-- figures?sort=metric,-value
SELECT id FROM figure ORDER BY metric, value IS NULL, value DESC, id

-- figures?sort=period_to,-subject,-id
SELECT id FROM figure ORDER BY period_to IS NULL, period_to, subject_id DESC, id DESC

-- organizations?sort=-kind,name
SELECT o.id FROM organization o JOIN entity e ON e.id = o.id ORDER BY o.kind DESC, name, o.id

-- articles?sort=-published_on,-title
SELECT id FROM article ORDER BY published_on DESC, title DESC, id

-- activities?sort=-organization,kind
SELECT id FROM activity ORDER BY organization_id IS NULL, organization_id DESC, kind, id

-- employers?sort=-named_founders,-name
SELECT e.id FROM (SELECT high AS id, count(DISTINCT founding.person_id) AS size FROM {above} a LEFT JOIN {left} x ON
organization_id = low LEFT JOIN founding USING (person_id) WHERE high IN (SELECT high FROM {above} b WHERE low IN
{named}) GROUP BY high) c JOIN entity e ON e.id = c.id ORDER BY size DESC, name DESC, e.id
