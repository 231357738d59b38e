-- +goose Up
-- What was known of the end of an organisation until it was known otherwise:
-- the figures of a day before then are counted by it.
CREATE TABLE organization_before (
    organization_id bigint NOT NULL REFERENCES organization,
    until           timestamptz NOT NULL, -- when it was known otherwise
    valid_to        date,
    successor_id    bigint REFERENCES organization,
    PRIMARY KEY (organization_id, until)
);

-- +goose Down
DROP TABLE organization_before;
