package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"tekojentori.fi/tori/internal/attachment/attachmenttest"
)

// TestOthersTakePart is a portal that asks others: a virus scanner for each
// file, and the sites that acts link to whether they still answer.
func TestOthersTakePart(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	scanner, elsewhere := attachmenttest.Clamd(t), newElsewhere(t)
	database := demo.URL(t)
	site := portalOn(t, database, "CLAMD_ADDR="+scanner.Addr, "LINK_CHECK=on", "LINK_CHECK_ALSO="+elsewhere.address())
	clerk := newClerk(t, database)
	t.Run("held back until clean", func(t *testing.T) { heldBack(t, site, clerk, scanner) })
	t.Run("dead links", func(t *testing.T) { deadLinks(t, site, clerk, elsewhere) })
}

// While the scanner is away a file is held back from everyone, also when its
// act comes out; once the scanner is there the clean file opens, and one with
// a virus is refused.
func heldBack(t *testing.T, site *portal, clerk clerk, scanner *attachmenttest.Scanner) {
	var alone sync.Mutex // there is one scanner
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		alone.Lock()
		defer alone.Unlock()
		title := map[bool]string{true: "Ohje kulkee taskussa", false: "Ohje kulkee repussa"}[scripts]
		page := "/katso/" + strings.ReplaceAll(strings.ToLower(title), " ", "-")
		writer, judge := site.person(t, member), site.person(t, moderator)
		act := writer.drafts(title, nil)
		b.carry(writer.cookies)
		step := "/ilmoita-teko/" + act + "/yhteystiedot"
		scanner.Away()
		b.visit(step)
		b.take("files", map[string][]byte{"ohje.pdf": attachmenttest.PDF("hei")})
		b.tap(scripts, "Lisää valitut", "Käsitellään vielä")
		b.visit(step)
		b.tellsInAll("submit-files-held", "Käsitellään vielä", "Behandlas ännu", "Still being worked on")
		file := "/liitteet/" + evaluate[string](b, `document.querySelector('.attached button[name=remove]').value`) + "/ohje.pdf"
		writer.again(act)
		desk := open(t, site, usual).carry(judge.cookies)
		desk.visit("/moderointi/teot/" + act)
		desk.tellsInAll("review-file-held", "ohje.pdf on vielä käsittelyssä", "ohje.pdf behandlas ännu", "ohje.pdf is still being worked on")
		judge.decides(act, "otto", "julkaisu")
		reader := open(t, site, usual)
		reader.visit(page)
		if reader.has("link", "ohje.pdf") {
			t.Error("the page leads to a file that is held back")
		}
		for _, p := range []person{writer, judge, {t, site, nil}} {
			if got := p.gets(file); got != http.StatusNotFound {
				t.Errorf("a file that is held back is answered with %d, want 404", got)
			}
		}
		scanner.Back()
		reader.until("the clean file", func() bool {
			clerk.by(t).hurries("attachment_process")
			reader.visit(page)
			return reader.has("link", "ohje.pdf")
		})
		reader.soundInAll("act-file-clean")
		if got := reader.person().gets(file); got != http.StatusOK {
			t.Errorf("the clean file is answered with %d", got)
		}
		b.refused(scripts)
	})
}

// refused adds a file with a virus beside a clean one.
func (b *tab) refused(scripts bool) {
	b.t.Helper()
	step := b.contactStep()
	b.take("files", map[string][]byte{"lomake.pdf": attachmenttest.PDF("lomake"), "virus.pdf": attachmenttest.PDF(attachmenttest.Eicar)})
	b.tap(scripts, "Lisää valitut", "virus.pdf")
	b.until("what the scanner says", func() bool {
		b.visit(step)
		return strings.Contains(b.text(), "Valmis") && !strings.Contains(b.text(), "Käsitellään")
	})
	b.tellsInAll("submit-files-virus", "löysi tiedostosta haittaohjelman", "hittade skadlig kod", "found malware")
	got := evaluate[[]string](b, `[...document.querySelectorAll('.attached')].filter(f => f.textContent.includes('haittaohjelman')).map(f => f.querySelector('legend').textContent)`)
	if len(got) != 1 || got[0] != "virus.pdf" {
		b.t.Errorf("refused are %q", got)
	}
	id := evaluate[string](b, `[...document.querySelectorAll('.attached')].find(f => f.textContent.includes('virus.pdf')).querySelector('[name=remove]').value`)
	if got := b.person().gets("/liitteet/" + id + "/virus.pdf"); got != http.StatusNotFound {
		b.t.Errorf("the file with the virus is answered with %d", got)
	}
}

// elsewhere is a site that acts link to.
type elsewhere struct{ *httptest.Server }

func newElsewhere(t *testing.T) elsewhere {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/ohje" {
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return elsewhere{s}
}

func (e elsewhere) address() string { return strings.TrimPrefix(e.URL, "http://") }

// A moderator is told which links of an act lead nowhere, and of one that leads
// inside, which the portal has not asked.
func deadLinks(t *testing.T, site *portal, clerk clerk, there elsewhere) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		dead, inside := there.URL+"/poistettu", newElsewhere(t).URL+"/sisalla"
		act := site.person(t, member).sends("Linkit johtavat perille", url.Values{"links": {dead + "\n" + there.URL + "/ohje\n" + inside}})
		clerk.by(t).rings("ask the links of acts")
		b.carry(site.session(t, moderator))
		b.until("the dead link", func() bool {
			b.visit("/moderointi/teot/" + act)
			return strings.Contains(b.text(), inside+" –")
		})
		b.tellsInAll("review-dead-links", dead+" – sivua ei ole", dead+" – sidan finns inte", dead+" – there is no such page")
		if text := b.text(); strings.Contains(text, "/ohje –") || !strings.Contains(text, inside+" – ei ole julkinen osoite") {
			t.Errorf("of the links the moderator reads:\n%s", text)
		}
	})
}
