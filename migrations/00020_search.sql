-- +goose Up

-- What searches look at: visible acts only. Whoever publishes an act writes its
-- row, whoever hides it deletes it, both in the same transaction.
CREATE TABLE act_search (
    act_id           bigint PRIMARY KEY,
    language         text NOT NULL,
    hit              bigint NOT NULL, -- day of publication and act_id, see package search
    analyzer_version text NOT NULL,   -- rows of another version are to be written anew
    tsv              tsvector NOT NULL,
    words            text[] NOT NULL, -- what the act adds to search_word: of the title, the text, the names
    title_words      integer NOT NULL,
    text_words       integer NOT NULL
) WITH (toast_tuple_target = 256); -- a lean row: searches read only the first three columns
CREATE INDEX act_search_tsv ON act_search USING gin (tsv) WITH (fastupdate = off); -- else searches read what is pending
CREATE INDEX act_search_version ON act_search (analyzer_version);

-- The vocabulary of the visible acts, for corrections and suggestions.
CREATE TABLE search_word (
    word     text COLLATE "C" NOT NULL, -- lower case
    language text NOT NULL,
    kind     smallint NOT NULL,         -- 1 base form, 2 uncertain base form, 3 part of a compound, 4 as written
    shown    text NOT NULL,             -- as people write it
    df       integer NOT NULL,          -- how many acts have it
    PRIMARY KEY (word, language)
) WITH (fillfactor = 80);
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops) WITH (fastupdate = off);

-- What the admins have changed in the synonyms that come with the program.
CREATE TABLE synonyms (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line       text NOT NULL UNIQUE,           -- "a | b", "a > b" or "a ~ b"
    off        boolean NOT NULL DEFAULT false, -- switches off the built-in group of that line
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- +goose Down
DROP TABLE synonyms, search_word, act_search;
