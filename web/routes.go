package web

import (
	"compress/gzip"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/klauspost/compress/gzhttp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/web/accountpage"
	"tekojentori.fi/tori/web/coachingpage"
	"tekojentori.fi/tori/web/devpage"
	"tekojentori.fi/tori/web/exportpage"
	"tekojentori.fi/tori/web/filepage"
	"tekojentori.fi/tori/web/homepage"
	"tekojentori.fi/tori/web/infopage"
	"tekojentori.fi/tori/web/invitepage"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/workshoppage"
)

// routes is every page, grouped by who may enter.
func (s Site) routes(r chi.Router, cache *pageCache) {
	s.readers(r, cache)
	s.robots(r, cache)
	s.visitors(r)
	s.members(r)
	s.inviters(r)
	s.moderators(r)
	s.team(r)
	s.admins(r)
	s.scripts(r, cache)
}

// readers is the pages that are the same for all visitors: they are kept.
func (s Site) readers(r chi.Router, cache *pageCache) {
	acts, robots := s.acts(), s.robotPages()
	home := homepage.Pages{Deck: acts.Deck, Campaigns: s.Campaigns, Now: s.Now}
	r.Group(func(r chi.Router) {
		r.Use(cache.visitors, s.viewer)
		r.Get("/", page.Handle(home.Front))
		r.Get("/tekojen-tori", page.Handle(acts.List))
		r.Get("/tekojen-tori/ehdotukset", page.Handle(acts.Suggest))
		r.Get("/katso/{slug}", page.Handle(acts.Show))
		r.Get("/organisaatiot", page.Handle(acts.OrganizationNames))
		r.Get("/toimialat", page.Handle(acts.SectorNames))
		r.Get("/teemat", page.Handle(acts.ThemeNames))
		r.Get("/maakunnat", page.Handle(acts.RegionNames))
		r.Get("/organisaatiot/{slug}", page.Handle(acts.Organization))
		r.Get("/toimialat/{slug}", page.Handle(acts.Sector))
		r.Get("/teemat/{slug}", page.Handle(acts.Theme))
		r.Get("/maakunnat/{slug}", page.Handle(acts.Region))
		r.Get("/tilastot", page.Handle(s.statsPages().Statistics))
		r.Get("/upota/{chart}", page.Handle(s.statsPages().Embed))
		r.Get("/palkitut", page.Handle(s.awardPages().Years))
		r.Get("/palkitut/kunniakirjat/{id}", page.Handle(s.awardPages().Certificate))
		r.Get("/palkitut/{year}", page.Handle(s.awardPages().Year))
		r.Get("/avoin-data", page.Handle(s.dataPages().Page))
		r.Get("/tyopajat", page.Handle(workshoppage.Pages{Stats: s.Stats}.List))
		r.Get("/tyopajat/{slug}", page.Handle(workshoppage.Pages{Stats: s.Stats}.Show))
		r.Get("/sparraus", page.Handle(coachingpage.Pages{Stats: s.Stats}.Show))
		r.Get("/kampanjat", page.Handle(s.campaignPages().List))
		r.Get("/kampanjat/{slug}", page.Handle(s.campaignPages().Show))
		r.Get("/kartta", page.Handle(acts.Map))
		r.Get("/kartta/rajat.svg", page.Handle(acts.Outlines))
		r.Get("/syote/teot.atom", page.Handle(acts.Feed))
		r.Get("/.well-known/security.txt", page.Handle(robots.Security))
		r.Get("/robots.txt", page.Handle(robots.Robots))
		r.Get("/opensearch.xml", page.Handle(robots.OpenSearch))
		r.Get("/manifest.webmanifest", page.Handle(robots.Manifest))
		for path, show := range infopage.Pages() {
			r.Get(path, page.Handle(show))
		}
	})
}

