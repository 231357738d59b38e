package faults

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
)

// A typist writes a draft that keeps itself, word by word.
type typist struct {
	draft
	begun bool
	kept  int // the last word that the portal has said to have
}

// typists have begun drafts of their own.
func typists(who *person, n int) []*typist {
	all := make([]*typist, n)
	for i := range all {
		d := newDraft(i)
		d.title = fmt.Sprintf("Kirjoittajan teko numero %d", i)
		d.path = strings.TrimSuffix(who.post("/ilmoita-teko", url.Values{"form_key": {d.key}, "organization": {"Limingan kunta"}, "action": {"next"}}).header.Get("Location"), "/tarve")
		all[i] = &typist{draft: *d}
	}
	return all
}

// writes goes on and on, until the portal does not answer.
func (t *typist) writes(who *person) {
	m := versionField.FindStringSubmatch(who.get(t.path + "/tarve").body)
	if m == nil {
		return
	}
	t.begun = true
	form := url.Values{"version": {m[1]}, "title": {t.title}}
	for n := 1; ; n++ {
		form.Set("need", fmt.Sprintf("Sana numero %d", n))
		r := who.post(t.path+"/tarve/tallennus", form)
		var told struct {
			Version int
			Base    string
		}
		if r.status == http.StatusServiceUnavailable { // too much to do just now
			n--
			continue
		}
		if r.status != http.StatusOK || json.Unmarshal([]byte(r.body), &told) != nil || told.Version == 0 {
			return
		}
		t.kept = n
		form.Set("version", fmt.Sprint(told.Version))
		form.Set("base", told.Base)
	}
}

// typing lets them all write at once, and is what waits for them to end.
func typing(who *person, all []*typist) *sync.WaitGroup {
	var wait sync.WaitGroup
	for _, t := range all {
		wait.Go(func() { t.writes(who) })
	}
	return &wait
}

// checkKept compares what the portal has said to have with what stands in the
// database: the last word, or one more, whose answer was lost.
func checkKept(t *testing.T, db *postgres.DB, all []*typist) {
	t.Helper()
	words := 0
	for _, one := range all {
		needs, err := postgres.Values[string](t.Context(), db, "SELECT need FROM act WHERE title = $1", one.title)
		if err != nil {
			t.Fatal(err)
		}
		if !one.begun || one.kept == 0 {
			continue
		}
		words += one.kept
		if len(needs) != 1 || needs[0] != fmt.Sprintf("Sana numero %d", one.kept) && needs[0] != fmt.Sprintf("Sana numero %d", one.kept+1) {
			t.Errorf("%s: word %d was kept, and %d drafts hold %q", one.title, one.kept, len(needs), needs)
		}
	}
	if words == 0 {
		t.Error("nobody had a word kept before the portal was killed")
	}
	t.Logf("%d words were kept", words)
}
