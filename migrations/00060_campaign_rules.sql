-- +goose Up
-- What a campaign tells of itself, and the rules that its acts are counted by.
ALTER TABLE campaign
    ADD COLUMN about_fi    text NOT NULL DEFAULT '',
    ADD COLUMN about_sv    text NOT NULL DEFAULT '',
    ADD COLUMN about_en    text NOT NULL DEFAULT '',
    ADD COLUMN basis       text NOT NULL DEFAULT 'submitted' CHECK (basis IN ('submitted', 'published')),
    ADD COLUMN counted_for text NOT NULL DEFAULT 'organization' CHECK (counted_for IN ('organization', 'group')),
    ADD COLUMN late_days   integer NOT NULL DEFAULT 0 CHECK (late_days BETWEEN 0 AND 60),
    ADD COLUMN public      boolean NOT NULL DEFAULT true, -- false: seen by the team alone
    ADD COLUMN form_key    uuid UNIQUE, -- of the form that it was made with: the same form makes one
    ADD COLUMN version     integer NOT NULL DEFAULT 1;

-- +goose Down
ALTER TABLE campaign
    DROP COLUMN about_fi, DROP COLUMN about_sv, DROP COLUMN about_en, DROP COLUMN basis, DROP COLUMN counted_for,
    DROP COLUMN late_days, DROP COLUMN public, DROP COLUMN form_key, DROP COLUMN version;
