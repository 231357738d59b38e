-- +goose Up
CREATE TABLE attachment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id     bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    position   integer NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('picture', 'document')),
    name       text NOT NULL, -- as shown, with the ending of its type
    media_type text NOT NULL,
    size       bigint NOT NULL CHECK (size > 0), -- in bytes, as it came
    digest     bytea NOT NULL, -- SHA-256 of what came: the same file sent twice is one
    alt        text NOT NULL DEFAULT '', -- what one hears who does not see it
    state      text NOT NULL CHECK (state IN ('waiting', 'ready', 'rejected')),
    reason     text NOT NULL DEFAULT '' CHECK ((state = 'rejected') = (reason <> '')),
    width      integer NOT NULL DEFAULT 0, -- of the largest picture
    height     integer NOT NULL DEFAULT 0,
    widths     integer[] NOT NULL DEFAULT '{}', -- of the pictures that there are, rising
    blob       text NOT NULL UNIQUE, -- where its bytes are, below this key
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (act_id, digest),
    CHECK (state <> 'ready' OR kind <> 'picture' OR cardinality(widths) > 0)
);
CREATE INDEX attachment_waiting ON attachment (created_at) WHERE state = 'waiting';

-- +goose Down
DROP TABLE attachment;
