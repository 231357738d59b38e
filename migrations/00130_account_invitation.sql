-- +goose Up
-- Somebody is asked to join the portal, with tasks and an organisation. The
-- mail has the token, of which only the SHA-256 is kept.
CREATE TABLE account_invitation (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key        uuid NOT NULL UNIQUE,
    email           text NOT NULL CHECK (email = lower(email)),
    roles           text[] NOT NULL DEFAULT '{}'
        CHECK (roles <@ ARRAY['coordinator', 'moderator', 'editor', 'team', 'juror', 'coach', 'admin']),
    organization_id bigint REFERENCES organization,
    language        text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    token_hash      bytea NOT NULL UNIQUE,
    by_id           bigint NOT NULL REFERENCES account,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz, -- NULL: open until it expires
    outcome         text CHECK (outcome IN ('accepted', 'cancelled', 'replaced')),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX account_invitation_open ON account_invitation (email, by_id) WHERE ended_at IS NULL;
CREATE INDEX account_invitation_by ON account_invitation (by_id, created_at);
CREATE INDEX account_invitation_email ON account_invitation (email, created_at);

-- +goose Down
DROP TABLE account_invitation;
