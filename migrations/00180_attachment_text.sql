-- +goose Up

-- The words of documents, for the search. Pictures have none.
CREATE TABLE attachment_text (
    attachment_id bigint PRIMARY KEY REFERENCES attachment ON DELETE CASCADE,
    reader        integer NOT NULL, -- version of the program part that has read it
    outcome       text NOT NULL CHECK (outcome IN ('whole', 'cut', 'wordless', 'encrypted', 'damaged', 'heavy')),
    body          text NOT NULL DEFAULT '',
    read_at       timestamptz NOT NULL DEFAULT now(),
    CHECK ((outcome IN ('whole', 'cut')) = (body <> ''))
);

-- +goose Down
DROP TABLE attachment_text;
