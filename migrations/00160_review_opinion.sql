-- +goose Up
-- What a moderator asks another one about an act, and the answer. Neither its
-- author nor anybody else sees it.
CREATE TABLE review_opinion (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id      bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    revision    integer NOT NULL, -- the text that was asked about
    question    text NOT NULL CHECK (question <> ''),
    asker_id    bigint NOT NULL REFERENCES account,
    asked_id    bigint REFERENCES account, -- NULL: whoever comes first
    asked_at    timestamptz NOT NULL,
    form_key    uuid NOT NULL UNIQUE,
    verdict     text CHECK (verdict IN ('support', 'oppose', 'neither')),
    answer      text NOT NULL DEFAULT '',
    answered_by bigint REFERENCES account,
    answered_at timestamptz,
    CHECK (asked_id <> asker_id AND answered_by <> asker_id),
    CHECK ((verdict IS NULL) = (answered_at IS NULL) AND (verdict IS NULL) = (answered_by IS NULL))
);
CREATE INDEX review_opinion_act ON review_opinion (act_id, id);
CREATE INDEX review_opinion_open ON review_opinion (act_id) WHERE answered_at IS NULL;

-- +goose Down
DROP TABLE review_opinion;
