-- +goose Up
-- What people say of the portal. The law gives two weeks to answer.
CREATE TABLE feedback (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key    uuid NOT NULL UNIQUE, -- a form sent twice is one
    topic       text NOT NULL CHECK (topic IN ('accessibility', 'content', 'portal')),
    message     text NOT NULL CHECK (message <> ''),
    page        text NOT NULL, -- '': none told
    email       text NOT NULL, -- '': no answer is asked for
    language    text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    created_at  timestamptz NOT NULL,
    due_on      date NOT NULL,
    answered_at timestamptz,
    answered_by bigint REFERENCES account,
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX feedback_open ON feedback (due_on, id) WHERE answered_at IS NULL;

-- +goose Down
DROP TABLE feedback;
