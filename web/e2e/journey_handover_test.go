package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// An owner offers an act to a colleague, who takes it by the link in the mail;
// until then it stays the owner's, who is an author after that, as long as the
// new owner wants.
func handedOver(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := map[bool]string{true: "Luovutettu polkupyörä kulkee", false: "Luovutettu suksipari kulkee"}[scripts]
		email := map[bool]string{true: coordinator, false: juror}[scripts]
		writer := site.person(t, member)
		people := "/omat-teot/" + writer.drafts(title, nil) + "/tekijat"
		b.carry(writer.cookies)
		b.visit(people)
		b.fill("new_owner", "ei osoite")
		b.press("Tarjoa tekoa")
		if b.answered() != http.StatusUnprocessableEntity || b.value("new_owner") != "ei osoite" {
			t.Errorf("what is no address: status %d", b.answered())
		}
		b.soundInAll("authors-offer-errors")
		b.fill("new_owner", email)
		b.press("Tarjoa tekoa")
		if text := b.text(); !strings.Contains(text, "Teko on sinun, kunnes se on hyväksytty") || !strings.Contains(text, "Teko tarjottu omistettavaksi, voimassa") {
			t.Errorf("the owner is not told how it stands:\n%s", text)
		}
		b.soundInAll("authors-offered")
		heir := open(t, site, usual).carry(site.session(t, email))
		if !scripts {
			heir.withoutScripts()
		}
		offer := heir.mailed(email, "/kutsut/")
		heir.visit(offer)
		heir.soundInAll("offer")
		heir.press("Otan teon vastaan")
		if !strings.Contains(heir.text(), title) {
			t.Errorf("%s does not have the act:\n%s", heir.address(), heir.text())
		}
		b.visit("/omat-teot")
		if !evaluate[bool](b, `[...document.querySelectorAll('main li.sheet')].some(e => e.innerText.includes('`+title+`') && e.innerText.includes('Olet mukana tekijänä.'))`) {
			t.Errorf("the earlier owner is no author now:\n%s", b.text())
		}
		b.visit(people)
		if b.hasField("new_owner") {
			t.Error("who is not the owner any more may offer the act")
		}
		heir.visit(people)
		heir.press("Poista tekijöistä: Inka")
		if status := b.visit(people); status != http.StatusNotFound {
			t.Errorf("who was removed gets %d", status)
		}
	})
}
