-- +goose Up
-- Which edition of the reference data (municipalities, lists of terms …) has
-- been loaded, so that a start loads only a new one.
CREATE TABLE reference_data (
    name   text PRIMARY KEY,
    digest text NOT NULL
);

-- +goose Down
DROP TABLE reference_data;
