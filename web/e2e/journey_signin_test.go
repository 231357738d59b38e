package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account/accounttest"
)

// TestSigningIn is how people come in, on one portal.
func TestSigningIn(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"by link": byLink, "by password": byPassword, "refused": isRefused, "telling nobody who is known": tellsNobody, "another device is signed out": endsAnother, "forgotten": isForgotten, "invited": isInvited, "by two steps": byTwoSteps, "by passkey": byPasskey, "without a passkey": withoutPasskey, "by the own organisation": byOrganization})
}

// A person signs in by the link in a mail, which works once.
func byLink(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := "matti.uusi@example.fi"
		if scripts {
			email = member
		}
		b.visit("/kirjaudu")
		b.fill("#email", email)
		b.press("Lähetä linkki")
		b.accessible(allRules)
		link := b.mailed(email, "/kirjaudu/linkki/")
		b.visit(link)
		b.soundInAll("sign-in-confirm")
		if b.has("link", "Omat teot") {
			t.Error("opening the link signs in: a mail scanner would have used it up")
		}
		b.press("Kirjaudu")
		b.visit("/oma")
		if !strings.Contains(b.text(), email) {
			t.Errorf("%s does not name %s", b.address(), email)
		}
		other := open(t, b.site, usual)
		other.visit(link)
		other.soundInAll("sign-in-dead-link")
		if other.has("button", "Kirjaudu") {
			t.Error("the link works twice")
		}
	})
}

// Nobody learns from the answer who has an account.
func tellsNobody(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	answer := func(email string) string {
		b.visit("/kirjaudu")
		b.fill("#email", email)
		b.press("Lähetä linkki")
		return strings.ReplaceAll(b.text(), email, "…")
	}
	if known, unknown := answer(moderator), answer("ei.tunneta@example.fi"); known != unknown {
		t.Errorf("a known address is told\n%s\nan unknown one\n%s", known, unknown)
	}
}

// A member of the staff mistypes the password, is not let in, and then is.
func byPassword(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		b.visit("/moderointi")
		if !strings.HasPrefix(b.address(), "/kirjaudu") {
			t.Fatalf("a visitor to /moderointi comes to %s, want the page to sign in", b.address())
		}
		b.fill("#sign-in-email", moderator)
		b.fill("#password", "väärä sana")
		b.press("Kirjaudu")
		if got := b.value("#sign-in-email"); got != moderator {
			t.Errorf("the address is %q after a wrong password", got)
		}
		b.sound("sign-in-refused")
		b.fill("#password", password)
		b.press("Kirjaudu")
		if got := b.address(); got != "/moderointi" {
			t.Errorf("signed in, the moderator comes to %s, want where they were going", got)
		}
		b.visit("/oma")
		b.press("Kirjaudu ulos kaikkialta")
		b.visit("/moderointi")
		if !strings.HasPrefix(b.address(), "/kirjaudu") {
			t.Errorf("after signing out %s is open", b.address())
		}
	})
}

// signInB is the button that signs in, by language.
var signInB = map[string]string{"fi": "Kirjaudu", "sv": "Logga in", "en": "Sign in"}

// A wrong password is told of in each language, and leaves the address.
func isRefused(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		for _, v := range threeTongues {
			b.look(v)
			b.visit("/kirjaudu")
			b.fill("#sign-in-email", coordinator)
			b.fill("#password", "väärä sana")
			b.press(signInB[v.lang])
			if got := b.value("#sign-in-email"); got != coordinator || b.answered() < http.StatusBadRequest {
				t.Errorf("%s: after a wrong password %d, the address is %q", v.lang, b.answered(), got)
			}
			b.sound("sign-in-refused")
		}
	})
}

// refusesTheCode types a wrong code on the page of the second step in each
// language.
func (b *tab) refusesTheCode() {
	b.t.Helper()
	step, _, _ := strings.Cut(b.address(), "?")
	for _, v := range threeTongues {
		b.look(v)
		b.visit(step)
		b.sound("second-step")
		b.fill("code", "000000")
		b.press(signInB[v.lang])
		b.sound("second-step-errors")
	}
}

// A person sees a device that they have lost, and signs it out.
func endsAnother(t *testing.T, site *portal) {
	once(t)
	for name, scripts := range map[string]bool{"raati@example.fi": true, "sparraaja@example.fi": false} {
		b, lost := open(t, site, usual).carry(site.session(t, name)), open(t, site, usual).carry(site.session(t, name))
		if !scripts {
			b.withoutScripts()
		}
		lost.visit("/oma")
		b.visit("/oma")
		b.soundInAll("account-devices")
		b.press("Kirjaudu ulos laitteelta")
		if text := b.text(); !strings.Contains(text, "Laite on kirjattu ulos.") || b.has("button", "Kirjaudu ulos laitteelta") {
			t.Errorf("the device is not gone:\n%s", text)
		}
		lost.visit("/oma")
		if !strings.HasPrefix(lost.address(), "/kirjaudu") {
			t.Errorf("on the lost device %s is open", lost.address())
		}
	}
}

