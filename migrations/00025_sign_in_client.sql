-- +goose Up
-- Wrong passwords are counted by where they come from too, so that a stranger
-- does not lock others out. A digest of the network; rows live for a day.
ALTER TABLE sign_in_failure ADD COLUMN client bytea NOT NULL DEFAULT '';
CREATE INDEX sign_in_failure_client ON sign_in_failure (client, failed_at);

-- +goose Down
DROP INDEX sign_in_failure_client;
ALTER TABLE sign_in_failure DROP COLUMN client;
