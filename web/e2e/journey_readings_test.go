package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// somebody is what a browser says of itself that somebody looks into; one without
// windows says that it is a program.
const somebody = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

// The owner of an act reads how many times others have opened its page; what
// its own people and programs open is not counted.
func countedReaders(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title, slug := "Luettu kirjahylly", "luettu-kirjahylly"
		if !scripts {
			title, slug = "Luettu lehtiteline", "luettu-lehtiteline"
		}
		writer := site.person(t, member)
		site.person(t, moderator).decides(writer.sends(title, nil), "otto", "julkaisu")
		read := func(r *tab) {
			call(r, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: somebody})
			for range 3 {
				r.visit("/katso/" + slug)
			}
		}
		b.carry(writer.cookies)
		read(b) // its own people
		open(t, site, usual).visit("/katso/" + slug)
		read(open(t, site, usual))
		told := fmt.Sprintf(`[...document.querySelectorAll('main li.sheet')].find(e => e.innerText.includes(%q))?.innerText ?? ''`, title)
		b.awaits("the number of readers", 3*patience, time.Second, func() bool {
			b.visit("/omat-teot")
			return strings.Contains(evaluate[string](b, told), "Luettu 3 kertaa.")
		})
		b.tellsInAll("own-acts-readers", "Luettu 3 kertaa.", "Läst 3 gånger.", "Read 3 times.")
	})
}
