package actpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// homeView is the organisation of a coordinator: what it has out, and what it
// is said to have taken into use.
type homeView struct {
	Name, Page string // "" without an organisation
	Stats      []ui.Stat
	Total      int
	List       Query
	Cards      []ui.Card
	ToConfirm  []toConfirm
}

// toConfirm is what somebody has told of the organisation and an act.
type toConfirm struct {
	adopter
	Act act.Act
}

// homeCards is how many acts the page shows before the list.
const homeCards = 6

// Home is the organisation that the viewer coordinates.
func (p Pages) Home(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	var v homeView
	if viewer.OrganizationID == 0 {
		return page.Render(w, r, http.StatusOK, homePage(v))
	}
	o := p.Organizations.Directory().Get(organization.ID(viewer.OrganizationID))
	v.Name, v.Page, v.List = o.Name.In(ctx), "/organisaatiot/"+o.Slug, Query{Page: 1}.with(stats.Organization, o.Slug)
	s := p.Stats.Catalogue().Select(v.List.Filter)
	v.Total, v.Stats = s.Total(), numbers(s, stats.Organization)
	var err error
	if v.Cards, err = p.Cards(ctx, s.Page(stats.Newest, 0, homeCards)); err != nil {
		return err
	}
	if v.ToConfirm, err = p.toConfirm(ctx, viewer); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, homePage(v))
}

func (p Pages) toConfirm(ctx context.Context, viewer account.Account) ([]toConfirm, error) {
	open, err := p.Adoptions.Unconfirmed(ctx, viewer)
	if err != nil {
		return nil, err
	}
	ids := make([]act.ID, len(open))
	for i, x := range open {
		ids[i] = x.ActID
	}
	acts, err := p.Acts.WorkingAll(ctx, viewer, ids)
	if err != nil {
		return nil, err
	}
	of := make(map[act.ID]act.Act, len(acts))
	for _, a := range acts {
		of[a.ID] = a
	}
	var all []toConfirm
	for _, x := range open {
		if a, seen := of[x.ActID]; seen && a.Status.Public() {
			all = append(all, toConfirm{adopter{Adoption: x, Organization: ui.Chip{Label: a.Title, URL: i18n.Path(ctx, "/katso/"+a.Slug)}, CanConfirm: x.CanConfirm(a, viewer)}, a})
		}
	}
	return all, nil
}

var (
	homeT       = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	homeLead    = i18n.T("Olet tämän organisaation koordinaattori.", "Du är koordinator för den här organisationen.", "You are a coordinator of this organisation.")
	homeNone    = i18n.T("Sinua ei ole vielä liitetty organisaatioon. Pyydä ylläpitäjältä.", "Du hör ännu inte till någon organisation. Be administratören.", "You do not belong to an organisation yet. Ask the administrator.")
	homeConfirm = i18n.T("Vahvistettavat käyttöönotot", "Ibruktaganden att bekräfta", "Adoptions to confirm")
	homeHelp    = i18n.T("Joku on kertonut, että organisaationne on kokeillut tekoa tai ottanut sen käyttöön. Vahvista, jos niin on.", "Någon har berättat att er organisation har prövat en gärning eller tagit den i bruk. Bekräfta om det stämmer.", "Somebody has told that your organisation has tried an act or taken it into use. Confirm it if that is so.")
	homeDone    = i18n.T("Kaikki on vahvistettu.", "Allt är bekräftat.", "Everything is confirmed.")
	homeB       = i18n.T("Vahvista", "Bekräfta", "Confirm")
	homeActs    = i18n.T("Organisaation julkaistut teot", "Organisationens publicerade gärningar", "Published acts of the organisation")
	homeRule    = i18n.T("Luku on julkaistut teot, joissa organisaatio on mukana yksin tai muiden kanssa.", "Talet är publicerade gärningar som organisationen gjort ensam eller med andra.", "The number is published acts that the organisation has done, alone or with others.")
	homePublic  = i18n.T("Organisaation julkinen sivu", "Organisationens offentliga sida", "Public page of the organisation")
	homeInvite  = i18n.T("Kutsu työkavereita torille", "Bjud in kolleger till arenan", "Invite colleagues to the portal")
)
