-- +goose Up
-- The owner of a draft lets the coordinators of its organisation read it, and
-- maybe mend it. There is no row without the owner's consent.
CREATE TABLE act_opening (
    act_id          bigint PRIMARY KEY REFERENCES act ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    edits           boolean NOT NULL, -- they may change the words too
    opened_by       bigint NOT NULL REFERENCES account,
    opened_at       timestamptz NOT NULL
);
CREATE INDEX act_opening_organization ON act_opening (organization_id);

-- What has been done with the consent: its owner reads it.
CREATE TABLE act_opening_step (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    by_id  bigint NOT NULL REFERENCES account,
    deed   text NOT NULL CHECK (deed IN ('opened', 'opened for edits', 'closed', 'looked', 'hinted', 'edited')),
    at     timestamptz NOT NULL
);
CREATE INDEX act_opening_step_act ON act_opening_step (act_id, id);

-- What a coordinator says of a section of an opened draft.
CREATE TABLE act_hint (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key uuid NOT NULL UNIQUE,
    act_id   bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    by_id    bigint NOT NULL REFERENCES account,
    section  text NOT NULL,
    body     text NOT NULL,
    said_at  timestamptz NOT NULL
);
CREATE INDEX act_hint_act ON act_hint (act_id, id);

-- +goose Down
DROP TABLE act_hint, act_opening_step, act_opening;
