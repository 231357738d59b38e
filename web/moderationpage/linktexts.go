package moderationpage

import (
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	deadT = i18n.T("Linkit, jotka eivät vastaa", "Länkar som inte svarar", "Links that do not answer")

	linkStates = map[link.State]i18n.Text{
		link.Gone:    i18n.T("sivua ei ole", "sidan finns inte", "there is no such page"),
		link.Silent:  i18n.T("ei vastannut", "svarade inte", "did not answer"),
		link.Private: i18n.T("ei ole julkinen osoite, joten sitä ei kokeiltu", "är ingen offentlig adress och prövades inte", "is no public address, and was not tried"),
	}
)
