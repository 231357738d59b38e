-- +goose Up
-- What its owner makes of an act that is out, until a moderator has approved
-- it. The act itself stays as it is, and so do its files.
CREATE SEQUENCE act_update_version AS integer; -- a number is never that of an older update

CREATE TABLE act_update (
    act_id       bigint PRIMARY KEY REFERENCES act ON DELETE CASCADE,
    status       text NOT NULL CHECK (status IN ('draft', 'submitted', 'in_review', 'changes_requested')),
    content      jsonb NOT NULL,
    submitted_at timestamptz,
    begun_at     timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      integer NOT NULL DEFAULT nextval('act_update_version')
);
CREATE INDEX act_update_queue ON act_update (submitted_at) WHERE status <> 'draft';

-- The moves of an update are none of the act's own life.
ALTER TABLE act_transition ADD COLUMN of_update boolean NOT NULL DEFAULT false;

ALTER TABLE attachment
    ADD COLUMN held text NOT NULL DEFAULT '' CHECK (held IN ('', 'added', 'removed')), -- by an update
    ADD COLUMN held_alt text; -- what the update describes it as; NULL: as it is

-- +goose Down
ALTER TABLE attachment DROP COLUMN held, DROP COLUMN held_alt;
ALTER TABLE act_transition DROP COLUMN of_update;
DROP TABLE act_update;
DROP SEQUENCE act_update_version;
