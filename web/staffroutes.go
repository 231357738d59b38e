package web

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/web/adminpage"
	"tekojentori.fi/tori/web/exportpage"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/reportpage"
)

// moderators is the pages for whoever reviews.
func (s Site) moderators(r chi.Router) {
	opinions := s.opinions()
	moderation := s.moderation()
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Moderates))
		r.Get("/moderointi", page.Handle(moderation.Queue))
		r.Get("/moderointi/teot", page.Handle(moderation.ListActs))
		r.Get("/moderointi/joukko", page.Handle(moderation.Bulk))
		r.Post("/moderointi/joukko", page.Handle(moderation.DoBulk))
		r.Get("/moderointi/teot/{id}", page.Handle(moderation.Review))
		r.Get("/moderointi/teot/{id}/rinnalla/{other}", page.Handle(moderation.Beside))
		r.Get("/moderointi/teot/{id}/kieli", page.Handle(moderation.WordingForm))
		r.Get("/moderointi/teot/{id}/yhdistys", page.Handle(moderation.MergeForm))
		r.Post("/moderointi/teot/{id}/rinnalla/{other}/yhdistys", page.Handle(moderation.Merge))
		r.Post("/moderointi/huomiot/{id}/poisto", page.Handle(moderation.Uncomment))
		r.Post("/moderointi/muistiinpanot/{id}/poisto", page.Handle(moderation.Unnote))
		r.Post("/moderointi/mielipiteet/{id}/vastaus", page.Handle(moderation.GiveOpinion))
		r.Post("/moderointi/mielipiteet/{id}/poisto", page.Handle(moderation.DropOpinion))
		r.Get("/moderointi/viestit", page.Handle(moderation.Messages))
		r.Post("/moderointi/teot/{id}/viestit/luetut", page.Handle(moderation.SettleMessages))
		r.Get("/moderointi/poistopyynnot", page.Handle(moderation.Removals))
		r.Get("/moderointi/poistopyynnot/{id}", page.Handle(moderation.Removal))
		r.Post("/moderointi/poistopyynnot/{id}", page.Handle(moderation.DecideRemoval))
		r.Get("/moderointi/tekstit", page.Handle(moderation.CannedTexts))
		r.Get("/moderointi/tekstit/uusi", page.Handle(moderation.NewCanned))
		r.Post("/moderointi/tekstit/uusi", page.Handle(moderation.AddCanned))
		r.Get("/moderointi/tekstit/{id}", page.Handle(moderation.EditCanned))
		r.Post("/moderointi/tekstit/{id}", page.Handle(moderation.ChangeCanned))
		r.Post("/moderointi/tekstit/{id}/poisto", page.Handle(moderation.DropCanned))
		r.Get("/moderointi/palautteet", page.Handle(opinions.Open))
		r.Post("/moderointi/palautteet/{id}/vastaus", page.Handle(opinions.Answer))
		for deed, do := range map[string]func(http.ResponseWriter, *http.Request) error{
			"otto": moderation.Take, "julkaisu": moderation.Publish, "palautus": moderation.Return, "hylkays": moderation.Reject,
			"piilotus": moderation.Hide, "esiin": moderation.Show, "arkistointi": moderation.Archive, "avaus": moderation.Reopen,
			"ajastus": moderation.Schedule, "huomiot": moderation.Comment, "muistiinpanot": moderation.Note,
			"mielipiteet": moderation.AskOpinion, "viestit": moderation.WriteMessage, "kieli": moderation.Reword,
		} {
			r.Post("/moderointi/teot/{id}/"+deed, page.Handle(do))
		}
	})
}

// toCampaigns is for those who shorten an address of the programme team's.
func toCampaigns(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, "/ohjelma/kampanjat")
}

