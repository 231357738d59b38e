-- +goose Up
-- What a contact of an act has been asked to agree to: to be shown with these
-- details, to these readers. Other details are another question.
CREATE TABLE contact_consent (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id       bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    email        text NOT NULL CHECK (email = lower(email)), -- '': nobody can be asked
    digest       text NOT NULL, -- of the contact
    contact      jsonb NOT NULL,
    state        text NOT NULL CHECK (state IN ('asked', 'given', 'withdrawn')),
    asked_at     timestamptz NOT NULL,
    answered_at  timestamptz,
    confirmed_at timestamptz, -- the person last said that it is still so
    reminded_at  timestamptz, -- the yearly mail
    UNIQUE (act_id, email, digest)
);
CREATE INDEX contact_consent_yearly ON contact_consent (greatest(confirmed_at, reminded_at)) WHERE state = 'given';

-- Every mail has a link of its own, and each of them works as long as the act
-- stands: whoever wants out must get out.
CREATE TABLE contact_link (
    token_hash bytea PRIMARY KEY,
    consent_id bigint NOT NULL REFERENCES contact_consent ON DELETE CASCADE,
    created_at timestamptz NOT NULL
);
CREATE INDEX contact_link_consent ON contact_link (consent_id);

-- +goose Down
DROP TABLE contact_link, contact_consent;
