-- +goose Up

-- Each portal keeps a copy of the index in memory and reads what has changed
-- since. Writers wait for each other (see package search), so the numbers come
-- in the order of the commits: who has read up to one misses nothing before.
CREATE SEQUENCE act_search_change AS bigint;
ALTER TABLE act_search ADD COLUMN changed bigint NOT NULL DEFAULT nextval('act_search_change');
CREATE INDEX act_search_changed ON act_search (changed);

-- Acts that have been taken out of the index.
CREATE TABLE act_search_gone (
    act_id  bigint PRIMARY KEY,
    changed bigint NOT NULL DEFAULT nextval('act_search_change')
);
CREATE INDEX act_search_gone_changed ON act_search_gone (changed);

-- +goose Down
DROP TABLE act_search_gone;
ALTER TABLE act_search DROP COLUMN changed;
DROP SEQUENCE act_search_change;
