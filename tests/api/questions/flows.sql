---- Flows as employer, startup, role and number of people; nobody flows within one family.

-- talent-flows?rollup=false&not_startup={founded}
SELECT x.organization_id, startup_id, role, count(DISTINCT person_id) FROM {left} x JOIN {came} c USING (person_id)
WHERE startup_id <> '{founded}' AND NOT EXISTS (SELECT 1 FROM {above} a WHERE low = startup_id AND high =
x.organization_id) GROUP BY 1, 2, 3

-- talent-flows?role=founder
SELECT high, startup_id, role, count(DISTINCT person_id) FROM {left} x JOIN {came} c USING (person_id) JOIN {above} a
ON low = x.organization_id WHERE role = 'founder' AND high NOT IN (SELECT organization_id FROM parent) AND NOT EXISTS
(SELECT 1 FROM {above} b WHERE b.low = startup_id AND b.high = a.high) GROUP BY 1, 2, 3

-- talent-flows?employer={employer}&role=hire
SELECT high, startup_id, role, count(DISTINCT person_id) FROM {left} x JOIN {came} c USING (person_id) JOIN {above} a
ON low = x.organization_id WHERE role = 'hire' AND high NOT IN (SELECT organization_id FROM parent) AND high IN (SELECT
high FROM {above} o WHERE low = '{employer}') AND NOT EXISTS (SELECT 1 FROM {above} b WHERE b.low = startup_id AND
b.high = a.high) GROUP BY 1, 2, 3
