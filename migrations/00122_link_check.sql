-- +goose Up
-- What came of asking a link of an act, so that moderators are told of dead ones.
CREATE TABLE link_check (
    url        text PRIMARY KEY,
    state      text NOT NULL CHECK (state IN ('', 'gone', 'silent', 'private')), -- '': it answers
    checked_at timestamptz NOT NULL
);

-- +goose Down
DROP TABLE link_check;