// A person takes an app into use, and signs in with its code, then with a
// recovery code.
func byTwoSteps(t *testing.T, site *portal) {
	once(t)
	for email, scripts := range map[string]bool{"moderoija2@example.fi": true, "ohjelma@example.fi": false} {
		b := open(t, site, usual)
		if !scripts {
			b.withoutScripts()
		}
		signIn := func() {
			b.visit("/kirjaudu?next=/oma")
			b.fill("#sign-in-email", email)
			b.fill("#password", password)
			b.press("Kirjaudu")
		}
		signIn()
		b.follow("Ota käyttöön tai vaihda")
		app := b.takesAnApp()
		b.sound("second-factor-recovery-codes")
		b.look(view{"fi", "dark", 320})
		b.sound("second-factor-recovery-codes")
		b.look(usual)
		recovery := evaluate[string](b, `document.querySelector('main code').textContent`)
		b.follow("Koodit ovat tallessa")
		b.follow("Ota käyttöön tai vaihda")
		b.soundInAll("second-factor-on")
		b.press("Tee uudet varakoodit")
		b.soundInAll("second-factor-on-errors")
		for _, code := range []string{accounttest.NextCode(t, app), recovery} {
			b.visit("/oma")
			b.press("Kirjaudu ulos")
			signIn()
			if code == recovery { // a few wrong ones are enough to wait for
				b.refusesTheCode()
			}
			b.fill("code", code)
			b.press("Kirjaudu")
			if got := b.address(); got != "/oma" {
				t.Fatalf("with the code %s comes to %s:\n%s", email, got, b.text())
			}
		}
	}
}

// takesAnApp takes an app into use for signing in, and is its secret.
func (b *tab) takesAnApp() string {
	b.t.Helper()
	b.press("Ota käyttöön")
	b.sound("second-factor-enrol")
	app := evaluate[string](b, `document.querySelector('main strong.num').textContent`)
	b.fill("code", accounttest.CodeAt(b.t, app, time.Now()))
	b.press("Vahvista koodi")
	return app
}

// A person tells of an act, and then wants to be forgotten.
func isForgotten(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := fmt.Sprintf("unohda.minut.%t@example.fi", scripts)
		b.visit("/kirjaudu")
		b.fill("#email", email)
		b.press("Lähetä linkki")
		b.visit(b.mailed(email, "/kirjaudu/linkki/"))
		b.press("Kirjaudu")
		b.visit("/ilmoita-teko")
		b.fill("organization", "Limingan kunta")
		b.press("Tallenna ja jatka")
		b.visit("/oma")
		b.follow("Kopioi tai poista tietosi")
		if !strings.Contains(b.text(), "1 luonnos, jota et ole lähettänyt") {
			t.Errorf("the page does not tell that the draft goes:\n%s", b.text())
		}
		b.soundInAll("own-data")
		var told struct{ Account, Acts []map[string]any }
		if err := json.Unmarshal(site.getAs(t, b.kept(), "/oma/tiedot.json"), &told); err != nil || !b.has("link", "Lataa kopio") || told.Account[0]["email"] != email || told.Acts[0]["status"] != "draft" {
			t.Errorf("the copy of their data: %v, %v", told, err)
		}
		b.fill("email", "joku.muu@example.fi")
		b.press("Poista tunnukseni")
		b.soundInAll("own-data-errors")
		b.fill("email", email)
		b.press("Poista tunnukseni")
		if got := b.address(); got != "/kirjaudu/poistettu" {
			t.Fatalf("forgotten, the person comes to %s:\n%s", got, b.text())
		}
		b.visit("/omat-teot")
		if !strings.HasPrefix(b.address(), "/kirjaudu") {
			t.Errorf("forgotten, %s is open", b.address())
		}
	})
}

// mailed is the newest link of a kind in a mail to somebody.
func (b *tab) mailed(to, below string) string {
	b.t.Helper()
	var link string
	b.until("a mail to "+to, func() bool {
		b.visit("/dev/posti")
		link = evaluate[string](b, `(() => {
			const letter = [...document.querySelectorAll('main article')].find(a => a.textContent.includes('`+to+`') && a.querySelector('a[href*="`+below+`"]'));
			return letter ? letter.querySelector('a[href*="`+below+`"]').href : '';
		})()`)
		return link != ""
	})
	return link
}

// enrols begins two-step sign-in, unless it is begun.
func (b *tab) enrols() int {
	b.t.Helper()
	if b.has("button", "Ota käyttöön") {
		b.press("Ota käyttöön")
	}
	return b.answered()
}
