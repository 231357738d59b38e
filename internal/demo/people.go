package demo

import (
	"context"

	"tekojentori.fi/tori/internal/account"
)

// People is everyone who can sign in to a demo portal.
func People() []account.Account {
	return []account.Account{
		{Email: "ilmoittaja@example.fi", Name: "Inka Ilmoittaja", Title: "varhaiskasvatuksen opettaja"},
		{Email: "koordinaattori@example.fi", Name: "Kalle Koordinaattori", Title: "kehittämispäällikkö", Roles: []account.Role{account.Coordinator}},
		{Email: "moderoija@example.fi", Name: "Maija Moderoija", Title: "asiantuntija", Roles: []account.Role{account.Moderator}},
		{Email: "moderoija2@example.fi", Name: "Mikko Moderoija", Title: "erityisasiantuntija", Roles: []account.Role{account.Moderator}},
		{Email: "toimitus@example.fi", Name: "Tiina Toimittaja", Title: "viestinnän asiantuntija", Roles: []account.Role{account.Editor}},
		{Email: "ohjelma@example.fi", Name: "Olli Ohjelma", Title: "ohjelmapäällikkö", Roles: []account.Role{account.Team}},
		{Email: "raati@example.fi", Name: "Raija Raati", Title: "raadin jäsen", Roles: []account.Role{account.Juror}},
		{Email: "sparraaja@example.fi", Name: "Saku Sparraaja", Title: "sparraaja", Roles: []account.Role{account.Coach}},
		{Email: "yllapito@example.fi", Name: "Ylva Ylläpito", Title: "pääkäyttäjä", Roles: []account.Role{account.Admin}},
		{Email: newcomer, Name: "Uuno Uusi", Title: "lähihoitaja"},
	}
}

const (
	home     = "Limingan kunta"  // the organisation of the people who have one
	newcomer = "uusi@example.fi" // asks to be a member of it
)

func (s *Service) people(ctx context.Context, password string) error {
	org, _ := s.Organizations.Directory().Find(home)
	for _, p := range People() {
		p.OrganizationID, p.Language = int64(org.ID), "fi"
		if p.Email == newcomer {
			p.OrganizationID = 0
		}
		made, err := s.Accounts.Create(ctx, p)
		if err != nil {
			return err
		}
		if p.Email == newcomer {
			if err := s.Members.Ask(ctx, made, org.ID); err != nil {
				return err
			}
		}
		if err := s.Accounts.SetPassword(ctx, made.ID, password); err != nil {
			return err
		}
	}
	return nil
}
