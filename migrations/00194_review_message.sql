-- +goose Up
-- What those who write an act and the moderators say to each other about it.
CREATE TABLE review_message (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key    uuid NOT NULL UNIQUE,
    act_id      bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    by_id       bigint NOT NULL REFERENCES account,
    from_author boolean NOT NULL,
    body        text NOT NULL,
    said_at     timestamptz NOT NULL,
    settled_at  timestamptz -- of an author's: it has been answered, or needs no answer
);
CREATE INDEX review_message_act ON review_message (act_id, id);
CREATE INDEX review_message_open ON review_message (act_id) WHERE from_author AND settled_at IS NULL;

-- +goose Down
DROP TABLE review_message;
