-- +goose Up
-- Sparring (sparraus): a coach from outside helps a workplace to develop its
-- work, after the programme has approved its application.
CREATE TABLE coaching_provider (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- Who coaches for a provider. The sign tells its coaches apart, as a number
-- does: no name is needed.
CREATE TABLE coach (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider_id integer NOT NULL REFERENCES coaching_provider,
    sign        text NOT NULL,
    UNIQUE (provider_id, sign)
);

CREATE TABLE coaching (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ref             text NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES organization,
    sector_id       smallint REFERENCES term, -- of the coaching's own list; null: it concerned the whole organisation
    theme_id        smallint NOT NULL REFERENCES term,
    coach_id        integer NOT NULL REFERENCES coach,
    approved_on     date NOT NULL,
    days            smallint NOT NULL CHECK (days >= 0),
    participants    integer NOT NULL CHECK (participants >= 0)
);
CREATE INDEX coaching_organization ON coaching (organization_id);
CREATE INDEX coaching_coach ON coaching (coach_id);
CREATE INDEX coaching_theme ON coaching (theme_id);
CREATE INDEX coaching_sector ON coaching (sector_id);

-- What the participants thought of it, an answer a row, without a name.
CREATE TABLE coaching_answer (
    coaching_id bigint NOT NULL REFERENCES coaching ON DELETE CASCADE,
    number      integer NOT NULL,
    grade       smallint NOT NULL CHECK (grade BETWEEN 1 AND 5),
    PRIMARY KEY (coaching_id, number)
);

-- +goose Down
DROP TABLE coaching_answer;
DROP TABLE coaching;
DROP TABLE coach;
DROP TABLE coaching_provider;
