-- +goose Up
-- The codes of an app: the secret is sealed with a key that is not in the
-- database. A step of thirty seconds is used once.
CREATE TABLE totp (
    account_id   bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    secret       bytea NOT NULL,
    begun_at     timestamptz NOT NULL,
    confirmed_at timestamptz, -- NULL: no code has been given yet
    last_step    bigint NOT NULL DEFAULT 0
);

-- For whom the phone is lost. Only digests are kept; a code works once.
CREATE TABLE recovery_code (
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    code_hash  bytea NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (account_id, code_hash)
);

-- Who has given the first factor, and has yet to give the second.
CREATE TABLE second_step (
    token_hash bytea PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    next       text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX second_step_account ON second_step (account_id);

-- Wrong codes, so that guessing is slow; rows live for a day.
CREATE TABLE code_failure (
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    failed_at  timestamptz NOT NULL
);
CREATE INDEX code_failure_account ON code_failure (account_id, failed_at);

-- +goose Down
DROP TABLE code_failure, second_step, recovery_code, totp;
