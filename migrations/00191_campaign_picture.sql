-- +goose Up
-- The picture of a campaign, drawn anew from what the team has sent.
CREATE TABLE campaign_picture (
    campaign_id bigint PRIMARY KEY REFERENCES campaign ON DELETE CASCADE,
    blob        text NOT NULL UNIQUE, -- where its bytes are, below this key
    media_type  text NOT NULL,
    width       integer NOT NULL, -- of the largest
    height      integer NOT NULL,
    widths      integer[] NOT NULL CHECK (cardinality(widths) > 0), -- rising
    alt_fi      text NOT NULL,
    alt_sv      text NOT NULL,
    alt_en      text NOT NULL
);

-- +goose Down
DROP TABLE campaign_picture;
