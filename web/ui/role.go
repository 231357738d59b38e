package ui

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
)

// RoleName is a role in words.
func RoleName(role account.Role) i18n.Text {
	switch role {
	case account.Coordinator:
		return i18n.T("organisaation koordinaattori", "organisationens koordinator", "coordinator of an organisation")
	case account.Moderator:
		return i18n.T("moderoija", "moderator", "moderator")
	case account.Editor:
		return i18n.T("toimittaja", "redaktör", "editor")
	case account.Team:
		return i18n.T("ohjelmatiimi", "programteamet", "programme team")
	case account.Juror:
		return i18n.T("raadin jäsen", "jurymedlem", "member of the jury")
	case account.Coach:
		return i18n.T("sparraaja", "sparrare", "coach")
	case account.Admin:
	}
	return i18n.T("ylläpitäjä", "administratör", "administrator")
}

// RoleNames is what an account may do, in words.
func RoleNames(ctx context.Context, roles []account.Role) string {
	names := make([]string, len(roles))
	for i, role := range roles {
		names[i] = RoleName(role).In(ctx)
	}
	return strings.Join(names, ", ")
}
