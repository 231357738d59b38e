package web_test

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

func number(a act.Act) string { return strconv.FormatInt(int64(a.ID), 10) }

func itoa(n int) string { return strconv.Itoa(n) }

// signInAs is a new person with a role, or none.
func (p *portal) signInAs(name string, role account.Role) {
	p.t.Helper()
	before, cookie := p.accounts[string(role)], p.cookies[string(role)]
	who := string(role)
	if who == "" {
		who = "member"
		before, cookie = p.accounts[who], p.cookies[who]
	}
	p.signIn(who)
	p.accounts[name], p.cookies[name] = p.accounts[who], p.cookies[who]
	p.accounts[who], p.cookies[who] = before, cookie
}

// kind is what a deed came to.
func kind(err error) string {
	for name, k := range map[string]error{"not found": fault.NotFound, "forbidden": fault.Forbidden, "conflict": fault.Conflict} {
		if errors.Is(err, k) {
			return name
		}
	}
	if err != nil {
		return err.Error()
	}
	return "done"
}

// answered is the same of an answer: a visitor is sent to sign in.
func answered(code int, location string) string {
	switch {
	case code == http.StatusNotFound:
		return "not found"
	case code == http.StatusForbidden, strings.HasPrefix(location, "/kirjaudu"):
		return "forbidden"
	case code == http.StatusConflict:
		return "conflict"
	case code == http.StatusOK, code == http.StatusSeeOther, code == http.StatusMovedPermanently:
		return "done"
	}
	return strconv.Itoa(code)
}

// TestWhoMay does each deed of the table to an act of each status as everyone
// there is, by the services and over HTTP.
func TestWhoMay(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	target := p.published(1, func(*act.Content) {})
	a := p.published(2, func(c *act.Content) { c.OrganizationID = acttest.Content().OrganizationID })
	names, who := may(t)
	deeds := p.deedsOf(target.ID)
	unknown := act.Act{ID: 999_999, Slug: "ei-ole", Version: 1, Content: acttest.Content()}
	for _, f := range p.figures(int64(a.OrganizationID)) {
		for _, name := range names {
			d := deeds[name]
			none, noneHTTP := kind(d.do(f.account, unknown)), p.over(f, d, unknown)
			for _, status := range act.Statuses() {
				want, wantHTTP := "forbidden", "forbidden"
				switch {
				case f.in(who[name][status]):
					want, wantHTTP = "done", "done"
				case !f.in(who["read"][status]):
					want, wantHTTP = none, noneHTTP
				case f.inAny(who[name]):
					want, wantHTTP = "conflict", "conflict"
				}
				now := p.turn(a, f, status)
				if got := kind(d.do(f.account, now)); got != want {
					t.Errorf("%s %ss a %s act: %s, want %s", f.name, name, status, got, want)
				}
				if !d.reaches(f, now) {
					continue
				}
				if want == "done" {
					now = p.turn(a, f, status)
				}
				if got := p.over(f, d, now); got != wantHTTP && !lenient(name, status, got, wantHTTP) {
					t.Errorf("%s %ss a %s act over HTTP: %s, want %s", f.name, name, status, got, wantHTTP)
				}
			}
		}
	}
}

// reaches reports whether somebody gets as far as the act by the route of the
// deed; the table of the routes knows who does not.
func (d deed) reaches(f figure, a act.Act) bool {
	if d.route == nil {
		return false
	}
	path, _ := d.route(a)
	return f.account.Moderates() || !strings.HasPrefix(path, "/moderointi")
}

// lenient is where a page answers otherwise than its service: it may hide what
// it refuses, pressing Send again thanks, and publishing what is under review
// approves it first.
func lenient(name string, status act.Status, got, want string) bool {
	return got == "not found" && want == "forbidden" ||
		got == "done" && want == "conflict" && (name == "submit" && status.Waiting() || name == "publish" && status == act.InReview)
}

func (f figure) inAny(row map[act.Status]string) bool {
	for _, cell := range row {
		if cell != "-" && f.in(cell) {
			return true
		}
	}
	return false
}

// over does a deed over HTTP.
func (p *portal) over(f figure, d deed, a act.Act) string {
	if d.route == nil {
		return ""
	}
	if !f.account.SignedIn() { // pages for visitors are kept
		p.changed()
	}
	path, form := d.route(a)
	w := p.as(f.name, path, form)
	return answered(w.Code, w.Header().Get("Location"))
}

// turn gives the act a status as if it had lived up to it, and to whom it is
// to belong.
func (p *portal) turn(a act.Act, f figure, status act.Status) act.Act {
	p.t.Helper()
	if _, err := p.db.Exec(p.t.Context(), "DELETE FROM act_update"); err != nil { // of the deed before
		p.t.Fatal(err)
	}
	owner := p.accounts["owner"].ID
	if f.owner {
		owner = f.account.ID
	}
	if _, err := p.db.Exec(p.t.Context(), "DELETE FROM act_author"); err != nil {
		p.t.Fatal(err)
	}
	a.AuthorIDs = nil
	if f.author {
		if _, err := p.db.Exec(p.t.Context(), "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, f.account.ID); err != nil {
			p.t.Fatal(err)
		}
		a.AuthorIDs = []account.ID{f.account.ID}
	}
	now, err := postgres.One[struct{ Version int }](p.t.Context(), p.db, `
		UPDATE act SET status = $2, owner_id = $3, merged_into = CASE WHEN $2 = 'merged' THEN (SELECT min(id) FROM act) END
		WHERE id = $1 RETURNING version`, a.ID, status, owner)
	if err != nil {
		p.t.Fatal(err)
	}
	a.Status, a.OwnerID, a.Version = status, owner, now.Version
	return a
}

// changed tells the site that something public is new.
func (p *portal) changed() {
	p.t.Helper()
	if _, err := version.BumpTx(p.t.Context(), p.db); err != nil {
		p.t.Fatal(err)
	}
	p.look()
}
