-- +goose Up
-- A term of one version of one list: the sectors of 2020, the sectors of 2022,
-- the themes of 2022, the sectors of coaching.
CREATE TABLE term (
    id       smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text NOT NULL CHECK (kind IN ('sector', 'theme')),
    list     text NOT NULL,
    code     text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    slug     text NOT NULL,
    name_fi  text NOT NULL,
    name_sv  text NOT NULL,
    name_en  text NOT NULL,
    position smallint NOT NULL,
    UNIQUE (list, code),
    UNIQUE (list, slug)
);

-- What a term of an older or other list is in the current one.
CREATE TABLE term_mapping (
    from_term smallint PRIMARY KEY REFERENCES term,
    to_term   smallint NOT NULL REFERENCES term
);

CREATE TABLE tag (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name = lower(name))
);

-- +goose Down
DROP TABLE tag;
DROP TABLE term_mapping;
DROP TABLE term;
