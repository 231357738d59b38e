-- +goose Up
-- Which organisation does what an act tells about: one row for each, as it
-- stands now.
CREATE TABLE adoption (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id          bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    state           text NOT NULL CHECK (state IN ('considered', 'tried', 'in_use', 'stopped')),
    note            text NOT NULL DEFAULT '',
    by_id           bigint NOT NULL REFERENCES account, -- who told last
    confirmed_by    bigint REFERENCES account, -- NULL: nobody has
    told_at         timestamptz NOT NULL, -- first
    adopted_at      timestamptz, -- when it was first told to be in use
    updated_at      timestamptz NOT NULL,
    UNIQUE (act_id, organization_id)
);
CREATE INDEX adoption_organization ON adoption (organization_id);

-- What was told when; played back, it gives the rows above of any day.
CREATE TABLE adoption_step (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id          bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    state           text NOT NULL CHECK (state IN ('considered', 'tried', 'in_use', 'stopped', 'confirmed', 'removed')),
    note            text NOT NULL DEFAULT '',
    by_id           bigint NOT NULL REFERENCES account,
    at              timestamptz NOT NULL
);
CREATE INDEX adoption_step_act ON adoption_step (act_id, id);

-- +goose Down
DROP TABLE adoption_step, adoption;
