-- +goose Up
-- Who writes an act besides its owner.
CREATE TABLE act_author (
    act_id     bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES account,
    since      timestamptz NOT NULL,
    PRIMARY KEY (act_id, account_id)
);
CREATE INDEX act_author_account ON act_author (account_id);

-- Somebody asks to become one of them.
CREATE TABLE act_join_request (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id      bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    account_id  bigint NOT NULL REFERENCES account,
    message     text NOT NULL DEFAULT '',
    asked_at    timestamptz NOT NULL,
    answered_at timestamptz, -- NULL: nobody has yet
    answered_by bigint REFERENCES account,
    accepted    boolean NOT NULL DEFAULT false,
    CHECK (answered_at IS NOT NULL OR NOT accepted)
);
CREATE UNIQUE INDEX act_join_request_open ON act_join_request (act_id, account_id) WHERE answered_at IS NULL;
CREATE INDEX act_join_request_account ON act_join_request (account_id, asked_at);

-- +goose Down
DROP TABLE act_join_request, act_author;
