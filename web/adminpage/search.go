package adminpage

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

type searchView struct {
	Engine   engine
	Asked    []curation.Query
	Vain     []curation.Query
	Added    []search.SynonymRow
	Builtins []search.Builtin // that have the word of the query
	Pins     []curation.Pin
	Line     string // of synonyms, being written
	Try      string // the query that it is tried on
	Preview  *preview
	Taught   []search.AnalogyRow
	Lemma    string // a word that may be taught
	Model    string // and one that inflects alike
	Learned  *[]search.Learned
	PinQuery string
	PinAct   string
	Problems validate.Problems
}

// preview is what a line of synonyms would change.
type preview struct {
	Before, After int
	Also          []string
}

// Search is what people search for, and how the search is tended.
func (p Pages) Search(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	v := searchView{
		Line: cut(q.Get("line"), limit.Synonyms), Try: cut(q.Get("koe"), limit.Query), PinQuery: cut(q.Get("nosto"), limit.Query),
		Lemma: curation.Normal(cut(q.Get("lemma"), limit.Query)), Model: curation.Normal(cut(q.Get("model"), limit.Query)),
	}
	if word := cut(q.Get("sana"), limit.Query); word != "" && v.Line == "" {
		v.Line, v.Try = word+" | ", word
	}
	if q.Has("koe") {
		if v.Problems = untried(v); len(v.Problems) > 0 {
			return p.search(w, r, http.StatusUnprocessableEntity, v)
		}
	}
	return p.search(w, r, http.StatusOK, v)
}

// untried is why a line of synonyms cannot be tried.
func untried(v searchView) (p validate.Problems) {
	if !search.IsSynonym(v.Line) {
		p.Add("line", validate.SynonymLine, 0)
	}
	if strings.TrimSpace(v.Try) == "" {
		p.Add("koe", validate.Required, 0)
	}
	return p
}

func (p Pages) search(w http.ResponseWriter, r *http.Request, status int, v searchView) error {
	ctx := r.Context()
	var err error
	if v.Line != "" && len(v.Line) <= 4*limit.Synonyms && v.Try != "" && search.IsSynonym(v.Line) {
		before, after, err := p.Index.Preview(ctx, v.Line, search.Query{Text: v.Try, Lang: string(i18n.From(ctx))})
		if err != nil {
			return err
		}
		v.Preview = &preview{len(before.Hits), len(after.Hits), after.Also}
	}
	if v.Lemma != "" && p.Index.CanLearn(v.Lemma, v.Model) {
		learned, err := p.Index.PreviewAnalogy(ctx, v.Lemma, v.Model)
		if err != nil {
			return err
		}
		v.Learned = &learned
	}
	for _, read := range []func() error{
		func() (err error) { v.Taught, err = p.Index.Analogies(ctx); return err },
		func() (err error) { v.Engine, err = p.engine(r); return err },
		func() (err error) { v.Asked, err = p.Curation.Queries(ctx, false); return err },
		func() (err error) { v.Vain, err = p.Curation.Queries(ctx, true); return err },
		func() (err error) { v.Added, err = p.Index.Synonyms(ctx); return err },
		func() (err error) { v.Builtins, err = p.Index.Builtins(ctx, strings.TrimSpace(v.Try)); return err },
		func() (err error) { v.Pins, err = p.Curation.Pins(ctx); return err },
	} {
		if err = read(); err != nil {
			return err
		}
	}
	return page.Render(w, r, status, searching(v))
}

// cut is the beginning of a text, of so many bytes: nothing longer is tried.
func cut(s string, most int) string { return strings.ToValidUTF8(s[:min(len(s), most)], "") }

// done shows the problems of a form, or the page anew.
func (p Pages) done(w http.ResponseWriter, r *http.Request, v searchView, err error) error {
	if errors.As(err, &v.Problems) {
		return p.search(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, "/yllapito/haku")
}

// AddSynonym adds a group of words that stand for each other.
func (p Pages) AddSynonym(w http.ResponseWriter, r *http.Request) error {
	v := searchView{Line: r.PostFormValue("line"), Try: cut(r.PostFormValue("koe"), limit.Query)}
	return p.done(w, r, v, p.Curation.AddSynonym(r.Context(), page.Viewer(r), v.Line))
}

// DropSynonym takes back what an admin has changed in the synonyms.
func (p Pages) DropSynonym(w http.ResponseWriter, r *http.Request) error {
	id, err := strconv.ParseInt(r.PostFormValue("id"), 10, 64)
	if err != nil {
		return fault.BadRequest
	}
	return p.done(w, r, searchView{}, p.Curation.DropSynonym(r.Context(), page.Viewer(r), id))
}

// SwitchOff switches off a group that comes with the program.
func (p Pages) SwitchOff(w http.ResponseWriter, r *http.Request) error {
	key := r.PostFormValue("key")
	if key == "" {
		return fault.BadRequest
	}
	return p.done(w, r, searchView{}, p.Curation.SwitchOff(r.Context(), page.Viewer(r), key))
}

// Teach teaches the search a word.
func (p Pages) Teach(w http.ResponseWriter, r *http.Request) error {
	v := searchView{Lemma: r.PostFormValue("lemma"), Model: r.PostFormValue("model")}
	return p.done(w, r, v, p.Curation.Teach(r.Context(), page.Viewer(r), v.Lemma, v.Model))
}

// Unteach lets the search forget a word.
func (p Pages) Unteach(w http.ResponseWriter, r *http.Request) error {
	id, err := strconv.ParseInt(r.PostFormValue("id"), 10, 64)
	if err != nil {
		return fault.BadRequest
	}
	return p.done(w, r, searchView{}, p.Curation.Unteach(r.Context(), page.Viewer(r), id))
}

// Pin puts an act first for a query.
func (p Pages) Pin(w http.ResponseWriter, r *http.Request) error {
	v := searchView{PinQuery: r.PostFormValue("query"), PinAct: r.PostFormValue("act")}
	return p.done(w, r, v, p.Curation.Pin(r.Context(), page.Viewer(r), v.PinQuery, slugOf(v.PinAct)))
}

// Unpin takes an act from its place for a query.
func (p Pages) Unpin(w http.ResponseWriter, r *http.Request) error {
	id, err := strconv.ParseInt(r.PostFormValue("id"), 10, 64)
	if err != nil {
		return fault.BadRequest
	}
	return p.done(w, r, searchView{}, p.Curation.Unpin(r.Context(), page.Viewer(r), r.PostFormValue("query"), id))
}

// forms is the words that a lesson is about, with how many acts have each.
func forms(learned []search.Learned) string {
	const most = 12
	var list []string
	for _, l := range learned[:min(len(learned), most)] {
		list = append(list, fmt.Sprintf("%s (%d)", l.Form, l.Acts))
	}
	if len(learned) > most {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}
