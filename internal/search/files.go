package search

import (
	"context"
	"fmt"
	"slices"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/token"
)

// How much of the documents of one act is looked at: words, and bytes of
// different ones, for a tsvector holds a megabyte.
const (
	maxFiled      = 20_000
	maxFiledBytes = 300_000
)

// A File is a document of an act, and its words.
type File struct {
	ActID      int64
	Name, Body string
}

// withFiles is documents with the texts of what is attached to their acts. The
// index is held meanwhile, so what was attached before is not missed and what
// is attached later is put anew.
func (r repository) withFiles(ctx context.Context, docs []Document) ([]Document, error) {
	ids := make([]int64, len(docs))
	for i, d := range docs {
		ids[i] = d.ActID
	}
	all, err := r.files(ctx, ids)
	if err != nil || len(all) == 0 {
		return docs, err
	}
	docs = slices.Clone(docs)
	for i := range docs {
		for _, f := range all {
			if f.ActID == docs[i].ActID {
				docs[i].files = append(docs[i].files, f.Body)
			}
		}
	}
	return docs, nil
}

// files is the documents of acts that everyone may open, in their order.
func (r repository) files(ctx context.Context, acts []int64) ([]File, error) {
	return postgres.All[File](ctx, r.q, `
		SELECT act_id, name, body FROM attachment JOIN attachment_text ON attachment_id = id
		WHERE act_id = ANY($1) AND state = 'ready' AND held <> 'added' AND body <> ''
		ORDER BY act_id, position, id`, acts)
}

// Files is the documents of acts in the index, with their words.
func (x *Index) Files(ctx context.Context, acts []int64) ([]File, error) {
	if len(acts) == 0 {
		return nil, nil
	}
	all, err := repository{x.db}.files(ctx, acts)
	if err != nil {
		return nil, fmt.Errorf("files of acts: %w", err)
	}
	return all, nil
}

// files adds the words of attached documents: only themselves, no parts and no
// roots, for a long text has those of everything. They are in no vocabulary:
// nobody is sent to a word that only stands there.
func (w *writer) files(texts []string) {
	n, size := 0, 0
	for _, text := range texts {
		tokens := token.Split(token.Clean(text))
		lang := w.guess(tokens)
		for _, t := range tokens {
			if n++; n > maxFiled || size > maxFiledBytes {
				return
			}
			w.position++
			e := w.analyzer.Word(lang, t.Word)
			if e.Stop {
				continue
			}
			for _, l := range e.Lexemes {
				before := len(w.lexemes)
				o := w.at(string(query.Files) + l)
				if len(w.lexemes) > before {
					size += len(l)
				}
				if w.position < maxPosition {
					w.place(o, "D")
				}
			}
		}
		w.position += 5
	}
}

// guessed is how many words tell the language of a document.
const guessed = 400

// guess is the language whose commonest words a document has most: that of its
// act when they are few.
func (w *writer) guess(tokens []token.Token) string {
	best, most := w.row.lang, 0
	for _, lang := range []string{w.row.lang, "fi", "sv", "en"} {
		n := 0
		for _, t := range tokens[:min(len(tokens), guessed)] {
			if w.analyzer.Word(lang, t.Word).Stop {
				n++
			}
		}
		if n > most {
			best, most = lang, n
		}
	}
	return best
}
