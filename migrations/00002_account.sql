-- +goose Up
CREATE TABLE account (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email         text NOT NULL UNIQUE CHECK (email = lower(email)),
    name          text NOT NULL DEFAULT '',
    title         text NOT NULL DEFAULT '',
    phone         text NOT NULL DEFAULT '',
    language      text NOT NULL DEFAULT 'fi' CHECK (language IN ('fi', 'sv', 'en')),
    roles         text[] NOT NULL DEFAULT '{}'
        CHECK (roles <@ ARRAY['coordinator', 'moderator', 'editor', 'team', 'juror', 'coach', 'admin']),
    password_hash text NOT NULL DEFAULT '',
    confirmed_at  timestamptz,
    disabled_at   timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    version       integer NOT NULL DEFAULT 1
);

-- Sessions are looked up by the SHA-256 of the token in the cookie, so that
-- whoever reads the table cannot sign in with it.
CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    account_id bigint REFERENCES account ON DELETE CASCADE,
    data       bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE sign_in_link (
    token_hash bytea PRIMARY KEY,
    email      text NOT NULL,
    next       text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX sign_in_link_email ON sign_in_link (email, created_at);

-- Failed passwords per account, so that guessing from many addresses is slow too.
CREATE TABLE sign_in_failure (
    email     text NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_email ON sign_in_failure (email, failed_at);

-- A form that arrived when its session had ended: kept until its writer has
-- signed in again.
CREATE TABLE stashed_form (
    token_hash bytea PRIMARY KEY,
    path       text NOT NULL,
    form       jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

-- +goose Down
DROP TABLE stashed_form;
DROP TABLE sign_in_failure;
DROP TABLE sign_in_link;
DROP TABLE session;
DROP TABLE account;
