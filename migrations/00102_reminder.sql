-- +goose Up
-- What authors have been reminded of, so that they are reminded once.
CREATE TABLE act_reminder (
    act_id  bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    kind    text NOT NULL CHECK (kind IN ('week', 'month', 'draft')),
    about   bigint NOT NULL, -- week, month: the transition that gave the act back; draft: the version of the draft
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (act_id, kind, about)
);
CREATE INDEX act_old_draft ON act (updated_at) WHERE status = 'draft';

-- Which moderator has been told that which act is late, for which day.
CREATE TABLE review_reminder (
    act_id       bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    moderator_id bigint NOT NULL REFERENCES account,
    due_on       date NOT NULL,
    sent_at      timestamptz NOT NULL,
    PRIMARY KEY (act_id, moderator_id, due_on)
);

-- +goose Down
DROP TABLE review_reminder;
DROP INDEX act_old_draft;
DROP TABLE act_reminder;
