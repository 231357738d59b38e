-- +goose Up
-- Cross tables that the team has kept: a name and the address of the table.
CREATE TABLE report (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key   uuid NOT NULL UNIQUE,
    owner_id   bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    query      text NOT NULL CHECK (length(query) <= 2000), -- of the address of the table
    shared     boolean NOT NULL, -- with the whole team
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX report_owner ON report (owner_id);

-- +goose Down
DROP TABLE report;
