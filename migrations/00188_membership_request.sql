-- +goose Up
-- Somebody asks to become a member of an organisation. A coordinator of it
-- answers, or an administrator.
CREATE TABLE membership_request (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    asked_at        timestamptz NOT NULL,
    ended_at        timestamptz, -- NULL: waits for an answer
    outcome         text CHECK (outcome IN ('approved', 'declined', 'cancelled')),
    answered_by     bigint REFERENCES account,
    reason          text NOT NULL DEFAULT '', -- of a no
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX membership_request_open ON membership_request (account_id) WHERE ended_at IS NULL;
CREATE INDEX membership_request_account ON membership_request (account_id, id);
CREATE INDEX membership_request_organization ON membership_request (organization_id) WHERE ended_at IS NULL;

-- Where somebody belonged whose membership was ended: single sign-on alone does
-- not bring it back.
ALTER TABLE account ADD COLUMN left_organization_id bigint REFERENCES organization;

-- +goose Down
ALTER TABLE account DROP COLUMN left_organization_id;
DROP TABLE membership_request;
