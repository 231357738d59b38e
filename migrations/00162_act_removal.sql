-- +goose Up
-- The owner of an act that is out asks for its deletion; a moderator answers.
CREATE TABLE act_removal (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id     bigint REFERENCES act ON DELETE SET NULL, -- NULL: it is deleted
    by_id      bigint NOT NULL REFERENCES account,
    reason     text NOT NULL, -- '' once the act is deleted
    asked_at   timestamptz NOT NULL,
    decided_by bigint REFERENCES account,
    decided_at timestamptz,
    answer     text NOT NULL DEFAULT '',
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX act_removal_open ON act_removal (act_id) WHERE decided_at IS NULL; -- one at a time
CREATE INDEX act_removal_act ON act_removal (act_id, id);

-- What is left of a deleted act: its address, which no other act ever gets.
CREATE TABLE act_gone (
    act_id       bigint PRIMARY KEY,
    slug         text NOT NULL UNIQUE,
    site_version bigint NOT NULL, -- in which it went
    gone_at      timestamptz NOT NULL
);
CREATE INDEX act_gone_site_version ON act_gone (site_version);

-- +goose Down
DROP TABLE act_gone, act_removal;
