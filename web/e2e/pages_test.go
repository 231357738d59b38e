package e2e

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/depth"
)

// Each state of a page is looked at in the usual view and then, as it stands,
// turned dark and narrow; its usual state in the other languages too, by what
// their words can break.
var (
	turned = view{"fi", "dark", 320}
	others = []view{{"sv", "light", 320}, {"en", "dark", 1280}}
)

// A kind of page.
type kind struct {
	name   string
	as     string // who looks: "" is a visitor
	states []state
}

// A state of a page, and how a reader comes to see it.
type state struct {
	name   string
	path   string
	via    string           // the page on which a link to a path below path is followed; "": path itself
	status int              // 0: 200
	then   func(b *tab) int // what the reader does there: the status that comes of it
}

// atOnce is how many kinds a reader sees in one tab: opening one costs more
// than most pages.
const atOnce = 8

// Every kind of page in every state: a part of the states, and of the other
// languages, in make test, the rest deep.
func seesEveryPage(t *testing.T, site *portal) {
	theirs := map[string][]numbered{}
	for n, k := range kinds {
		theirs[k.as] = append(theirs[k.as], numbered{k, n})
	}
	today, refusals := depth.Portion(t, "the states of pages", 4), new(answers)
	t.Run("look", func(t *testing.T) { seesTheirs(t, site, theirs, today, refusals) })
	t.Run("refusals are sound HTML", refusals.sound)
}

// seesTheirs is seesEveryPage for all who see something.
func seesTheirs(t *testing.T, site *portal, theirs map[string][]numbered, today func(int) bool, refusals *answers) {
	t.Helper()
	for who, all := range theirs {
		cookies := map[string]string(nil)
		if who != "" {
			cookies = site.session(t, who)
		}
		for some := range slices.Chunk(all, atOnce) {
			t.Run(strings.TrimSpace(who+" "+some[0].name), func(t *testing.T) {
				t.Parallel()
				b := open(t, site, usual).carry(cookies)
				for _, k := range some {
					t.Run(k.name, func(t *testing.T) { b.by(t).sees(k, today, refusals) })
				}
			})
		}
	}
}

// numbered is a kind and its place among all.
type numbered struct {
	kind
	n int
}

// sees looks at the states of a kind of page that have their turn, and at its
// usual one, and those in which something is refused, in the languages that
// have theirs.
func (b *tab) sees(k numbered, today func(n int) bool, refusals *answers) {
	for n, s := range k.states {
		if today(k.n + n) {
			b.look(usual)
			if s.check(b, k.name, allRules) {
				b.soundToo(s.full(k.name), turned, rulesOfLooks)
			}
		}
		for i, v := range others {
			if s.refuses() && today(k.n+n+1+i) {
				s.refused(b, k.name, v, refusals)
			}
		}
	}
	for n, v := range others {
		if today(k.n + len(k.states) + n) {
			b.look(v)
			k.states[0].check(b, k.name, rulesOfWords)
		}
	}
}

// full is the name of the state among those of all kinds.
func (s state) full(kind string) string {
	if s.name == "" {
		return kind
	}
	return kind + "-" + s.name
}

// check brings the reader to the page, looks at it and reports whether it is
// the page that was sought.
func (s state) check(b *tab, kind string, asked rules) bool {
	b.t.Helper()
	path := s.path
	if s.via != "" {
		path = b.link(s.via, s.path)
	}
	want := s.status
	if want == 0 {
		want = http.StatusOK
	}
	got := b.visit(path)
	if s.then != nil && got == http.StatusOK {
		got = s.then(b)
	}
	if got != want {
		b.t.Errorf("%s (%s): status %d, want %d", b.address(), b.view, got, want)
		return false
	}
	b.soundBy(asked, s.full(kind))
	return true
}

// refuses reports whether the reader is told there that something cannot be.
func (s state) refuses() bool { return s.status >= http.StatusBadRequest }

// refused is check in another language than what the reader does there is told
// in. How it looks has been seen in the usual one.
func (s state) refused(b *tab, kind string, v view, refusals *answers) {
	b.t.Helper()
	b.look(usual)
	got := b.visit(s.path)
	if s.then != nil && got == http.StatusOK {
		s.then(b)
		refusals.take(b, s.full(kind))
	}
	if got := b.again(v); got != s.status {
		b.t.Errorf("%s (%s): status %d, want %d", b.address(), b.view, got, s.status)
		return
	}
	b.soundBy(rulesOfWords, s.full(kind))
	refusals.take(b, s.full(kind))
}

