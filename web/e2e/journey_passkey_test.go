package e2e

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/webauthn"

	"tekojentori.fi/tori/internal/account/accounttest"
)

// device gives the browser an authenticator that knows its owner.
func (b *tab) device() webauthn.AuthenticatorID {
	b.t.Helper()
	call(b, webauthn.Enable, webauthn.EnableParams{})
	return call(b, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{Options: &webauthn.VirtualAuthenticatorOptions{
		Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
		HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
	}}).AuthenticatorID
}

// twoSteps takes two-step sign-in into use and is its recovery codes.
func (b *tab) twoSteps() []string {
	b.t.Helper()
	b.visit("/oma/vahvistus")
	b.press("Ota käyttöön")
	app := evaluate[string](b, `document.querySelector('main strong.num').textContent`)
	b.fill("code", accounttest.CodeAt(b.t, app, time.Now()))
	b.press("Vahvista koodi")
	return strings.Fields(evaluate[string](b, `[...document.querySelectorAll('main code')].map(c => c.textContent).join(' ')`))
}

// A person adds a passkey and comes in by it, until it is removed.
func byPasskey(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	b.device()
	b.visit("/kirjaudu?next=/oma/vahvistus")
	b.fill("#sign-in-email", "toimitus@example.fi")
	b.fill("#password", password)
	b.press("Kirjaudu")
	codes := b.twoSteps()
	b.visit("/oma/vahvistus")
	b.fill("code", "000000")
	b.press("Lisää pääsyavain")
	b.sound("second-factor-on-errors")
	b.fill("code", codes[0])
	b.press("Lisää pääsyavain")
	b.sound("passkey-new")
	b.fill("name", "")
	b.press("Luo pääsyavain")
	b.sound("passkey-new-errors")
	b.fill("name", "Työpuhelin")
	b.press("Luo pääsyavain")
	b.until("the passkey is told of", func() bool { return b.address() == "/oma/vahvistus" && strings.Contains(b.text(), "Työpuhelin") })
	b.soundInAll("passkeys")

	out := func() {
		b.visit("/oma")
		b.press("Kirjaudu ulos")
		b.visit("/kirjaudu?next=/oma/vahvistus")
	}
	out()
	b.press("Käytä pääsyavainta") // the page that follows asks by itself
	b.until("the passkey opens, and its use is told", func() bool {
		return b.address() == "/oma/vahvistus" && strings.Contains(b.text(), "käytetty viimeksi")
	})
	b.press("Poista Työpuhelin")
	out()
	b.press("Käytä pääsyavainta")
	b.until("a removed passkey is refused", func() bool { return strings.Contains(b.text(), "ei kelvannut") })
	b.sound("passkey-refused")
	b.visit("/oma")
	if b.address() == "/oma" {
		t.Error("a removed passkey lets in")
	}
}

// Without a device, or without scripts, the page says what else there is. An
// answer works once.
func withoutPasskey(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	b.withoutScripts()
	b.visit("/kirjaudu")
	b.press("Käytä pääsyavainta")
	b.sound("passkey-sign-in")
	if !strings.Contains(b.text(), "tarvitsee JavaScriptin") {
		t.Errorf("without scripts the page says:\n%s", b.text())
	}
	b.press("Käytä pääsyavainta")
	if got := b.answered(); got != http.StatusUnprocessableEntity {
		t.Errorf("no answer is answered by %d", got)
	}
	b.follow("Kirjaudu muulla tavalla")
	if got := b.address(); got != "/kirjaudu" {
		t.Errorf("the other way is %s", got)
	}
}