// visitors is the pages for everyone, each for themself.
func (s Site) visitors(r chi.Router) {
	accounts, opinions := s.accounts(), s.opinions()
	links := accountpage.Limit(60)
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed)
		r.Get("/ilmoita-teko", page.Handle(s.submit().Start))
		r.Get("/kirjaudu", page.Handle(accounts.SignInForm))
		r.Post("/kirjaudu", accountpage.Door(accountpage.Limit(1200)(page.Handle(accounts.SignIn)), links(page.Handle(accounts.SendLink))))
		r.With(links).Post("/kirjaudu/linkki", page.Handle(accounts.SendLink))
		r.Get("/kirjaudu/linkki/{token}", page.Handle(accounts.LinkForm))
		r.With(links).Post("/kirjaudu/linkki/{token}", page.Handle(accounts.UseLink))
		r.Get("/kirjaudu/vahvistus/{token}", page.Handle(accounts.StepForm))
		r.With(links).Post("/kirjaudu/vahvistus/{token}", page.Handle(accounts.FinishStep))
		r.With(links).Post("/kirjaudu/avain", page.Handle(accounts.BeginKeySignIn))
		r.Get("/kirjaudu/avain/{token}", page.Handle(accounts.KeySignInForm))
		r.With(links).Post("/kirjaudu/avain/{token}", page.Handle(accounts.KeySignIn))
		r.Get("/kirjaudu/salasana", page.Handle(accounts.Forgotten))
		r.With(links).Post("/kirjaudu/salasana", page.Handle(accounts.SendPasswordLink))
		r.With(links).Get("/kirjaudu/salasana/{token}", page.Handle(accounts.NewPasswordForm))
		r.With(links).Post("/kirjaudu/salasana/{token}", page.Handle(accounts.NewPassword))
		r.With(links).Get("/kirjaudu/kutsu/{token}", page.Handle(accounts.InvitationForm))
		r.With(links).Post("/kirjaudu/kutsu/{token}", page.Handle(accounts.AcceptInvitation))
		r.With(links).Get("/kirjaudu/organisaatio/{id}", page.Handle(accounts.SignOn))
		r.With(links).Get("/kirjaudu/organisaatio/{id}/paluu", page.Handle(accounts.FinishSignOn))
		r.Get("/kirjaudu/poistettu", page.Handle(s.ownPages().Forgotten))
		r.Post("/kirjaudu/ulos", page.Handle(accounts.SignOut))
		r.With(links).Get("/kutsut/{token}", page.Handle(s.circles().InvitationForm))
		r.With(links).Post("/kutsut/{token}", page.Handle(s.circles().AnswerInvitation))
		r.With(links).Get("/yhteyshenkilo/{token}", page.Handle(s.circles().ContactForm))
		r.With(links).Post("/yhteyshenkilo/{token}", page.Handle(s.circles().AnswerAsContact))
		r.With(links).Get("/viestit/{token}", page.Handle(s.followPages().StopForm))
		r.With(links).Post("/viestit/{token}", page.Handle(s.followPages().Stop))
		r.Get("/jatka/{token}", page.Handle(s.resume))
		r.Get("/palaute", page.Handle(opinions.Form))
		r.With(accountpage.Limit(10)).Post("/palaute", page.Handle(opinions.Send))
		r.Get("/palaute/kiitos", page.Handle(opinions.Thanks))
		if s.Dev {
			r.Get("/dev/posti", page.Handle(devpage.Pages{Mails: s.Mails}.Post))
		}
	})
}

