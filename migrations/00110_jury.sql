-- +goose Up
-- Prizes can be for people too, reasons are told in three languages, and a
-- jury scores who has been nominated.
ALTER TABLE award
    DROP CONSTRAINT award_kind_check,
    ADD CONSTRAINT award_kind_check CHECK (kind IN ('act', 'organization', 'person'));

ALTER TABLE award_grant
    ADD COLUMN person      text NOT NULL DEFAULT '', -- who has won a prize for people; the organisation is where they work
    ADD COLUMN citation_sv text NOT NULL DEFAULT '',
    ADD COLUMN citation_en text NOT NULL DEFAULT '',
    DROP CONSTRAINT award_grant_award_id_organization_id_key,
    ADD CONSTRAINT award_grant_winner UNIQUE (award_id, organization_id, person);

CREATE TABLE jury (
    award_id   bigint PRIMARY KEY REFERENCES award,
    scale      text NOT NULL CHECK (scale IN ('five', 'ten')), -- 1–5, or 0–10
    form_key   uuid UNIQUE, -- of the form that was saved last
    closed_at  timestamptz, -- from then on the scores stand
    decided_at timestamptz CHECK (decided_at IS NULL OR closed_at IS NOT NULL),
    decided_by bigint REFERENCES account,
    version    integer NOT NULL DEFAULT 1
);

CREATE TABLE jury_criterion (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id bigint NOT NULL REFERENCES jury,
    position smallint NOT NULL,
    name_fi  text NOT NULL,
    name_sv  text NOT NULL,
    name_en  text NOT NULL,
    weight   smallint NOT NULL CHECK (weight BETWEEN 1 AND 100),
    UNIQUE (award_id, position)
);

CREATE TABLE jury_member (
    award_id   bigint NOT NULL REFERENCES jury,
    account_id bigint NOT NULL REFERENCES account,
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (award_id, account_id)
);
CREATE INDEX jury_member_account ON jury_member (account_id);

CREATE TABLE nominee (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id        bigint NOT NULL REFERENCES award,
    act_id          bigint REFERENCES act,          -- of a person: what they have done
    organization_id bigint REFERENCES organization, -- of a person: where they work
    person          text NOT NULL DEFAULT '',
    reason          text NOT NULL,
    by_id           bigint NOT NULL REFERENCES account,
    nominated_at    timestamptz NOT NULL,
    form_key        uuid NOT NULL UNIQUE,
    CHECK (num_nonnulls(act_id, organization_id) > 0),
    UNIQUE NULLS NOT DISTINCT (award_id, act_id, organization_id, person)
);

CREATE TABLE jury_recusal ( -- what a juror has declared; what the portal sees by itself is not stored
    nominee_id  bigint NOT NULL REFERENCES nominee ON DELETE CASCADE,
    account_id  bigint NOT NULL REFERENCES account,
    reason      text NOT NULL,
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (nominee_id, account_id)
);

CREATE TABLE jury_ballot (
    nominee_id bigint NOT NULL REFERENCES nominee,
    account_id bigint NOT NULL REFERENCES account,
    note       text NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (nominee_id, account_id)
);

CREATE TABLE jury_score (
    nominee_id   bigint NOT NULL,
    account_id   bigint NOT NULL,
    criterion_id bigint NOT NULL REFERENCES jury_criterion,
    points       smallint NOT NULL CHECK (points BETWEEN 0 AND 10),
    PRIMARY KEY (nominee_id, account_id, criterion_id),
    FOREIGN KEY (nominee_id, account_id) REFERENCES jury_ballot
);

-- +goose Down
DROP TABLE jury_score, jury_ballot, jury_recusal, nominee, jury_member, jury_criterion, jury;
DELETE FROM award_grant WHERE person <> '';
DELETE FROM award WHERE kind = 'person';
ALTER TABLE award_grant DROP CONSTRAINT award_grant_winner, DROP COLUMN person, DROP COLUMN citation_sv, DROP COLUMN citation_en;
ALTER TABLE award_grant ADD CONSTRAINT award_grant_award_id_organization_id_key UNIQUE (award_id, organization_id);
ALTER TABLE award DROP CONSTRAINT award_kind_check, ADD CONSTRAINT award_kind_check CHECK (kind IN ('act', 'organization'));
