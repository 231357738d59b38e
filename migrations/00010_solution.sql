-- +goose Up
-- A kiinnostava ratkaisu: written by an editor, made of acts.
CREATE TABLE solution (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ref          text NOT NULL UNIQUE,
    slug         text NOT NULL UNIQUE,
    title        text NOT NULL,
    lead         text NOT NULL DEFAULT '',
    need         text NOT NULL DEFAULT '',
    approach     text NOT NULL DEFAULT '',
    results      text NOT NULL DEFAULT '',
    lessons      text NOT NULL DEFAULT '',
    language     text NOT NULL DEFAULT 'fi' CHECK (language IN ('fi', 'sv', 'en')),
    status       text NOT NULL CHECK (status IN ('draft', 'published', 'hidden', 'archived')),
    published_at timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    version      integer NOT NULL DEFAULT 1
);

-- +goose Down
DROP TABLE solution;
