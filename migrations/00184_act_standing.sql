-- +goose Up
-- How an act stood in the figures from one change to the next: what it was
-- counted by, and nothing of its text or of people. The figures of a past day
-- are counted from it, also of acts that have been deleted since.
CREATE TABLE act_standing (
    act_id             bigint NOT NULL, -- also of an act that is gone
    site_version       bigint NOT NULL, -- in which it came to stand so; 0 and below: from before this table
    at                 timestamptz NOT NULL,
    visible            boolean NOT NULL, -- counted at all: published or archived
    archived           boolean NOT NULL,
    first_published_at timestamptz NOT NULL,
    organization_ids   bigint[] NOT NULL, -- the lead first
    sector_ids         smallint[] NOT NULL,
    theme_ids          smallint[] NOT NULL,
    organization_type  text NOT NULL,
    region_code        text NOT NULL,
    place              text NOT NULL,
    own_place          boolean NOT NULL, -- the act itself tells where it was done
    stage              text NOT NULL,
    language           text NOT NULL,
    campaign_id        bigint NOT NULL,
    awarded            boolean NOT NULL,
    adopted            integer NOT NULL,
    PRIMARY KEY (act_id, site_version)
);

-- From which day on the table tells all there was. Of days before, it tells
-- what the log of acts knows.
CREATE TABLE act_standing_since (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    day date NOT NULL
);
INSERT INTO act_standing_since (day) VALUES ((now() AT TIME ZONE 'Europe/Helsinki')::date);

-- The log tells when each act was out. What it was counted by is known as it
-- is now.
INSERT INTO act_standing
SELECT a.id, row_number() OVER w - count(*) OVER (PARTITION BY a.id), t.at, t.to_status IN ('published', 'archived'), t.to_status = 'archived',
       a.first_published_at,
       ARRAY[a.organization_id] || ARRAY(SELECT p.organization_id FROM act_partner p
             WHERE p.act_id = a.id AND p.organization_id <> a.organization_id ORDER BY p.position),
       ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'sector' ORDER BY position),
       ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'theme' ORDER BY position),
       o.type, coalesce(m.region_code, ''), coalesce(m.code, ''), a.municipality_code IS NOT NULL, coalesce(a.stage, ''), a.language, coalesce(k.id, 0),
       EXISTS (SELECT FROM award_grant g WHERE g.act_id = a.id AND g.published_at IS NOT NULL),
       (SELECT count(*) FROM adoption x WHERE x.act_id = a.id AND x.state = 'in_use')
FROM act a
JOIN act_transition t ON t.act_id = a.id AND NOT t.of_update AND t.to_status IN ('published', 'archived', 'hidden', 'merged')
JOIN organization o ON o.id = a.organization_id
LEFT JOIN municipality m ON m.code = coalesce(a.municipality_code, o.municipality_code)
LEFT JOIN campaign_entry e ON e.act_id = a.id
LEFT JOIN campaign k ON k.id = e.campaign_id AND (k.basis = 'submitted'
     OR (a.first_published_at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days)
WHERE a.first_published_at IS NOT NULL
WINDOW w AS (PARTITION BY a.id ORDER BY t.id);

-- +goose Down
DROP TABLE act_standing, act_standing_since;
