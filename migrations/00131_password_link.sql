-- +goose Up
-- A link lets in, or lets choose a new password. They share their limits: one
-- mailbox gets so many in an hour, whichever it asks for.
ALTER TABLE sign_in_link ADD COLUMN purpose text NOT NULL DEFAULT 'sign-in'
    CHECK (purpose IN ('sign-in', 'password'));

-- +goose Down
DELETE FROM sign_in_link WHERE purpose <> 'sign-in';
ALTER TABLE sign_in_link DROP COLUMN purpose;
