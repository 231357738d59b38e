-- +goose Up
ALTER TABLE review_comment ADD COLUMN form_key uuid UNIQUE; -- of the form that it came with: the same form makes one

-- What moderators tell each other of an act. Nobody else sees it.
CREATE TABLE review_note (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id       bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    body         text NOT NULL,
    moderator_id bigint NOT NULL REFERENCES account,
    created_at   timestamptz NOT NULL,
    form_key     uuid NOT NULL UNIQUE
);
CREATE INDEX review_note_act ON review_note (act_id, id);

-- +goose Down
DROP TABLE review_note;
ALTER TABLE review_comment DROP COLUMN form_key;
