package moderationpage

import (
	"fmt"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/web/page"
)

// mergeHits is how many acts are offered to merge into.
const mergeHits = 20

// mergeView is the choice of an act to merge into.
type mergeView struct {
	Act   act.Act
	Asked string // words of the title, or the address
	Found []act.Summary
	Part  selection
	Pages Pages
}

// MergeForm finds an act to merge another one into: both are read side by side
// before that is done.
func (p Pages) MergeForm(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	v := mergeView{Asked: strings.TrimSpace(r.URL.Query().Get("haku")), Pages: p}
	v.Asked = strings.ToValidUTF8(v.Asked[:min(len(v.Asked), limit.Query)], "")
	if v.Part, err = p.selection(r); err != nil {
		return err
	}
	if v.Act, err = p.Acts.Find(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if v.Act.Status != act.Published || !v.Act.CanReview(page.Viewer(r)) {
		return fmt.Errorf("merge %v, which is %s: %w", id, v.Act.Status, fault.NotFound)
	}
	if v.Asked != "" {
		words := v.Asked
		if at := strings.LastIndex(words, "/katso/"); at >= 0 { // its address
			slug, _, _ := strings.Cut(words[at+len("/katso/"):], "?")
			if other, err := p.Acts.BySlug(r.Context(), page.Viewer(r), slug); err == nil {
				words = other.Title
			}
		}
		if v.Found, _, err = p.Acts.Listed(r.Context(), page.Viewer(r), act.Listing{Text: words, Status: act.Published}, 0, mergeHits); err != nil {
			return err
		}
	}
	return page.Render(w, r, http.StatusOK, mergeForm(v))
}

// Merge lets the act lead to another one.
func (p Pages) Merge(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	other, err := page.ID[act.ID](r, "other")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	if err := p.Moderation.Merge(r.Context(), page.Viewer(r), id, version, other); err != nil {
		return err
	}
	if err := p.Flash(w, r, mergedF.In(r.Context())); err != nil {
		return err
	}
	return p.back(w, r, other, "")
}

// merges reports whether the first of the two can be merged into the other.
func (p pair) merges() bool {
	return p.Act.Status == act.Published && !p.Act.Updating && p.Other.Status == act.Published && p.Act.CanReview(p.Viewer)
}

// post is where the form that merges the two goes.
func (p pair) post() string {
	return fmt.Sprintf("/moderointi/teot/%d/rinnalla/%d/yhdistys%s", int64(p.Act.ID), int64(p.Other.ID), p.Part.at(1).query())
}

var (
	mergeT  = i18n.T("Yhdistä toiseen tekoon", "Slå ihop med en annan gärning", "Merge into another act")
	mergeH  = i18n.T("Tämän teon osoite johtaa sen jälkeen toiseen tekoon, jonka sivulla tämä teko ja sen organisaatio mainitaan. Tekijälle kerrotaan. Yhdistämistä ei voi perua.", "Gärningens adress leder därefter till den andra gärningen, på vars sida den här gärningen och dess organisation nämns. Upphovspersonen får veta det. Sammanslagningen kan inte ångras.", "The address of this act then leads to the other one, whose page names this act and its organisation. The author is told. It cannot be undone.")
	mergeL  = i18n.T("Mihin tekoon", "Med vilken gärning", "Into which act")
	mergeLH = i18n.T("Sanoja teon otsikosta tai teon osoite.", "Ord i gärningens rubrik eller gärningens adress.", "Words of its title, or its address.")
	findB   = i18n.T("Etsi", "Sök", "Find")
	nothing = i18n.T("Julkaistua tekoa ei löytynyt. Kokeile yhtä sanaa otsikosta.", "Ingen publicerad gärning hittades. Pröva med ett ord i rubriken.", "No published act was found. Try one word of the title.")
	lookT   = i18n.T("Lue teot rinnakkain ennen yhdistämistä", "Läs gärningarna sida vid sida före sammanslagningen", "Read the two side by side before merging")
	mergeB  = i18n.T("Yhdistä: %s → %s", "Slå ihop: %s → %s", "Merge: %s → %s")
	mergedF = i18n.T("Teot on yhdistetty.", "Gärningarna har slagits ihop.", "The acts have been merged.")
)
