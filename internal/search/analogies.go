package search

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/fi"
)

// An AnalogyRow is a word that an admin has taught the search.
type AnalogyRow struct {
	ID           int64
	Lemma, Model string
}

// Analogies is the words that admins have taught, the newest first.
func (x *Index) Analogies(ctx context.Context) ([]AnalogyRow, error) {
	rows, err := postgres.All[AnalogyRow](ctx, x.db, `SELECT id, lemma, model FROM analogy ORDER BY id DESC`)
	if err != nil {
		return nil, fmt.Errorf("analogies: %w", err)
	}
	return rows, nil
}

// CanLearn reports whether a word can be taught by a model: the dictionary must
// have the model and not the word, and both must end alike.
func (x *Index) CanLearn(lemma, model string) bool {
	return x.analyzer.CanLearn(fi.Analogy{Lemma: lemma, Model: model})
}

// AddAnalogyTx teaches a word, or gives one that was taught another model. A
// word that cannot be taught is a fault.BadRequest. The acts that have the word
// are put in the index anew within minutes.
func (x *Index) AddAnalogyTx(ctx context.Context, tx pgx.Tx, lemma, model string) error {
	if !x.CanLearn(lemma, model) {
		return fmt.Errorf("teach %q by %q: %w", lemma, model, fault.BadRequest)
	}
	err := postgres.Exec(ctx, tx, `
		INSERT INTO analogy (lemma, model) VALUES ($1, $2) ON CONFLICT (lemma) DO UPDATE SET model = excluded.model`, lemma, model)
	if err != nil {
		return fmt.Errorf("teach a word: %w", err)
	}
	return nil
}

// DropAnalogyTx lets the search forget a word.
func (x *Index) DropAnalogyTx(ctx context.Context, tx pgx.Tx, id int64) error {
	if err := postgres.Exec(ctx, tx, `DELETE FROM analogy WHERE id = $1`, id); err != nil {
		return fmt.Errorf("forget a word: %w", err)
	}
	return nil
}

// learnable bounds the words that a preview looks at.
const learnable = 500

// A Learned is a form of a word that was taught, and how many acts have it.
type Learned struct {
	Form string
	Acts int
}

// PreviewAnalogy is the words of the acts that would be read as forms of lemma,
// or as compounds with it, and are not so now: the most common first.
func (x *Index) PreviewAnalogy(ctx context.Context, lemma, model string) ([]Learned, error) {
	a := fi.Analogy{Lemma: lemma, Model: model}
	rows, err := postgres.All[Learned](ctx, x.db, `
		SELECT word AS form, df AS acts FROM search_word WHERE language = 'fi' AND strpos(word, $1) > 0 ORDER BY df DESC, word LIMIT $2`,
		a.Front(), learnable)
	if err != nil {
		return nil, fmt.Errorf("preview of a word: %w", err)
	}
	taught := x.analyzer.Taught(a)
	return slices.DeleteFunc(rows, func(l Learned) bool {
		return slices.Equal(x.analyzer.Word("fi", l.Form).Lexemes, taught.Word("fi", l.Form).Lexemes)
	}), nil
}
