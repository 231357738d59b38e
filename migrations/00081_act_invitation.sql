-- +goose Up
-- The owner of an act invites somebody to write it too, or to own it. The mail
-- has the token, of which only the SHA-256 is kept.
CREATE TABLE act_invitation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id     bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    as_owner   boolean NOT NULL,
    email      text NOT NULL CHECK (email = lower(email)),
    token_hash bytea NOT NULL UNIQUE,
    by_id      bigint NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz, -- NULL: open until it expires
    outcome    text CHECK (outcome IN ('accepted', 'declined', 'cancelled', 'expired')),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX act_invitation_open ON act_invitation (act_id, email, as_owner) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX act_invitation_owner ON act_invitation (act_id) WHERE as_owner AND ended_at IS NULL; -- one hand-over at a time
CREATE INDEX act_invitation_by ON act_invitation (by_id, created_at);

-- +goose Down
DROP TABLE act_invitation;
