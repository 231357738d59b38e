-- +goose Up
-- Where the people of an organisation sign in: its own OpenID provider. The
-- secret is sealed with a key that is not in the database.
CREATE TABLE sign_on (
    organization_id bigint PRIMARY KEY REFERENCES organization,
    issuer          text NOT NULL,
    client_id       text NOT NULL,
    secret          bytea NOT NULL,
    enabled         boolean NOT NULL,
    version         integer NOT NULL DEFAULT 1
);

-- Whose addresses it may vouch for: no two for the same.
CREATE TABLE sign_on_domain (
    domain          text PRIMARY KEY CHECK (domain = lower(domain)),
    organization_id bigint NOT NULL REFERENCES sign_on ON DELETE CASCADE
);
CREATE INDEX sign_on_domain_organization ON sign_on_domain (organization_id);

-- Who is on the way to a provider and back; rows live for ten minutes.
CREATE TABLE sign_on_attempt (
    state_hash      bytea PRIMARY KEY,
    browser_hash    bytea NOT NULL, -- of the cookie of the browser that began
    organization_id bigint NOT NULL REFERENCES sign_on ON DELETE CASCADE,
    nonce           text NOT NULL,
    verifier        text NOT NULL,
    next            text NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);
CREATE INDEX sign_on_attempt_organization ON sign_on_attempt (organization_id);

-- +goose Down
DROP TABLE sign_on_attempt, sign_on_domain, sign_on;