// team is the pages for those who run the programme.
func (s Site) team(r chi.Router) {
	exports := exportpage.Pages{Acts: s.Acts, Stats: s.Stats, Transfer: s.Transfer, Errands: s.Errands, Listed: s.acts().Listed, Now: s.Now}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, s.require(account.Account.RunsProgramme))
		r.With(compressed).Get("/ohjelma/viennit", page.Handle(exports.Form))
		r.Post("/ohjelma/viennit", page.Handle(exports.Export))
		r.With(compressed).Get("/ohjelma/viennit/{id}", page.Handle(exports.Errand))
		r.Post("/ohjelma/viennit/{id}/poisto", page.Handle(exports.Drop))
	})
	campaigns := s.campaignPages()
	reports := reportpage.Pages{Stats: s.Stats, Deck: s.acts().Deck, Reports: s.Reports, Now: s.Now}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.RunsProgramme))
		r.Get("/ohjelma", page.Handle(toCampaigns))
		r.Get("/ohjelma/tilastot", page.Handle(reports.Table))
		r.Post("/ohjelma/tilastot", page.Handle(reports.Keep))
		r.Get("/ohjelma/tilastot/teot", page.Handle(reports.Behind))
		r.Get("/ohjelma/tilastot.{format}", page.Handle(reports.File))
		r.Post("/ohjelma/tilastot/{id}/poisto", page.Handle(reports.Drop))
		r.Post("/ohjelma/tilastot/{id}/tilaus", page.Handle(reports.Subscribe))
		r.Post("/ohjelma/tilastot/{id}/tilauksen-lopetus", page.Handle(reports.Unsubscribe))
		r.Get("/ohjelma/kampanjat", page.Handle(campaigns.Team))
		r.Post("/ohjelma/kampanjat", page.Handle(campaigns.Create))
		r.Get("/ohjelma/kampanjat/uusi", page.Handle(campaigns.New))
		r.Get("/ohjelma/kampanjat/{id}", page.Handle(campaigns.Edit))
		r.Post("/ohjelma/kampanjat/{id}", page.Handle(campaigns.Change))
		r.Get("/ohjelma/kampanjat/{id}/kuva", page.Handle(campaigns.PictureForm))
		r.Get("/ohjelma/kampanjat/{id}/henkilosto", page.Handle(campaigns.StaffForm))
		r.Post("/ohjelma/kampanjat/{id}/henkilosto", page.Handle(campaigns.SetStaff))
		r.Get("/ohjelma/kampanjat/{id}/palkinnot", page.Handle(s.awardPages().Prizes))
		r.Post("/ohjelma/kampanjat/{id}/palkinnot", page.Handle(s.awardPages().AddPrize))
		r.Get("/ohjelma/palkinnot/{id}", page.Handle(s.awardPages().Prize))
		r.Post("/ohjelma/palkinnot/{id}", page.Handle(s.awardPages().Rename))
		r.Post("/ohjelma/palkinnot/{id}/poisto", page.Handle(s.awardPages().Remove))
		r.Post("/ohjelma/palkinnot/{id}/voittajat", page.Handle(s.awardPages().Grant))
		r.Post("/ohjelma/myonnot/{id}/poisto", page.Handle(s.awardPages().Revoke))
		r.Get("/ohjelma/myonnot/{id}/oikaisu", page.Handle(s.awardPages().CorrectForm))
		r.Post("/ohjelma/myonnot/{id}/oikaisu", page.Handle(s.awardPages().Correct))
		r.Get("/ohjelma/kampanjat/{id}/tiedote", page.Handle(s.awardPages().PressSheet))
		r.Get("/ohjelma/kampanjat/{id}/tiedote.csv", page.Handle(s.awardPages().PressFile))
		r.Get("/ohjelma/kampanjat/{id}/kunniakirjat", page.Handle(s.awardPages().Diplomas))
	})
	s.juries(r)
}

