package faults

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/depth"
	"tekojentori.fi/tori/internal/postgres"
)

// Sending an act in and publishing one are tried with the connection of the
// first, second, third … message to the database broken, until they succeed
// unhindered: before the message arrives, and once it has arrived and the
// answer is on its way. Whoever was thanked has sent, once; whoever was not
// presses again; each mail comes once. Every fourth message is lost, the others
// another day.
func TestEachMessageToTheDatabaseLost(t *testing.T) {
	mails := newMailServer(t)
	database := demo.URL(t)
	r, over := newRoad(t, database)
	p := newPortal(t, "DATABASE_URL="+over, "SMTP_URL="+mails.url())
	s := shaken{t, r, open(t, database), p.signIn("ilmoittaja@example.fi"), p.signIn("moderoija@example.fi"), depth.Portion(t, "the messages", 4)}
	var sent []*draft
	for _, after := range []bool{false, true} {
		sent = append(sent, s.sends(len(sent), after)...)
	}
	published := s.publishes(sent)
	s.mailed(mails, sent, "Kiitos, kun kerroit teosta ”%s”")
	s.mailed(mails, published, "Teko ”%s” on nyt kaikkien luettavissa")
}

// shaken is a portal whose road to the database breaks.
type shaken struct {
	t            *testing.T
	road         *road
	db           *postgres.DB
	writer, desk *person
	sweep        func(n int) bool
}

// turn reports whether message n is lost in this way today: on one day before
// it arrives, on the next its answer.
func (s shaken) turn(n int, after bool) bool {
	if after {
		n++
	}
	return s.sweep(n)
}

// unhindered is how many times in a row a deed must succeed without a message
// taken: the portal's own errands take some of the blows.
const unhindered = 3

// sends sends acts in until nothing hinders it, and is the acts.
func (s shaken) sends(from int, after bool) []*draft {
	s.t.Helper()
	var all []*draft
	for n, free := 1, 0; free < unhindered; n++ {
		if free == 0 && !s.turn(n, after) {
			continue
		}
		d := newDraft(from + len(all))
		all = append(all, d)
		if !s.writer.writes(d) {
			s.t.Fatalf("%s cannot be written", d.title)
		}
		s.road.take(n, after)
		d.thanked = s.writer.step(d, "lahetys", url.Values{})
		if s.road.calm() {
			free = 0
		} else {
			free++
		}
		if got := stored(s.t, s.db)[d.title]; got > 1 || got == 0 && d.thanked {
			s.t.Errorf("message %d lost (arrived: %t): thanked %t, stored %d times", n, after, d.thanked, got)
		}
		for again := 0; again == 0 || !d.thanked && again < 5; again++ { // once more, too, after thanks
			d.thanked = s.writer.step(d, "lahetys", url.Values{})
		}
		if got := stored(s.t, s.db)[d.title]; got != 1 || !d.thanked {
			s.t.Errorf("message %d lost (arrived: %t), sent again: thanked %t, stored %d times", n, after, d.thanked, got)
		}
	}
	s.t.Logf("%d tries with a message lost (arrived: %t)", len(all), after)
	return all
}

// writes fills the steps of the form before the last.
func (p *person) writes(d *draft) bool {
	d.path = strings.TrimSuffix(p.post("/ilmoita-teko", url.Values{"form_key": {d.key}, "organization": {"Limingan kunta"}}).header.Get("Location"), "/tarve")
	for _, s := range d.steps() {
		if !p.step(d, s.slug, s.form) {
			return false
		}
	}
	return true
}

// publishes takes acts and publishes them, each with another message lost, and
// is the acts that it published.
func (s shaken) publishes(waiting []*draft) []*draft {
	s.t.Helper()
	var all []*draft
	for _, after := range []bool{false, true} {
		for n, free := 1, 0; free < unhindered && len(all) < len(waiting); n++ {
			if free == 0 && !s.turn(n, after) {
				continue
			}
			d := waiting[len(all)]
			all = append(all, d)
			desk := "/moderointi/teot/" + strings.TrimPrefix(d.path, "/ilmoita-teko/")
			if r := s.desk.post(desk+"/otto", url.Values{"version": {versionOf(s.desk.get(desk))}}); r.status != http.StatusSeeOther {
				s.t.Fatalf("%s cannot be taken: %d", d.title, r.status)
			}
			form := url.Values{"version": {versionOf(s.desk.get(desk))}}
			s.road.take(n, after)
			thanked := s.desk.post(desk+"/julkaisu", form).status == http.StatusSeeOther
			if s.road.calm() {
				free = 0
			} else {
				free++
			}
			if got := s.outings(d); got > 1 || got == 0 && thanked {
				s.t.Errorf("message %d lost (arrived: %t): thanked %t, published %d times", n, after, thanked, got)
			}
			for again := 0; !thanked && again < 5; again++ {
				status := s.desk.post(desk+"/julkaisu", form).status
				thanked = status == http.StatusSeeOther || status == http.StatusConflict // somebody has done it: the first press
			}
			if got := s.outings(d); got != 1 {
				s.t.Errorf("message %d lost (arrived: %t), pressed again: published %d times", n, after, got)
			}
		}
	}
	return all
}

// outings is how often an act has come out, by its log, if that agrees with
// what it is now.
func (s shaken) outings(d *draft) int {
	s.t.Helper()
	got, err := postgres.One[struct {
		Outings   int
		Published bool
	}](s.t.Context(), s.db, `
		SELECT (SELECT count(*)::int FROM act_transition x WHERE x.act_id = a.id AND to_status = 'published') AS outings,
		       status = 'published' AND first_published_at IS NOT NULL AS published
		FROM act a WHERE title = $1`, d.title)
	if err != nil {
		s.t.Fatal(err)
	}
	if got.Published != (got.Outings == 1) {
		s.t.Errorf("%s: published %t, but came out %d times", d.title, got.Published, got.Outings)
	}
	return got.Outings
}

// mailed waits until the writer has had the mail with some words about each
// act, once. A lost answer to the portal's asking for jobs leaves those jobs
// begun and done by nobody until they are taken up again, minutes later: the
// minutes are made to have passed.
func (s shaken) mailed(mails *mailServer, all []*draft, words string) {
	s.t.Helper()
	held, err := postgres.Values[int](s.t.Context(), s.db, `
		WITH held AS (
			SELECT j.id, j.attempted_at FROM mail_message m JOIN river_job j ON j.kind = 'mail' AND (j.args->>'id')::bigint = m.id
			WHERE m.sent_at IS NULL AND j.state = 'running'
		), aged AS (
			UPDATE river_job SET attempted_at = attempted_at - interval '10 minutes' WHERE id IN (SELECT id FROM held)
		)
		SELECT count(*)::int FROM held GROUP BY attempted_at`)
	if err != nil {
		s.t.Fatal(err)
	}
	if len(held) > len(all)/10 {
		s.t.Errorf("mails wait for jobs that nobody does after %d of %d deeds: %v", len(held), len(all), held)
	}
	s.t.Logf("mails taken up again: %v", held)
	awaitMails(s.t, mails, all, func(d *draft) string {
		return strings.ReplaceAll(fmt.Sprintf(words, d.title), "”", "=E2=80=9D")
	}, 0)
}
