-- +goose Up

-- Entries wait in a list and are sorted in together: by far less work when
-- many acts come at once. Who writes empties the list in its transaction
-- (see package search), so searches read none.
ALTER INDEX act_search_tsv SET (fastupdate = on);
ALTER INDEX search_word_trigrams SET (fastupdate = on);

-- +goose Down
ALTER INDEX act_search_tsv SET (fastupdate = off);
ALTER INDEX search_word_trigrams SET (fastupdate = off);
