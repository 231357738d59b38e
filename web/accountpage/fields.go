package accountpage

import (
	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// labels is the fields of the forms by their ids, for the summary of problems.
func labels() map[string]i18n.Text {
	return map[string]i18n.Text{
		"code": codeLabel, "email": emailLabel, "sign-in-email": emailLabel, "password": passwordLabel, "old_password": oldPassword,
		"name": nameLabel, "title": titleLabel, "phone": phoneLabel, "language": languageLabel,
	}
}

// invalid marks a field that has a problem, for assistive technology.
func invalid(id string, problems validate.Problems) templ.Attributes {
	if _, bad := problems.For(id); !bad {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": id + "-problem"}
}
