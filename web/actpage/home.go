package actpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const (
	homePath = "/oma/organisaatio"
	fromHome = "oma" // a form on that page, which leads back there
)

// homeView is the organisation of a coordinator: who and what waits for them,
// what is coming and what is out.
type homeView struct {
	Viewer     account.Account
	Name, Page string    // "" without an organisation
	Numbers    []ui.Stat // of its acts
	Turns      []ui.Stat // of its people, and what waits for them
	Asking     []membership.Asking
	ToConfirm  []toConfirm
	Coming     []act.Summary
	Drafts     []opening.Listed
	Joint      []joint
	Members    []account.Account
	Total      int
	List       Query
	Cards      []ui.Card
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
	v := homeView{Viewer: viewer}
	if viewer.OrganizationID == 0 {
		return page.Render(w, r, http.StatusOK, homePage(v))
	}
	o := p.Organizations.Directory().Get(organization.ID(viewer.OrganizationID))
	v.Name, v.Page, v.List = o.Name.In(ctx), "/organisaatiot/"+o.Slug, Query{Page: 1}.with(stats.Organization, o.Slug)
	s := p.Stats.Catalogue().Select(v.List.Filter)
	v.Total = s.Total()
	var err error
	if v.Cards, err = p.Cards(ctx, s.Page(stats.Newest, 0, homeCards)); err != nil {
		return err
	}
	if err := p.homeJoint(ctx, &v); err != nil {
		return err
	}
	if v.ToConfirm, err = p.toConfirm(ctx, viewer); err != nil {
		return err
	}
	if err := p.homePeople(ctx, &v, o.ID); err != nil {
		return err
	}
	v.count(ctx)
	return page.Render(w, r, http.StatusOK, homePage(v))
}

// homePeople adds what is the organisation's own.
func (p Pages) homePeople(ctx context.Context, v *homeView, o organization.ID) (err error) {
	if v.Coming, err = p.Acts.Coming(ctx, v.Viewer, o); err != nil {
		return err
	}
	if v.Asking, err = p.Members.WaitingFor(ctx, v.Viewer, o); err != nil {
		return err
	}
	if v.Drafts, err = p.Openings.To(ctx, v.Viewer); err != nil {
		return err
	}
	v.Members, err = p.Members.Members(ctx, v.Viewer, o)
	return err
}

// joint is an act that names the organisation as a partner, or would.
type joint struct {
	partner.Joint
	Lead string // the organisation that tells about it
}

func (p Pages) homeJoint(ctx context.Context, v *homeView) error {
	all, err := p.Partners.Of(ctx, v.Viewer)
	for _, j := range all {
		v.Joint = append(v.Joint, joint{j, p.Organizations.Directory().Name(ctx, j.OrganizationID)})
	}
	return err
}

// count is the numbers at the top, each leading to what it counts.
func (v *homeView) count(ctx context.Context) {
	v.Numbers = []ui.Stat{
		{Count: v.Total, Label: counted(homeOutN, homeOut1, v.Total), URL: i18n.Path(ctx, v.List.URL())},
		{Count: len(v.Coming), Label: homeComingN, URL: "#tulossa"},
		{Count: len(v.Joint), Label: counted(homeJointN, homeJoint1, len(v.Joint)), URL: "#yhteiset"},
		{Count: len(v.Drafts), Label: counted(homeDraftsN, homeDraft1, len(v.Drafts)), URL: "#luonnokset"},
	}
	v.Turns = []ui.Stat{
		{Count: len(v.Members), Label: counted(homeMembersN, homeMember1, len(v.Members)), URL: "#jasenet"},
		{Count: len(v.Asking), Label: counted(homeAskingN, homeAsking1, len(v.Asking)), URL: "#pyynnot"},
		{Count: len(v.ToConfirm), Label: counted(homeConfirmN, homeConfirm1, len(v.ToConfirm)), URL: "#vahvistettavat"},
	}
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