// juries is the pages of those who nominate, who score and who decide.
func (s Site) juries(r chi.Router) {
	juries := s.juryPages()
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Nominates))
		r.Get("/ehdotukset", page.Handle(juries.Lists))
		r.Get("/ehdotukset/{id}", page.Handle(juries.List))
		r.Post("/ehdotukset/{id}", page.Handle(juries.Nominate))
		r.Post("/ehdotukset/ehdokkaat/{id}/poisto", page.Handle(juries.Unnominate))
	})
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Judges))
		r.Get("/raati", page.Handle(juries.Benches))
		r.Get("/raati/{id}", page.Handle(juries.Bench))
		r.Get("/raati/ehdokkaat/{id}", page.Handle(juries.Case))
		r.Post("/raati/ehdokkaat/{id}", page.Handle(juries.Score))
		r.Post("/raati/ehdokkaat/{id}/tallennus", page.Handle(juries.Autosave))
		r.Post("/raati/ehdokkaat/{id}/jaaviys", page.Handle(juries.Recuse))
	})
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.RunsProgramme))
		r.Get("/ohjelma/palkinnot/{id}/raati", page.Handle(juries.Panel))
		r.Post("/ohjelma/palkinnot/{id}/raati", page.Handle(juries.SetRules))
		r.Post("/ohjelma/palkinnot/{id}/raati/jasenet", page.Handle(juries.AddMember))
		r.Post("/ohjelma/palkinnot/{id}/raati/jasenet/{account}/poisto", page.Handle(juries.RemoveMember))
		r.Post("/ohjelma/palkinnot/{id}/raati/paattaminen", page.Handle(juries.Close))
		r.Post("/ohjelma/palkinnot/{id}/raati/avaus", page.Handle(juries.Reopen))
		r.Get("/ohjelma/palkinnot/{id}/raati/paatos", page.Handle(juries.Decision))
		r.Post("/ohjelma/palkinnot/{id}/raati/paatos", page.Handle(juries.Decide))
		r.Post("/ohjelma/palkinnot/{id}/raati/purku", page.Handle(juries.Undo))
	})
}

// admins is the pages for administrators.
func (s Site) admins(r chi.Router) {
	admin := adminpage.Pages{Accounts: s.Accounts, Members: s.Members, SignOn: s.SignOns, Organizations: s.Organizations, Acts: s.Acts, AuditLog: s.AuditLog, Redirects: s.Redirects, Curation: s.Curation, Index: s.Index, BaseURL: s.BaseURL}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.RunsProgramme))
		r.Get("/yllapito/loki", page.Handle(admin.Log))
	})
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Administers))
		r.Post("/yllapito/loki", page.Handle(admin.ExportLog))
		r.Get("/yllapito", page.Handle(admin.Front))
		r.Get("/yllapito/jasenyydet", page.Handle(s.memberPages().All))
		r.Get("/yllapito/henkilot", page.Handle(admin.People))
		r.Get("/yllapito/henkilot/{id}", page.Handle(admin.Person))
		r.Post("/yllapito/henkilot/{id}/roolit", page.Handle(admin.SetRoles))
		r.Post("/yllapito/henkilot/{id}/sulkeminen", page.Handle(admin.ClosePerson))
		r.Post("/yllapito/henkilot/{id}/avaus", page.Handle(admin.OpenPerson))
		r.Post("/yllapito/henkilot/{id}/salasana", page.Handle(admin.SendPasswordLink))
		r.Post("/yllapito/henkilot/{id}/vahvistus", page.Handle(admin.ResetFactor))
		r.Get("/yllapito/kirjautuminen", page.Handle(admin.SignOns))
		r.Post("/yllapito/kirjautuminen", page.Handle(admin.AddSignOn))
		r.Get("/yllapito/kirjautuminen/{id}", page.Handle(admin.OneSignOn))
		r.Post("/yllapito/kirjautuminen/{id}", page.Handle(admin.ChangeSignOn))
		r.Post("/yllapito/kirjautuminen/{id}/poisto", page.Handle(admin.RemoveSignOn))
		r.Get("/yllapito/osoitteet", page.Handle(admin.Addresses))
		r.Post("/yllapito/osoitteet", page.Handle(admin.PointAddress))
		r.Post("/yllapito/osoitteet/poisto", page.Handle(admin.DropAddress))
		r.Post("/yllapito/osoitteet/unohdus", page.Handle(admin.ForgetAddress))
		r.Get("/yllapito/haku", page.Handle(admin.Search))
		r.Post("/yllapito/haku/synonyymit", page.Handle(admin.AddSynonym))
		r.Post("/yllapito/haku/sanat", page.Handle(admin.Teach))
		r.Post("/yllapito/haku/sanat/poisto", page.Handle(admin.Unteach))
		r.Post("/yllapito/haku/synonyymit/poisto", page.Handle(admin.DropSynonym))
		r.Post("/yllapito/haku/synonyymit/sammutus", page.Handle(admin.SwitchOff))
		r.Post("/yllapito/haku/nostot", page.Handle(admin.Pin))
		r.Post("/yllapito/haku/nostot/poisto", page.Handle(admin.Unpin))
	})
}