// link is the path of the first link below some path on a page.
func (b *tab) link(on, below string) string {
	b.t.Helper()
	if status := b.visit(on); status != http.StatusOK {
		b.t.Fatalf("%s: status %d", on, status)
	}
	path := evaluate[string](b, fmt.Sprintf(`(() => {
		const below = %q;
		for (const a of document.querySelectorAll('main a[href]')) {
			const path = a.pathname.replace(/^\/(sv|en)(?=\/)/, '');
			if (a.origin === location.origin && path.startsWith(below) && path.length > below.length) return path;
		}
		return '';
	})()`, below))
	if path == "" {
		b.t.Fatalf("%s: no link to a page below %s", on, below)
	}
	return path
}

// What a new reader fetches for each public page is weighed.
func fetchesLittle(t *testing.T, site *portal) {
	once(t)
	finder := open(t, site, usual)
	for name, path := range map[string]string{
		"front": "/", "list": "/tekojen-tori", "search": "/tekojen-tori?haku=työ", "map": "/kartta", "statistics": "/tilastot", "compared": "/tilastot?vertailu_alkaen=2022-01-01&vertailu_asti=2022-12-31", "campaign": "/kampanjat/hyva-kiertamaan-2022", "awards": "/palkitut/2022", "sign-in": "/kirjaudu",
		"act": finder.link("/tekojen-tori", "/katso/"), "organization": "/organisaatiot/limingan-kunta", "organizations": "/organisaatiot", "regions": "/maakunnat",
	} {
		views := []view{usual}
		if name == "front" || name == "list" || name == "act" || name == "statistics" {
			views = append(views, view{"fi", "light", 320})
		}
		for _, v := range views {
			t.Run(name+" "+v.String(), func(t *testing.T) {
				t.Parallel()
				b := openNew(t, site, v)
				b.lateFonts()
				b.visit(path)
				b.withinBudget()
			})
		}
	}
}

// TestPagesAreSoundHTML has each page checked by the W3C's own checker.
func TestPagesAreSoundHTML(t *testing.T) {
	t.Parallel()
	checker := needChecker(t)
	site := newPortal(t)
	pages := map[string][]byte{}
	for _, path := range []string{
		"/", "/sv", "/en", "/tekojen-tori", "/tekojen-tori?haku=työ&vuosi=2022", "/tekojen-tori?haku=qwxzqwxz", "/kartta", "/sv/kartta?alue=08", "/tilastot", "/kampanjat", "/kampanjat/hyva-kiertamaan-2022", "/palkitut", "/palkitut/2022", "/avoin-data", "/sparraus", "/tyopajat", "/tyopajat/kekseliaat-kehittajat", "/kirjaudu", "/kirjaudu/poistettu",
		"/ei-ole", "/saavutettavuusseloste", "/tietosuoja", "/kayttoehdot", "/yhteystiedot", "/dev/posti",
		"/organisaatiot", "/toimialat", "/teemat", "/sv/maakunnat", "/organisaatiot/limingan-kunta", "/toimialat/opetus-ja-kasvatus", "/teemat/digitalisaatio-ja-uudet-toimintatavat", "/maakunnat/pohjois-pohjanmaa",
	} {
		_, pages[path] = site.get(t.Context(), path)
	}
	act := firstLink(pages["/tekojen-tori"], "/katso/")
	_, pages[act] = site.get(t.Context(), act)
	for who, paths := range map[string][]string{
		member:    {"/oma", "/oma/tiedot", "/oma/vahvistus", "/omat-teot", "/ilmoita-teko", draft + "tyopaikka", draft + "tarve", draft + "ratkaisu", draft + "tulokset", draft + "yhteystiedot", draft + "tarkista", "/moderointi"},
		moderator: {"/moderointi", "/moderointi/teot/258", "/moderointi/teot/261", "/moderointi/palautteet", "/katso/palaveri-lahtee-lenkille"},
		team:      {"/ohjelma/viennit", "/ohjelma/tilastot"}, admin: {"/yllapito", "/yllapito/osoitteet", "/yllapito/haku"},
	} {
		cookies := site.session(t, who)
		for _, path := range paths {
			pages[path+" as "+who] = site.getAs(t, cookies, path)
		}
	}
	for _, wrong := range checker.errors(t, pages) {
		t.Error(wrong)
	}
}

// firstLink is the first address below some path in a page.
func firstLink(page []byte, below string) string {
	_, rest, _ := strings.Cut(string(page), `href="`+below)
	path, _, _ := strings.Cut(rest, `"`)
	return below + path
}
