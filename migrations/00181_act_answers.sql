-- +goose Up
-- What the writer of a draft has answered in the clinic, by question. It is
-- emptied once the act is published.
ALTER TABLE act ADD COLUMN answers jsonb NOT NULL DEFAULT '{}';

-- +goose Down
ALTER TABLE act DROP COLUMN answers;
