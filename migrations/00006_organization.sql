-- +goose Up
CREATE TABLE region (
    code    text PRIMARY KEY,
    slug    text NOT NULL UNIQUE,
    name_fi text NOT NULL,
    name_sv text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE wellbeing_county (
    code    text PRIMARY KEY,
    name_fi text NOT NULL,
    name_sv text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE municipality (
    code           text PRIMARY KEY,
    name_fi        text NOT NULL,
    name_sv        text NOT NULL,
    name_en        text NOT NULL,
    region_code    text NOT NULL REFERENCES region,
    county_code    text REFERENCES wellbeing_county,
    valid_to       date,
    successor_code text REFERENCES municipality,
    population     integer,
    map_x          smallint, -- on a view of 1000 × 1757
    map_y          smallint
);

-- A municipality that stood in another region until a day.
CREATE TABLE region_change (
    municipality_code text NOT NULL REFERENCES municipality,
    valid_until       date NOT NULL,
    from_region       text NOT NULL REFERENCES region,
    to_region         text NOT NULL REFERENCES region,
    PRIMARY KEY (municipality_code, valid_until)
);

CREATE TABLE organization (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug              text NOT NULL UNIQUE,
    type              text NOT NULL
        CHECK (type IN ('municipality', 'joint_authority', 'wellbeing_county', 'owned_company', 'other')),
    name_fi           text NOT NULL,
    name_sv           text NOT NULL,
    name_en           text NOT NULL,
    municipality_code text REFERENCES municipality, -- itself, or the seat
    valid_from        date,
    valid_to          date,
    successor_id      bigint REFERENCES organization,
    created_at        timestamptz NOT NULL DEFAULT now(),
    version           integer NOT NULL DEFAULT 1
);

-- Every name that an organisation is found by, folded: lower case, one space.
CREATE TABLE organization_name (
    folded          text PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES organization ON DELETE CASCADE
);
CREATE INDEX organization_name_organization ON organization_name (organization_id);

ALTER TABLE account ADD COLUMN organization_id bigint REFERENCES organization;

-- +goose Down
ALTER TABLE account DROP COLUMN organization_id;
DROP TABLE organization_name;
DROP TABLE organization;
DROP TABLE region_change;
DROP TABLE municipality;
DROP TABLE wellbeing_county;
DROP TABLE region;
