package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// A form is where a field of the table of limits is typed.
type form struct {
	who, path, name string // name of the field there
	rest            url.Values
	shown           string // page that shows the limit; "": no page counts
	act             act.ID // whose version the form has; 0: none
}

// formsOf is the form of each field of the table.
func (p *portal) formsOf() map[string]form {
	a := p.draft()
	picture := attachmenttest.Ready(p.t, p.site.Attachments, p.accounts["member"], a, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(9, 9)))
	public := p.published(1, func(*act.Content) {})
	moderated := p.published(2, func(*act.Content) {})
	p.settle("coordinator", partnering)
	shared := p.published(6, func(c *act.Content) { c.PartnerIDs = []organization.ID{partnering} })
	joined, other := p.published(3, func(*act.Content) {}), p.published(4, func(*act.Content) {})
	next := url.Values{"action": {"next"}}
	step := func(slug, name, shown string) form {
		path := fmt.Sprintf("/ilmoita-teko/%d/%s", int64(a.ID), slug)
		if shown != "" {
			shown = path
		}
		return form{"member", path, name, next, shown, a.ID}
	}
	oma := url.Values{"name": {"Aino"}, "language": {"fi"}}
	note := url.Values{"state": {"in_use"}}
	p.settle("member", 9)
	taken := p.live(p.waits(3).ID, func(a *act.Act) []error { return []error{a.Take(p.accounts["moderator"], p.site.Now())} })
	review := fmt.Sprintf("/moderointi/teot/%d", int64(taken.ID))
	owned := p.live(p.waits(5).ID, func(a *act.Act) []error {
		m, now := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, now), a.Approve(m, nil, now), a.Publish(m, now)}
	})
	all := map[string]form{
		"comment": {"moderator", review + "/huomiot", "body", url.Values{"section": {"need"}}, "", 0}, "moderators note": {"moderator", review + "/muistiinpanot", "body", url.Values{}, "", 0},
		"message to authors":    {"moderator", review + "/viestit", "body", url.Values{}, "", 0},
		"message to moderators": {"coach", "/omat-teot/" + number(owned) + "/viestit", "body", url.Values{}, "/omat-teot/" + number(owned) + "/viestit", 0},
		"question":              {"moderator", review + "/mielipiteet", "question", url.Values{"adviser": {fmt.Sprint(int64(p.accounts["admin"].ID))}}, review, 0},
		"reason to delete":      {"coach", "/omat-teot/" + number(owned) + "/poisto", "reason", url.Values{}, "", 0}, // it waits then, and the form is gone
		"answer":                {"moderator", fmt.Sprintf("/moderointi/poistopyynnot/%d", int64(p.removal(moderated))), "answer", url.Values{"decision": {"no"}}, "", 0},
		"reason":                {"moderator", fmt.Sprintf("/moderointi/teot/%d/piilotus", int64(moderated.ID)), "reason", url.Values{}, "", moderated.ID},
		"note":                  {"member", "/katso/" + public.Slug + "/kayttoonotto", "note", note, "/katso/" + public.Slug, 0}, "message": {"member", "/palaute", "message", url.Values{"topic": {"portal"}}, "/palaute", 0},
		"partner note":  {"coordinator", partner.Path(shared.ID), "note", url.Values{}, "", 0}, // said once
		"greeting":      {"member", "/katso/" + joined.Slug + "/mukaan", "greeting", url.Values{}, "/katso/" + other.Slug + "/mukaan", 0},
		"page":          {"member", "/palaute", "page", url.Values{"topic": {"portal"}, "message": {"x"}}, "", 0},
		"export reason": {"team", "/ohjelma/viennit", "reason", url.Values{"format": {"csv"}, "personal": {"true"}}, "/ohjelma/viennit", 0},
		"canned name":   {"moderator", "/moderointi/tekstit/uusi", "name", url.Values{"body_fi": {"a"}, "body_sv": {"a"}, "body_en": {"a"}}, "", 0},
		"report name":   {"team", "/ohjelma/tilastot", "name", url.Values{"query": {"rivit=teema"}}, "", 0},
		"account name":  {"member", "/oma", "name", oma, "", 0}, "account title": {"member", "/oma", "title", oma, "", 0}, "account phone": {"member", "/oma", "phone", oma, "", 0},
		"line": {"admin", "/yllapito/haku/synonyymit", "line", url.Values{}, "", 0}, "lemma": {"admin", "/yllapito/haku/sanat", "lemma", url.Values{"model": {"arviointi"}}, "", 0}, "model": {"admin", "/yllapito/haku/sanat", "model", url.Values{"lemma": {"x"}}, "", 0}, "query": {"admin", "/yllapito/haku/nostot", "query", url.Values{"act": {public.Slug}}, "", 0},
		"alt": step("yhteystiedot", picture.AltField(), "yes"), "tags": step("tulokset", "tags", ""), "approach": step("ratkaisu", "approach", "yes"),
	}
	for slug, names := range map[string][]string{
		"tyopaikka": {"organization", "unit", "locality"}, "yhteystiedot": {"contact_name", "contact_title", "contact_phone", "contact_organization", "links"},
	} {
		for _, name := range names {
			all[name] = step(slug, name, "")
		}
	}
	for slug, names := range map[string][]string{"tarve": {"title", "need"}, "tulokset": {"results", "lessons", "lead"}} {
		for _, name := range names {
			all[name] = step(slug, name, "yes")
		}
	}
	return all
}

// Every field takes as much as the table says, and tells of its limit when
// there is more; a form that counts counts to the same number.
func TestFieldsTakeWhatTheTableSays(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	forms := p.formsOf()
	for _, row := range limit.Rows() {
		for _, field := range row.Fields {
			f, ok := forms[field]
			if !ok {
				t.Errorf("the test has no form for %s", field)
				continue
			}
			delete(forms, field)
			said := fmt.Sprintf("Lyhennä: enintään %d merkkiä", row.Characters)
			for _, extra := range []int{1, 0} { // what is taken may change what comes next
				told := extra > 0
				w := p.fill(f, field, row.Characters+extra)
				body := strings.ReplaceAll(w.Body.String(), "\u00a0", "")
				if got := w.Code == http.StatusUnprocessableEntity && strings.Contains(body, said); got != told || w.Code >= 500 {
					t.Errorf("%s of %d characters: %d, told of the limit %t", field, row.Characters+extra, w.Code, got)
				}
			}
			if f.shown != "" && !strings.Contains(p.as(f.who, f.shown, nil).Body.String(), fmt.Sprintf(`data-count-for="%s" data-max="%d"`, f.name, row.Characters)) {
				t.Errorf("the form of %s does not count to %d", field, row.Characters)
			}
		}
	}
	for field := range forms {
		t.Errorf("%s stands in no row", field)
	}
}

// fill posts a form with so many characters in its field.
func (p *portal) fill(f form, field string, characters int) *httptest.ResponseRecorder {
	p.t.Helper()
	text := "ab " + strings.Repeat("ä", characters-3)
	if field == "links" {
		text = "https://example.fi/" + strings.Repeat("a", characters-19)
	}
	form := maps.Clone(f.rest)
	form.Set(f.name, text)
	form.Set("form_key", fmt.Sprintf("%032d", characters))
	if f.act != 0 {
		form.Set("version", itoa(p.versionOf(f.act)))
	}
	return p.as(f.who, f.path, form)
}

func (p *portal) versionOf(id act.ID) int {
	p.t.Helper()
	n, err := postgres.Value[int](p.t.Context(), p.db, "SELECT version FROM act WHERE id = $1", id)
	if err != nil {
		p.t.Fatal(err)
	}
	return n
}
