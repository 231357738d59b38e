-- +goose Up
-- How many times each page has been opened on each day; nothing is kept of by
-- whom. After 13 months the days of a month stand under its first.
CREATE TABLE page_reading (
    day     date NOT NULL, -- in Finnish time
    page    text NOT NULL, -- its path, whatever the language
    hits    integer NOT NULL CHECK (hits > 0),
    changed bigint NOT NULL, -- the total of all pages once the last of hits was written
    PRIMARY KEY (page, day)
);
CREATE INDEX page_reading_changed ON page_reading (changed);

-- What every portal has written, together: who writes holds the row, so that
-- totals become visible in their order.
CREATE TABLE reading_total (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    hits  bigint NOT NULL,
    since date NOT NULL
);
INSERT INTO reading_total (hits, since) VALUES (0, (now() AT TIME ZONE 'Europe/Helsinki')::date);

-- +goose Down
DROP TABLE reading_total;
DROP TABLE page_reading;
