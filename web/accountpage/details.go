package accountpage

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Details shows what the viewer has told of themself.
func (p Pages) Details(w http.ResponseWriter, r *http.Request) error {
	viewer := page.Viewer(r)
	return show(w, r, http.StatusOK, details(viewer, viewer.Profile(), nil))
}

// SaveDetails changes what the viewer has told of themself.
func (p Pages) SaveDetails(w http.ResponseWriter, r *http.Request) error {
	told := account.Profile{
		Name:     r.PostFormValue("name"),
		Title:    r.PostFormValue("title"),
		Phone:    r.PostFormValue("phone"),
		Language: i18n.Lang(r.PostFormValue("language")),
	}
	viewer := page.Viewer(r)
	_, err := p.Accounts.SetProfile(r.Context(), viewer, told)
	var problems validate.Problems
	if errors.As(err, &problems) {
		return show(w, r, http.StatusUnprocessableEntity, details(viewer, told, problems))
	}
	if err != nil {
		return err
	}
	if err := p.Sessions.Flash(w, r, saved.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, home)
}

// languages is the choices of the language of the mails.
func languages(chosen i18n.Lang) []ui.Option {
	var options []ui.Option
	for _, l := range i18n.Langs() {
		options = append(options, ui.Option{Value: string(l), Label: l.Name(), Chosen: l == chosen})
	}
	return options
}

// roleNames is what the account may do, in words.
func roleNames(ctx context.Context, roles []account.Role) string {
	names := make([]string, len(roles))
	for i, role := range roles {
		names[i] = roleName(role).In(ctx)
	}
	return strings.Join(names, ", ")
}
