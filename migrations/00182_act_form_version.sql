-- +goose Up
-- Which version of the form a draft, or an update, was begun with: it stays
-- with that. What was begun before there were versions has the first one.
ALTER TABLE act ADD COLUMN form_version smallint NOT NULL DEFAULT 1;
ALTER TABLE act_update ADD COLUMN form_version smallint NOT NULL DEFAULT 1;

-- +goose Down
ALTER TABLE act_update DROP COLUMN form_version;
ALTER TABLE act DROP COLUMN form_version;
