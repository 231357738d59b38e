package faults

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// atOnce does all of it at the same time and is the answers.
func atOnce(asks ...func() reply) []reply {
	replies := make([]reply, len(asks))
	var start, done sync.WaitGroup
	start.Add(1)
	for i, ask := range asks {
		done.Go(func() { start.Wait(); replies[i] = ask() })
	}
	start.Done()
	done.Wait()
	return replies
}

func count(replies []reply, status int) int {
	n := 0
	for _, r := range replies {
		if r.status == status {
			n++
		}
	}
	return n
}

// Parallel deeds on one thing: one wins, and the others are told by the page of
// a conflict, in their language.
func (p *portal) testParallelDeeds(t *testing.T) {
	defer func(whole *testing.T) { p.t = whole }(p.t)
	p.t = t
	writer, one, two := p.signIn("ilmoittaja@example.fi"), p.signIn("moderoija@example.fi"), p.signIn("moderoija2@example.fi")
	for n := range 12 {
		d := newDraft(n)
		p.checkBegins(writer, d)
		writer.checkSendsTwice(d)
		desk := "/sv/moderointi/teot/" + strings.TrimPrefix(d.path, "/ilmoita-teko/")
		seen := versionOf(one.get(desk))
		for _, deed := range []string{"otto", "julkaisu", "piilotus", "esiin", "arkistointi"} {
			form := url.Values{"version": {seen}, "reason": {"koe"}}
			replies := atOnce(
				func() reply { return one.post(desk+"/"+deed, form) }, func() reply { return two.post(desk+"/"+deed, form) },
				func() reply { return one.post(desk+"/"+deed, form) }, func() reply { return two.post(desk+"/"+deed, form) },
			)
			if count(replies, http.StatusSeeOther) != 1 || count(replies, http.StatusConflict) != 3 {
				t.Errorf("%s of act %d: %v, want one 303 and three 409", deed, n, statuses(replies))
			}
			for _, r := range replies {
				if r.status == http.StatusConflict && !strings.Contains(r.body, "Uppgiften har hunnit ändras") {
					t.Errorf("%s of act %d: the page of the conflict does not tell: %.300s", deed, n, r.body)
				}
			}
			seen = versionOf(one.get(desk))
		}
	}
}

// checkSendsTwice presses the last button twice at once: both presses are thanked.
func (p *person) checkSendsTwice(d *draft) {
	p.t.Helper()
	d.path = strings.TrimSuffix(p.post("/ilmoita-teko", url.Values{"form_key": {d.key}, "organization": {"Limingan kunta"}}).header.Get("Location"), "/tarve")
	for _, s := range d.steps() {
		if !p.step(d, s.slug, s.form) {
			p.t.Fatalf("step %s was not saved", s.slug)
		}
	}
	last := url.Values{"version": {versionOf(p.get(d.path + "/tarkista"))}}
	press := func() reply { return p.post(d.path+"/lahetys", last) }
	for _, r := range atOnce(press, press, press) {
		if !strings.HasSuffix(r.header.Get("Location"), "/kiitos") {
			p.t.Errorf("one of three presses at once: %d %s", r.status, r.header.Get("Location"))
		}
	}
}

// checkBegins sends the first step of d many times at once: one draft begins.
func (p *portal) checkBegins(writer *person, d *draft) {
	p.t.Helper()
	form := url.Values{"form_key": {d.key}, "organization": {"Limingan kunta"}, "action": {"next"}}
	begin := func() reply { return writer.post("/ilmoita-teko", form) }
	replies := atOnce(begin, begin, begin, begin, begin, begin)
	paths := map[string]bool{}
	for _, r := range replies {
		paths[r.header.Get("Location")] = true
	}
	if len(paths) != 1 || count(replies, http.StatusSeeOther) != len(replies) {
		p.t.Errorf("the same form six times at once began %d drafts: %v %v", len(paths), paths, statuses(replies))
	}
}

func statuses(replies []reply) string {
	var all []string
	for _, r := range replies {
		all = append(all, fmt.Sprint(r.status))
	}
	return strings.Join(all, " ")
}

func versionOf(r reply) string {
	if m := versionField.FindStringSubmatch(r.body); m != nil {
		return m[1]
	}
	return ""
}
