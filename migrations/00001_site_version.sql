-- +goose Up
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One row: how many times what the public sees has changed. Pages and the
-- catalogue in memory are good for exactly one version.
CREATE TABLE site_version (
    id         boolean PRIMARY KEY DEFAULT true CHECK (id),
    version    bigint NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO site_version (version) VALUES (1);

-- +goose Down
DROP TABLE site_version;
