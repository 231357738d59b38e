package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// openCampaign is one that goes on today.
func (p *portal) openCampaign(sectors ...string) campaign.Campaign {
	p.t.Helper()
	today := time.Now().In(i18n.Helsinki()).Truncate(24 * time.Hour)
	c, err := p.site.Campaigns.Create(p.t.Context(), p.accounts["team"], strings.Repeat("0", 31)+"7", campaign.Campaign{
		Name: i18n.T("Hyvä koe", "Bra prov", "Good test"), Pitch: i18n.T("Tule mukaan.", "Kom med.", "Take part."), OpensOn: today.AddDate(0, 0, -2), ClosesOn: today.AddDate(0, 0, 2),
		Basis: campaign.Submitted, CountedFor: campaign.Organization, Public: true, Sectors: sectors,
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return c
}

// A campaign that is over invites nobody: neither its page nor the list says
// why to take part.
func TestACampaignThatIsOverInvitesNobody(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	c := p.openCampaign()
	invited := func(want bool) {
		t.Helper()
		for _, path := range []string{"/kampanjat/" + c.Slug, "/kampanjat"} {
			if w := p.as("visitor", path, nil); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "Tule mukaan.") != want {
				t.Errorf("%s: %d, invites: %t", path, w.Code, !want)
			}
		}
	}
	invited(true)
	c.OpensOn, c.ClosesOn = c.OpensOn.AddDate(0, 0, -9), c.ClosesOn.AddDate(0, 0, -9)
	if err := p.site.Campaigns.Change(t.Context(), p.accounts["team"], c.ID, c.Version, c); err != nil {
		t.Fatal(err)
	}
	p.look()
	invited(false)
}

// The picture that the team sends is shown to everyone in our own drawing, with
// words for those who do not see it, until it is removed.
func TestPictureOfACampaign(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	c := p.openCampaign()
	to := fmt.Sprintf("/ohjelma/kampanjat/%d/kuva", int64(c.ID))
	photo := sent{"tori.jpg", attachmenttest.WithExif(attachmenttest.JPEG(900, 300), 1)}
	said := url.Values{"version": {"1"}, "alt_fi": {"Väkeä torilla"}, "alt_sv": {"Folk på torget"}, "alt_en": {"People on the square"}}
	if w := p.uploadTo("team", to, url.Values{"version": {"1"}}, photo); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "alt_sv") {
		t.Errorf("without words: %d", w.Code)
	}
	if w := p.uploadTo("editor", to, said, photo); w.Code != http.StatusForbidden {
		t.Errorf("an editor: %d", w.Code)
	}
	if w := p.uploadTo("team", to, said, photo); w.Code != http.StatusSeeOther {
		t.Fatalf("saved: %d", w.Code)
	}
	if w := p.uploadTo("team", to, said, photo); w.Code != http.StatusConflict {
		t.Errorf("from a stale page: %d", w.Code)
	}
	for prefix, alt := range map[string]string{"": "Väkeä torilla", "/sv": "Folk på torget", "/en": "People on the square"} {
		if w := p.as("visitor", prefix+"/kampanjat/"+c.Slug, nil); !strings.Contains(w.Body.String(), `alt="`+alt+`"`) {
			t.Errorf("%s: the picture is not described as %q", prefix, alt)
		}
	}
	path := regexp.MustCompile(`/kampanjat/[^" ]+/kuva/[^" ]+`).FindString(p.as("visitor", "/kampanjat/"+c.Slug, nil).Body.String())
	w := p.as("visitor", path, nil)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/jpeg" || strings.Contains(w.Body.String(), "Exif") || !strings.Contains(w.Header().Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%s: %d %v", path, w.Code, w.Header())
	}
	said.Set("version", "2")
	said.Set("action", "remove")
	if w := p.uploadTo("team", to, said); w.Code != http.StatusSeeOther {
		t.Errorf("removed: %d", w.Code)
	}
	if w := p.as("visitor", path, nil); w.Code != http.StatusNotFound {
		t.Errorf("after it was removed: %d", w.Code)
	}
}

// Who sends an act of another sector is told so and offered no campaign; who
// had the page open already is told that the act has not been sent.
func TestAnActOfAnotherSectorIsRefusedKindly(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	other := ""
	for _, s := range p.site.Terms.Lists().Sectors() {
		if s.Code != p.site.Terms.Lists().Current(a.SectorIDs[0]).Code {
			other = s.Code
		}
	}
	c := p.openCampaign(other)
	last := fmt.Sprintf("/ilmoita-teko/%d/", int64(a.ID))
	body := p.as("member", last+"tarkista", nil).Body.String()
	if strings.Contains(body, `value="`+c.Slug+`"`) || !strings.Contains(body, "ottaa mukaan vain muiden toimialojen tekoja") {
		t.Error("the last step offers the campaign, or does not say why not")
	}
	form := url.Values{"version": {fmt.Sprint(a.Version)}, "campaign": {c.Slug}}
	if w := p.as("member", last+"lahetys", form); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "voit lähettää sen ilman kampanjaa") {
		t.Errorf("sent from a page of before: %d", w.Code)
	}
	form.Del("campaign")
	if w := p.as("member", last+"lahetys", form); w.Code != http.StatusSeeOther {
		t.Errorf("sent without the campaign: %d", w.Code)
	}
	if body := p.as("member", "/omat-teot", nil).Body.String(); !strings.Contains(body, "ottaa mukaan vain muiden toimialojen tekoja") || strings.Contains(body, `value="`+c.Slug+`"`) {
		t.Error("the own acts offer the campaign, or do not say why not")
	}
}

