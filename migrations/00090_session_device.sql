-- +goose Up
-- What people are shown of where they have signed in: the browser and the
-- system in a word each, never the whole of what the browser tells, and when
-- it was last used.
ALTER TABLE session
    ADD COLUMN browser text NOT NULL DEFAULT '', -- '': not known
    ADD COLUMN system  text NOT NULL DEFAULT '',
    ADD COLUMN seen_at timestamptz; -- NULL: begun before this column

-- +goose Down
ALTER TABLE session DROP COLUMN browser, DROP COLUMN system, DROP COLUMN seen_at;
