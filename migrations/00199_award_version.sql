-- +goose Up
-- A prize can be renamed until something of it is out: by one at a time.
ALTER TABLE award ADD COLUMN version integer NOT NULL DEFAULT 1;

-- +goose Down
ALTER TABLE award DROP COLUMN version;