// A campaign that has been made says what is next; its page tells of the gala,
// and leads to the awarded once they are out.
func TestACampaignLeadsOn(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	of, prize, _ := p.addPrize(1, campaign.ForOrganization, campaign.ByJury)
	form := url.Values{"form_key": {strings.Repeat("0", 31) + "3"}, "opens_on": {"1.9.2031"}, "closes_on": {"31.10.2031"}, "basis": {"submitted"}, "counted_for": {"organization"}, "gala_at": {"8.12.2031 13.00"}, "public": {"true"}}
	for _, l := range []string{"fi", "sv", "en"} {
		form.Set("name_"+l, "Tuleva "+l)
		form.Set("pitch_"+l, "Kerro, mitä teitte.")
	}
	w := p.as("team", "/ohjelma/kampanjat", form)
	if body := p.as("team", w.Header().Get("Location"), nil).Body.String(); w.Code != http.StatusSeeOther || !strings.Contains(body, "Lisää vielä kuva ja palkinnot") || !strings.Contains(body, "/kuva") {
		t.Errorf("made, %d, and then %s", w.Code, w.Header().Get("Location"))
	}
	p.changed()
	if body := p.as("visitor", "/kampanjat/tuleva-fi", nil).Body.String(); !strings.Contains(body, "8.12.2031 klo 13.00. Palkitut julkistetaan silloin") {
		t.Error("the page does not tell of the gala")
	}
	if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], prize, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	year := fmt.Sprintf(`href="/palkitut/%d">Palkitut %[1]d<`, time.Now().Year())
	leads := func() bool {
		return strings.Contains(p.as("visitor", "/kampanjat/"+of.Slug, nil).Body.String(), year)
	}
	if leads() {
		t.Error("the page leads to awards that are secret")
	}
	p.gala(of)
	if !leads() {
		t.Errorf("the page does not lead to %s", year)
	}
}

// With several campaigns open an act is sent in one of them, or in none; of an
// act that has been returned, and of an update, the last step does not ask.
func TestAnActIsSentInOneOfSeveralCampaigns(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, c := p.draft(), p.openCampaign()
	last := "/ilmoita-teko/" + number(a) + "/tarkista"
	choice := regexp.MustCompile(`<input class="ds-input" type="(\w+)" id="[^"]+" name="campaign" value="([^"]*)"( checked)?`)
	offers := func(want ...string) {
		t.Helper()
		var got []string
		for _, found := range choice.FindAllStringSubmatch(p.as("member", last, nil).Body.String(), -1) {
			got = append(got, strings.Join(found[1:], " "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("the last step offers %q, want %q", got, want)
		}
	}
	var older campaign.Campaign
	for _, other := range p.site.Campaigns.Public() {
		if other.ID != c.ID && other.OpenAt(time.Now()) {
			older = other
		}
	}
	offers("radio "+c.Slug+"  checked", "radio "+older.Slug+" ", "radio  ")
	p.posted("member", "/ilmoita-teko/"+number(a)+"/lahetys", url.Values{"version": {itoa(a.Version)}, "campaign": {older.Slug}}, "/ilmoita-teko/"+number(a)+"/kiitos")
	m, at := p.accounts["moderator"], p.site.Now()
	p.live(a.ID, func(a *act.Act) []error { return []error{a.Take(m, at), a.RequestChanges(m, "Kerro lisää.", at)} })
	offers()
	p.shows("member", last, `Mukana kampanjassa <a href="/kampanjat/`+older.Slug+`"`)
	p.live(a.ID, func(a *act.Act) []error {
		return []error{a.Submit(p.accounts["member"], at), a.Take(m, at), a.Approve(m, nil, at), a.Publish(m, at)}
	})
	p.posted("member", "/omat-teot/"+number(a)+"/kampanja", url.Values{}, "/omat-teot#teko-"+number(a))
	p.posted("member", "/omat-teot/"+number(a)+"/paivitys", url.Values{}, "/ilmoita-teko/"+number(a)+"/tarve")
	offers()
}

// In the days of grace an act is entered while it is sent, too.
func TestALateActIsEnteredWhileItIsSent(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, c := p.draft(), p.openCampaign()
	last := fmt.Sprintf("/ilmoita-teko/%d/tarkista", int64(a.ID))
	offers := func() bool {
		return strings.Contains(p.as("member", last, nil).Body.String(), `name="campaign" value="`+c.Slug+`"`)
	}
	for _, other := range p.site.Campaigns.Public() {
		if other.OpenAt(time.Now()) {
			p.window(&other, time.Now().AddDate(0, 0, -30), time.Now().AddDate(0, 0, -1))
		}
	}
	c, _ = p.site.Campaigns.BySlug(c.Slug)
	if offers() {
		t.Error("a campaign that is over is offered")
	}
	c.LateDays = 3
	p.window(&c, c.OpensOn, c.ClosesOn)
	if !offers() {
		t.Error("a campaign in its days of grace is not offered")
	}
}
