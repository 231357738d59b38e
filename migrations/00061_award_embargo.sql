-- +goose Up
-- Awards come out at the minute of the gala, all at once: a grant without a
-- time is under embargo.
ALTER TABLE campaign ADD COLUMN gala_at timestamptz;

ALTER TABLE award
    ADD COLUMN decided_by text NOT NULL DEFAULT 'jury' CHECK (decided_by IN ('jury', 'count')),
    ADD COLUMN form_key   uuid UNIQUE, -- of the form that it was made with
    ADD CONSTRAINT award_counts_organizations CHECK (decided_by = 'jury' OR kind = 'organization');

ALTER TABLE award_grant
    ADD COLUMN mention      boolean NOT NULL DEFAULT false, -- an honourable mention
    ADD COLUMN published_at timestamptz; -- NULL: under embargo
UPDATE award_grant SET published_at = granted_on;
UPDATE award SET decided_by = 'count' WHERE key = 'kekselias-kunta';
CREATE INDEX award_grant_embargo ON award_grant (award_id) WHERE published_at IS NULL;

-- +goose Down
DROP INDEX award_grant_embargo;
DELETE FROM award_grant WHERE published_at IS NULL;
ALTER TABLE award_grant DROP COLUMN mention, DROP COLUMN published_at;
ALTER TABLE award DROP CONSTRAINT award_counts_organizations, DROP COLUMN decided_by, DROP COLUMN form_key;
ALTER TABLE campaign DROP COLUMN gala_at;
