-- +goose Up
-- Who reviews an act, and by when.
CREATE TABLE review (
    act_id       bigint PRIMARY KEY REFERENCES act ON DELETE CASCADE,
    moderator_id bigint NOT NULL REFERENCES account,
    taken_at     timestamptz NOT NULL,
    due_on       date NOT NULL
);
CREATE INDEX review_moderator ON review (moderator_id);

-- What a moderator says of one section of one revision.
CREATE TABLE review_comment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id       bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    revision     integer NOT NULL,
    section      text NOT NULL,
    body         text NOT NULL,
    moderator_id bigint NOT NULL REFERENCES account,
    created_at   timestamptz NOT NULL
);
CREATE INDEX review_comment_act ON review_comment (act_id, revision);

-- +goose Down
DROP TABLE review_comment, review;