// members is the pages for whoever has signed in.
func (s Site) members(r chi.Router) {
	accounts, submit, acts, circles, follows := s.accounts(), s.submit(), s.acts(), s.circles(), s.followPages()
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.SignedIn))
		r.Get("/oma", page.Handle(accounts.Details))
		r.Post("/oma", page.Handle(accounts.SaveDetails))
		r.Get("/oma/jasenyys", page.Handle(s.memberPages().Own))
		r.Post("/oma/jasenyys", page.Handle(s.memberPages().Ask))
		r.Post("/oma/jasenyys/peruutus", page.Handle(s.memberPages().Cancel))
		r.Get("/jasenet/{id}/paattaminen", page.Handle(s.memberPages().EndForm))
		r.Post("/jasenet/{id}/paattaminen", page.Handle(s.memberPages().End))
		r.Get("/oma/vahvistus", page.Handle(accounts.Factor))
		r.Post("/oma/vahvistus", page.Handle(accounts.BeginFactor))
		r.Post("/oma/vahvistus/koodi", page.Handle(accounts.ConfirmFactor))
		r.Post("/oma/vahvistus/varakoodit", page.Handle(accounts.RenewCodes))
		r.Post("/oma/vahvistus/poisto", page.Handle(accounts.RemoveFactor))
		r.Post("/oma/vahvistus/avaimet", page.Handle(accounts.BeginKey))
		r.Get("/oma/vahvistus/avaimet/{token}", page.Handle(accounts.KeyForm))
		r.Post("/oma/vahvistus/avaimet/{token}", page.Handle(accounts.AddKey))
		r.Post("/oma/avaimet/{id}/poisto", page.Handle(accounts.RemoveKey))
		r.Get("/oma/salasana", page.Handle(accounts.Password))
		r.Post("/oma/salasana", page.Handle(accounts.ChangePassword))
		r.Get("/oma/tiedot", page.Handle(s.ownPages().Show))
		r.Post("/oma/tiedot", page.Handle(s.ownPages().Forget))
		r.With(accountpage.Limit(20)).Get("/oma/tiedot.json", page.Handle(s.ownPages().Copy))
		r.Get("/oma/seuranta", page.Handle(follows.Show))
		r.Post("/oma/seuranta", page.Handle(follows.SetRhythm))
		r.Get("/oma/seuranta/uusi", page.Handle(follows.New))
		r.Post("/oma/seuranta/uusi", page.Handle(follows.Begin))
		r.Post("/oma/seuranta/{id}/poisto", page.Handle(follows.Remove))
		r.Post("/oma/kirjanmerkit/{id}/poisto", page.Handle(follows.RemoveBookmark))
		r.Post("/katso/{slug}/kirjanmerkki", page.Handle(follows.Bookmark))
		r.Post("/katso/{slug}/seuranta", page.Handle(follows.FollowAct))
		r.Post("/oma/istunto", page.Handle(s.stay))
		r.Post("/oma/istunnot/{name}/lopetus", page.Handle(accounts.EndSession))
		r.Post("/oma/ulos-kaikkialta", page.Handle(accounts.SignOutEverywhere))
		r.Post("/ilmoita-teko", page.Handle(submit.Begin))
		r.Post("/ilmoita-teko/tallennus", page.Handle(submit.BeginAutosave))
		r.Post("/ilmoita-teko/{id}/{step}/tallennus", page.Handle(submit.Autosave))
		r.Get("/ilmoita-teko/{id}/kiitos", page.Handle(submit.Thanks))
		r.Post("/ilmoita-teko/{id}/lahetys", page.Handle(submit.Send))
		r.Get("/ilmoita-teko/{id}/klinikka/teksti", page.Handle(submit.Composed))
		r.Post("/ilmoita-teko/{id}/klinikka/teksti", page.Handle(submit.TakeComposed))
		r.Get("/ilmoita-teko/{id}/{step}", page.Handle(submit.Step))
		r.Post("/ilmoita-teko/{id}/{step}", page.Handle(submit.Save))
		r.Get("/omat-teot", page.Handle(submit.Mine))
		r.Get("/omat-teot/{id}/poisto", page.Handle(submit.RemovalForm))
		r.Post("/omat-teot/{id}/poisto", page.Handle(submit.AskRemoval))
		r.Get("/omat-teot/{id}/avaus", page.Handle(s.helpPages().Show))
		r.Post("/omat-teot/{id}/avaus", page.Handle(s.helpPages().Open))
		r.Post("/omat-teot/{id}/avaus/lopetus", page.Handle(s.helpPages().Close))
		r.Get("/omat-teot/{id}/viestit", page.Handle(submit.Messages))
		r.Post("/omat-teot/{id}/viestit", page.Handle(submit.WriteMessage))
		r.Get("/omat-teot/{id}/korjaukset", page.Handle(submit.Rewordings))
		r.Post("/omat-teot/{id}/peruutus", page.Handle(submit.Withdraw))
		r.Post("/omat-teot/{id}/paivitys", page.Handle(submit.Revise))
		r.Post("/omat-teot/{id}/arkistointi", page.Handle(submit.Archive))
		r.Post("/omat-teot/{id}/kampanja", page.Handle(submit.EnterCampaign))
		r.Get("/katso/{slug}/mukaan", page.Handle(circles.JoinForm))
		r.Post("/katso/{slug}/mukaan", page.Handle(circles.Join))
		r.Get("/omat-teot/{id}/tekijat", page.Handle(circles.Show))
		r.Post("/omat-teot/{id}/pyynnot/{request}", page.Handle(circles.Answer))
		r.Post("/omat-teot/{id}/tekijat", page.Handle(circles.Invite))
		r.Post("/omat-teot/{id}/luovutus", page.Handle(circles.HandOver))
		r.Post("/omat-teot/{id}/kutsut/{invitation}/peruutus", page.Handle(circles.Cancel))
		r.Post("/omat-teot/{id}/tekijat/{author}/poisto", page.Handle(circles.Remove))
		r.Post("/katso/{slug}/kayttoonotto", page.Handle(acts.Adopt))
		r.Post("/kayttoonotot/{id}/vahvistus", page.Handle(acts.ConfirmAdoption))
		r.Post("/kayttoonotot/{id}/poisto", page.Handle(acts.RemoveAdoption))
	})
}

