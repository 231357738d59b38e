-- +goose Up
-- How a moderator has mended the words of an act under review: its authors
-- read it.
CREATE TABLE act_rewording (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id    bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    revision  integer NOT NULL, -- the text that was mended
    of_update boolean NOT NULL,
    by_id     bigint NOT NULL REFERENCES account,
    before    jsonb NOT NULL,
    after     jsonb NOT NULL,
    at        timestamptz NOT NULL,
    told      boolean NOT NULL DEFAULT false -- in the letter of the approval
);
CREATE INDEX act_rewording_act ON act_rewording (act_id, id);

-- +goose Down
DROP TABLE act_rewording;
