-- +goose Up

-- What people search for: how often a day, and how many acts were found.
-- Nothing of who searched, and never what may tell of a person.
CREATE TABLE search_query (
    day   date NOT NULL,
    text  text NOT NULL, -- lower case
    times integer NOT NULL,
    hits  integer, -- at the last time that was counted; NULL: not known
    PRIMARY KEY (day, text)
);
CREATE INDEX search_query_text ON search_query (text, day DESC);

-- The acts that editors put first for a query, in their order.
CREATE TABLE search_pin (
    query    text NOT NULL, -- lower case
    act_id   bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    position integer NOT NULL,
    PRIMARY KEY (query, act_id)
);
CREATE INDEX search_pin_act ON search_pin (act_id);

-- +goose Down
DROP TABLE search_pin, search_query;