// inviters is the pages for whoever asks people to join.
func (s Site) inviters(r chi.Router) {
	invites := invitepage.Pages{Accounts: s.Accounts, Organizations: s.Organizations, Flash: s.Sessions.Flash}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.IsCoordinator))
		r.Get("/oma/organisaatio", page.Handle(s.acts().Home))
		r.Get("/oma/organisaatio/teot.{format}", page.Handle(s.acts().OwnFile))
		r.Get("/oma/organisaatio/yhteiset/{id}", page.Handle(s.jointPages().Show))
		r.Post("/oma/organisaatio/yhteiset/{id}", page.Handle(s.jointPages().Deny))
		r.Post("/oma/organisaatio/yhteiset/{id}/mukana", page.Handle(s.jointPages().Affirm))
		r.Get("/oma/organisaatio/luonnokset/{id}", page.Handle(s.helpPages().Draft))
		r.Post("/oma/organisaatio/luonnokset/{id}/huomiot", page.Handle(s.helpPages().Hint))
		r.Get("/oma/organisaatio/luonnokset/{id}/teksti", page.Handle(s.helpPages().Words))
		r.Post("/oma/organisaatio/luonnokset/{id}/teksti", page.Handle(s.helpPages().Edit))
	})
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Invites))
		r.Get("/jasenyydet/{id}", page.Handle(s.memberPages().Request))
		r.Post("/jasenyydet/{id}", page.Handle(s.memberPages().Answer))
		r.Get("/kutsu", page.Handle(invites.Form))
		r.Post("/kutsu", page.Handle(invites.Invite))
		r.Post("/kutsu/{id}/peruutus", page.Handle(invites.Cancel))
	})
}

// files is what takes files and gives them: slow lines have the time and the
// places that they need, and take none from the pages.
func (s Site) files(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(recovered, limitedTo(uploadPlaces), crossOrigin, s.viewer, private, s.received, within(afterUpload), s.require(account.Account.SignedIn), compressed)
		r.Post("/ilmoita-teko/{id}/liitteet", page.Handle(s.submit().Attach))
		r.With(s.require(account.Account.RunsProgramme)).Post("/ohjelma/kampanjat/{id}/kuva", page.Handle(s.campaignPages().SetPicture))
	})
	r.Group(func(r chi.Router) {
		r.Use(recovered, limitedTo(filePlaces), within(filepage.Time), clean, s.viewer)
		r.With(private, s.require(account.Account.RunsProgramme)).Get("/ohjelma/viennit/{id}/tiedosto", page.Handle(exportpage.Pages{Errands: s.Errands, Now: s.Now}.File))
		r.Get("/kampanjat/{slug}/kuva/{name}", page.Handle(s.campaignPages().Picture))
		r.Get("/liitteet/{id}/{name}", page.Handle(filepage.Pages{Attachments: s.Attachments, Now: s.Now}.Show))
	})
}

// fast packs at the fastest level: what is made for one reader is packed once
// for each time it is read.
var fast, _ = gzhttp.NewWrapper(gzhttp.CompressionLevel(gzip.BestSpeed)) // fails for a level that there is not

// compressed packs what is made for one reader.
func compressed(next http.Handler) http.Handler { return fast(next) }
