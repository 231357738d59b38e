package adminpage

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const (
	peoplePath    = "/yllapito/henkilot"
	peoplePerPage = 50
)

type peopleView struct {
	Text  string
	Role  account.Role
	Page  int
	Last  int
	Total int
	List  []account.Account
	Roles []ui.Option
}

// People is everyone who has an account, by name and by role.
func (p Pages) People(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	v := peopleView{Text: cut(q.Get("haku"), limit.Query), Role: account.Role(q.Get("rooli")), Page: 1}
	if v.Role != "" && !slices.Contains(account.Roles(), v.Role) {
		return fmt.Errorf("role %q: %w", v.Role, fault.NotFound)
	}
	if text := q.Get("sivu"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 1_000_000 {
			return fmt.Errorf("page %q: %w", text, fault.BadRequest)
		}
		v.Page = n
	}
	var err error
	v.List, v.Total, err = p.Accounts.People(r.Context(), page.Viewer(r), account.Search{Text: v.Text, Role: v.Role, Offset: (v.Page - 1) * peoplePerPage, Limit: peoplePerPage})
	if err != nil {
		return err
	}
	v.Last = max(1, (v.Total+peoplePerPage-1)/peoplePerPage)
	if v.Page > v.Last {
		return fmt.Errorf("page %d of %d: %w", v.Page, v.Last, fault.NotFound)
	}
	v.Roles = append(v.Roles, ui.Option{Label: anyRole.In(r.Context()), Chosen: v.Role == ""})
	for _, role := range account.Roles() {
		v.Roles = append(v.Roles, ui.Option{Value: string(role), Label: ui.RoleName(role).In(r.Context()), Chosen: v.Role == role})
	}
	return page.Render(w, r, http.StatusOK, people(v))
}

// at is the address of another page of the same people.
func (v peopleView) at(ctx context.Context, n int) string {
	values := url.Values{}
	for name, value := range map[string]string{"haku": v.Text, "rooli": string(v.Role)} {
		if value != "" {
			values.Set(name, value)
		}
	}
	if n > 1 {
		values.Set("sivu", strconv.Itoa(n))
	}
	if len(values) == 0 {
		return i18n.Path(ctx, peoplePath)
	}
	return i18n.Path(ctx, peoplePath+"?"+values.Encode())
}

type personView struct {
	account.Account
	Roles []ui.Option
	Works string // the organisation that they belong to; "": none
	Ends  bool   // the viewer may end that
	Self  bool   // nobody changes their own roles
}

// Person is one account, and what an administrator may do to it.
func (p Pages) Person(w http.ResponseWriter, r *http.Request) error {
	a, err := p.person(r)
	if err != nil {
		return err
	}
	v := personView{Account: a, Self: a.ID == page.Viewer(r).ID}
	if a.OrganizationID != 0 {
		v.Works, v.Ends = p.Organizations.Directory().Name(r.Context(), organization.ID(a.OrganizationID)), membership.CanEnd(page.Viewer(r), a)
	}
	for _, role := range account.Roles() {
		v.Roles = append(v.Roles, ui.Option{Value: string(role), Label: ui.RoleName(role).In(r.Context()), Hint: mayDo[role].In(r.Context()), Chosen: slices.Contains(a.Roles, role)})
	}
	return page.Render(w, r, http.StatusOK, person(v))
}

func (p Pages) person(r *http.Request) (account.Account, error) {
	id, err := page.ID[account.ID](r, "id")
	if err != nil {
		return account.Account{}, err
	}
	return p.Accounts.Find(r.Context(), id)
}

// SetRoles gives somebody the roles that were chosen, unless another
// administrator has changed them since the form was made.
func (p Pages) SetRoles(w http.ResponseWriter, r *http.Request) error {
	a, err := p.person(r)
	if err != nil {
		return err
	}
	had, want := rolesOf(r.PostForm["had"]), rolesOf(r.PostForm["roles"])
	if !slices.Equal(had, slices.Sorted(slices.Values(a.Roles))) {
		return fmt.Errorf("roles of %v, which are others by now: %w", a.ID, fault.Conflict)
	}
	if err := p.Accounts.SetRoles(r.Context(), page.Viewer(r), a.ID, want); err != nil {
		return err
	}
	return p.backTo(w, r, a.ID)
}

func rolesOf(values []string) []account.Role {
	roles := make([]account.Role, 0, len(values))
	for _, v := range values {
		roles = append(roles, account.Role(v))
	}
	slices.Sort(roles)
	return slices.Compact(roles)
}

// ClosePerson closes an account.
func (p Pages) ClosePerson(w http.ResponseWriter, r *http.Request) error {
	return p.toPerson(w, r, p.Accounts.Disable)
}

// OpenPerson opens a closed account.
func (p Pages) OpenPerson(w http.ResponseWriter, r *http.Request) error {
	return p.toPerson(w, r, p.Accounts.Enable)
}

// SendPasswordLink mails somebody a link to a new password.
func (p Pages) SendPasswordLink(w http.ResponseWriter, r *http.Request) error {
	return p.toPerson(w, r, p.Accounts.SendPasswordLink)
}

// ResetFactor takes the second step of signing in off an account.
func (p Pages) ResetFactor(w http.ResponseWriter, r *http.Request) error {
	return p.toPerson(w, r, p.Accounts.ResetFactor)
}

func (p Pages) toPerson(w http.ResponseWriter, r *http.Request, deed func(context.Context, account.Account, account.ID) error) error {
	id, err := page.ID[account.ID](r, "id")
	if err != nil {
		return err
	}
	if err := deed(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return p.backTo(w, r, id)
}

func (p Pages) backTo(w http.ResponseWriter, r *http.Request, id account.ID) error {
	return page.Redirect(w, r, personPath(id))
}

func personPath(id account.ID) string { return fmt.Sprintf("%s/%d", peoplePath, int64(id)) }
