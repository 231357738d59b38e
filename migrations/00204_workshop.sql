-- +goose Up
-- A series of workshops for developing work (kehittämistyöpajat) that the
-- programme offers: organisations sign up until a day.
CREATE TABLE workshop_series (
    id            smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug          text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_fi       text NOT NULL,
    name_sv       text NOT NULL,
    name_en       text NOT NULL,
    sign_up_until date NOT NULL,
    planned       smallint NOT NULL CHECK (planned > 0) -- about how many workshops the programme meant to hold
);

-- A workshop that has been held, or an interview before one.
CREATE TABLE workshop (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ref             text NOT NULL UNIQUE,
    series_id       smallint NOT NULL REFERENCES workshop_series,
    organization_id bigint NOT NULL REFERENCES organization,
    kind            text NOT NULL CHECK (kind IN ('interview', 'workshop')),
    held_on         date NOT NULL
);
CREATE INDEX workshop_series_id ON workshop (series_id);
CREATE INDEX workshop_organization ON workshop (organization_id);

-- +goose Down
DROP TABLE workshop;
DROP TABLE workshop_series;
