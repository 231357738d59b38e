package account

import (
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

// The longest texts that people tell of themselves, in characters.
const (
	MaxName  = limit.Name
	MaxTitle = limit.Name
	MaxPhone = limit.Phone
)

// A Profile is what people tell of themselves.
type Profile struct {
	Name     string
	Title    string
	Phone    string
	Language i18n.Lang // of the mails
}

// Profile is what a has told.
func (a Account) Profile() Profile {
	return Profile{Name: a.Name, Title: a.Title, Phone: a.Phone, Language: i18n.Lang(a.Language)}
}

// Check is every problem of p, in the order of the form.
func (p Profile) Check() error {
	var problems validate.Problems
	problems.Text("name", p.Name, MaxName)
	problems.Length("title", p.Title, MaxTitle)
	problems.Length("phone", p.Phone, MaxPhone)
	if !p.Language.Known() {
		problems.Add("language", validate.Unknown, 0)
	}
	return problems.Err()
}

// tidy is p on one line each.
func (p Profile) tidy() Profile {
	p.Name, p.Title, p.Phone = oneLine(p.Name), oneLine(p.Title), oneLine(p.Phone)
	return p
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// check is every problem of a new account. A name is not required: whoever
// comes by a link has none yet.
func (a Account) check() error {
	var problems validate.Problems
	if !isAddress(normal(a.Email)) {
		problems.Add("email", validate.Email, 0)
	}
	problems.Length("name", a.Name, MaxName)
	problems.Length("title", a.Title, MaxTitle)
	problems.Length("phone", a.Phone, MaxPhone)
	if a.Language != "" && !i18n.Lang(a.Language).Known() {
		problems.Add("language", validate.Unknown, 0)
	}
	if !known(a.Roles) {
		problems.Add("roles", validate.Unknown, 0)
	}
	return problems.Err()
}

func known(roles []Role) bool {
	return !slices.ContainsFunc(roles, func(r Role) bool { return !slices.Contains(Roles(), r) })
}
