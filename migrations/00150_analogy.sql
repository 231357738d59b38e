-- +goose Up
-- Words that the dictionary lacks, which admins have taught the search, each
-- with a word that inflects alike.
CREATE TABLE analogy (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lemma      text NOT NULL UNIQUE,
    model      text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- +goose Down
DROP TABLE analogy;
