-- +goose Up

-- Old addresses are compared in one form; see package address.
ALTER TABLE act_legacy_url ADD COLUMN key text NOT NULL DEFAULT ''; -- '': not made yet
CREATE INDEX act_legacy_url_key ON act_legacy_url (key);

-- Where an admin has pointed an old address: to an act, or to a page of ours.
CREATE TABLE redirect (
    key        text PRIMARY KEY,
    act_id     bigint REFERENCES act ON DELETE CASCADE,
    path       text NOT NULL DEFAULT '',
    created_by bigint REFERENCES account,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((act_id IS NULL) = (path <> ''))
);
CREATE INDEX redirect_act ON redirect (act_id);

-- Old addresses that nobody knows and people still ask for: how often a day,
-- and nothing of who asked.
CREATE TABLE missed_address (
    day  date NOT NULL,
    key  text NOT NULL,
    hits integer NOT NULL,
    PRIMARY KEY (day, key)
);

-- +goose Down
DROP TABLE missed_address, redirect;
ALTER TABLE act_legacy_url DROP COLUMN key;
