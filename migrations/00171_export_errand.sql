-- +goose Up
-- Exports that are made in the background, for the person who asked alone.
-- The file lives for a week, and its row with it.
CREATE TABLE export_errand (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key   uuid NOT NULL UNIQUE,
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    act_ids    bigint[] NOT NULL,
    format     text NOT NULL CHECK (format IN ('csv', 'xlsx', 'json')),
    comma      boolean NOT NULL,
    columns    text[] NOT NULL, -- none: every one
    personal   boolean NOT NULL, -- the reason stands in the log
    blob       text NOT NULL UNIQUE,
    done       integer NOT NULL DEFAULT 0, -- acts that have been written
    tries      smallint NOT NULL DEFAULT 0, -- that have failed
    ordered_at timestamptz NOT NULL,
    ready_at   timestamptz,
    size       bigint NOT NULL DEFAULT 0, -- bytes
    failed_at  timestamptz,
    CHECK (ready_at IS NULL OR failed_at IS NULL)
);
CREATE INDEX export_errand_account ON export_errand (account_id, id);

-- +goose Down
DROP TABLE export_errand;
