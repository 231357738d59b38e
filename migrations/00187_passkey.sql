-- +goose Up
-- What lets a person in by their device: a public key, with what the device
-- told of itself. The handle names the person to the device and tells nothing.
CREATE TABLE passkey (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    credential_id bytea NOT NULL UNIQUE,
    handle        bytea NOT NULL,
    credential    jsonb NOT NULL,
    name          text NOT NULL, -- as its owner calls it
    created_at    timestamptz NOT NULL,
    used_at       timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- What a device has been asked and has yet to answer.
CREATE TABLE passkey_ceremony (
    token_hash bytea PRIMARY KEY,
    account_id bigint REFERENCES account ON DELETE CASCADE, -- who adds one; NULL: somebody signs in
    handle     bytea NOT NULL,
    asked      jsonb NOT NULL, -- for the browser
    kept       jsonb NOT NULL, -- for the answer
    next       text NOT NULL DEFAULT '',
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_ceremony_account ON passkey_ceremony (account_id);
CREATE INDEX passkey_ceremony_expires ON passkey_ceremony (expires_at);

-- +goose Down
DROP TABLE passkey_ceremony, passkey;
