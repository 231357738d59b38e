package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
)

// An author asks, the moderators see it waiting, one answers without a name, and
// each message is mailed once, however often the button is pressed.
func TestAuthorsAndModeratorsWriteToEachOther(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.jointly("Kysyvän tekijän teko")
	if _, err := p.db.Exec(t.Context(), "UPDATE account SET name = 'Maija Nimetön' WHERE id = $1", p.accounts["moderator"].ID); err != nil {
		t.Fatal(err)
	}
	own, desk := "/omat-teot/"+number(a)+"/viestit", "/moderointi/teot/"+number(a)
	said := func(key, body string) url.Values {
		return url.Values{"form_key": {strings.Repeat("0", 31) + key}, "body": {body}}
	}
	p.shows("member", "/omat-teot", own)
	if w := p.as("member", own, said("1", " ")); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("nothing said: %d", w.Code)
	}
	for range 2 {
		p.posted("member", own, said("2", "Saako <b>kuvan</b> vielä vaihtaa?"), own+"#viestit")
	}
	p.shows("moderator", "/moderointi", "1 teon tekijä odottaa vastausta")
	p.shows("moderator", "/moderointi/viestit", "Kysyvän tekijän teko", "Saako &lt;b&gt;kuvan&lt;/b&gt; vielä vaihtaa?", "Testi Testinen, ", "kuka tahansa moderoija voi vastata")
	p.posted("moderator", desk+"/otto", url.Values{"version": {itoa(p.find(a).Version)}}, desk)
	p.shows("moderator", "/moderointi/viestit", "Teko on sinun käsiteltävänäsi.")
	p.shows("admin", "/moderointi/viestit", "Tekoa käsittelee Maija Nimetön.")
	p.shows("moderator", desk, "Saako &lt;b&gt;kuvan&lt;/b&gt;", "Ei tarvitse vastausta", `<a href="#viesti">Tekijän viesti odottaa vastausta</a>`)
	p.posted("moderator", desk+"/viestit", said("3", "Saa, ennen julkaisua."), desk+"#viesti")
	p.shows("moderator", "/moderointi/viestit", "Kaikkiin on vastattu")
	p.shows("moderator", desk, "Maija Nimetön, moderoija, ", "Testi Testinen, tekijä, ")
	if strings.Contains(p.as("moderator", desk, nil).Body.String(), "odottaa vastausta") {
		t.Error("an answered message is said to wait")
	}
	p.shows("member", own, "Saa, ennen julkaisua.", "Moderoija, ")
	if body := p.as("member", own, nil).Body.String(); strings.Contains(body, "Maija Nimetön") {
		t.Error("the author reads which moderator wrote")
	}
	for subject, to := range map[string]string{"Viesti teosta": "moderator", "Moderoija kirjoitti teostasi": "member"} {
		got, err := postgres.Values[string](t.Context(), p.db, "SELECT recipient FROM mail_message WHERE strpos(subject, $1) > 0", subject)
		if err != nil || len(got) != 1 || got[0] != p.accounts[to].Email {
			t.Errorf("%q went to %v, %v", subject, got, err)
		}
	}
	for _, thanks := range []string{"4", "5"} {
		p.posted("member", own, said(thanks, "Kiitos "+thanks), own+"#viestit")
	}
	p.shows("moderator", "/moderointi/viestit", "2 viestiä odottaa vastausta", "Kiitos 5")
	p.posted("moderator", desk+"/viestit/luetut", url.Values{}, desk+"#viesti")
	p.shows("moderator", "/moderointi/viestit", "Kaikkiin on vastattu")
	for _, who := range []string{"editor", "team", "moderator", "admin"} {
		if w := p.as(who, own, nil); w.Code != http.StatusNotFound && w.Code != http.StatusForbidden {
			t.Errorf("%s reads the messages: %d", who, w.Code)
		}
		if w := p.as(who, own, said("6", "Väliin.")); w.Code != http.StatusNotFound {
			t.Errorf("%s writes as an author: %d", who, w.Code)
		}
	}
}
