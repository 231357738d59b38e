-- +goose Up
-- Which sectors a campaign takes acts of, by the codes of the current list;
-- none: of all of them.
ALTER TABLE campaign ADD COLUMN sectors text[] NOT NULL DEFAULT '{}';

-- How many people organisations employ, as the team has told it for the
-- leaderboard of one campaign: no reference data has it.
CREATE TABLE campaign_staff (
    campaign_id     bigint NOT NULL REFERENCES campaign ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    employees       integer NOT NULL CHECK (employees BETWEEN 1 AND 200000),
    PRIMARY KEY (campaign_id, organization_id)
);

-- +goose Down
DROP TABLE campaign_staff;
ALTER TABLE campaign DROP COLUMN sectors;
