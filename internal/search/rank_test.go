package search_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

// TestOrder: what an act is about comes before what it mentions. Each query
// has its acts in a list of its own, the oldest first: of equals it would come
// last.
func TestOrder(t *testing.T) {
	t.Parallel()
	full := fitest.Open(t)
	text := func(title, brief, body string) search.Document {
		return search.Document{Lang: "fi", Title: title, Brief: []string{brief}, Body: []string{body}}
	}
	for q, docs := range map[string][]search.Document{
		"keittiö":  {text("Uusi tapa", "Keittiö sai vaa’an.", ""), text("Lenkille", "", "Keittiö oli kiinni.")},
		"raportti": {text("Hiljaisuus", "", "Raportti ja raportit, raportin jälkeen."), text("Lenkille", "", "Raportti luettiin.")},
		"tekoäly":  {text("Muistiot", "", "Tekoäly auttaa. Kielimalli kirjoittaa."), text("Lenkille", "", "Tekoäly mainittiin.")},
		"rengaspaikka": {
			text("Kesä", "", "Rengas vaihdettiin."), text("Paikka", "", "Rannalla."),
			text("Paikka", "", "Metsässä."), text("Paikka", "", "Kylällä."), text("Paikka", "", "Torilla."),
		},
		"kestävä kehitys": {
			text("Lenkille", "", "Kestävä kehitys on vuoden aihe."), text("Kestävät kokoukset", "", "Kehitys on hidas, mutta kokoukset kestävät."),
			text("Kestävät kokoukset", "", "Kehitys on hidas, mutta kokoukset kestävät."), text("Kestävät kengät", "", "Kehitys on hidas."),
		},
		"liian monta retkeä": {
			text("Retki", "Retki metsään.", ""), text("Talkoot", "", "Liian monta kertaa käytiin retkellä."),
			text("Talkoot", "", "Liian monta kertaa käytiin retkellä."), text("Talkoot", "", "Liian monta kertaa käytiin retkellä."),
		},
		"huonekalut": {text("Kalusteet kiertoon", "", ""), text("Saman pöydän ääressä", "", ""), text("Kahden tuolin välissä", "", "")},
		"uuden opettajan tukeminen": {
			text("Uuden opettajan kysymykset", "", "Vastauksia löytyi."),
			text("Lenkille", "", "Uutta oli, että hän tukee, ja opettajakin ehti."),
			text("Metsään", "", "Uutta oli, että hän tukee, ja opettajakin ehti."),
			text("Järvelle", "", "Uutta oli, että hän tukee, ja opettajakin ehti."),
			text("Rannalle", "", "Uutta oli, että hän tukee, ja opettajakin ehti."),
			text("Kotiin", "", "Uutta oli, että hän tukee, ja opettajakin ehti."),
		},
	} {
		x, db := newIndex(t, full)
		for i := range docs {
			docs[i].ActID, docs[i].PublishedAt = int64(i+1), day.AddDate(0, 0, i)
		}
		put(t, db, x, docs...)
		if got := find(t, x, q).Hits; len(got) == 0 || got[0] != 1 {
			t.Errorf("%s: %v", q, got)
		}
	}
}

// TestDistant: what is related to a synonym is shown when there is little else.
func TestDistant(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	put(t, db, x, doc(1, "Hoivakoti"), doc(2, "Ikäihminen"), doc(3, "Satama"))
	if diff := cmp.Diff([]int64{2, 1}, find(t, x, "seniori").Hits); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i := range int64(10) {
		put(t, db, x, doc(10+i, "Seniori"))
	}
	if got := find(t, x, "seniori").Hits; len(got) != 11 {
		t.Errorf("many others, and still %v", got)
	}
}

// TestDoubted: without the dictionary kirjasot has the stem of kirjasimme.
func TestDoubted(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	put(t, db, x, doc(1, "Me kirjasimme"), doc(2, "Kirjasto aukeaa"), doc(3, "Meidän kirjasto"))
	if r := find(t, x, "kirjasot"); r.Corrected != "kirjasto" {
		t.Errorf("corrected %q, found %v", r.Corrected, r.Hits)
	}
	for _, q := range []string{"kirjasimme", "kirjaston"} {
		if r := find(t, x, q); r.Corrected != "" {
			t.Errorf("%s: corrected %q", q, r.Corrected)
		}
	}
}
