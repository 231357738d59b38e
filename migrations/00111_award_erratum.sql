-- +goose Up
-- What was wrong with an award that is out. The grant itself is mended, or
-- gone: what it was given to is kept here.
CREATE TABLE award_erratum (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id        bigint NOT NULL REFERENCES award,
    act_id          bigint REFERENCES act,
    organization_id bigint REFERENCES organization,
    person          text NOT NULL,
    granted_on      date NOT NULL,
    text_fi         text NOT NULL,
    text_sv         text NOT NULL,
    text_en         text NOT NULL,
    corrected_on    date NOT NULL,
    by_id           bigint NOT NULL REFERENCES account,
    form_key        uuid NOT NULL UNIQUE
);
ALTER TABLE award_grant ADD COLUMN version integer NOT NULL DEFAULT 1;

-- +goose Down
ALTER TABLE award_grant DROP COLUMN version;
DROP TABLE award_erratum;
