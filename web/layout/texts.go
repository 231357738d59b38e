package layout

import "tekojentori.fi/tori/internal/i18n"

var (
	siteName       = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
	skipToContent  = i18n.T("Siirry sisältöön", "Gå till innehållet", "Skip to content")
	mainNav        = i18n.T("Päävalikko", "Huvudmeny", "Main menu")
	langNav        = i18n.T("Kieli", "Språk", "Language")
	userNav        = i18n.T("Omat sivut", "Egna sidor", "Your pages")
	footNav        = i18n.T("Tietoa palvelusta", "Om tjänsten", "About this service")
	acts           = i18n.T("Teot", "Gärningar", "Acts")
	onMap          = i18n.T("Kartta", "Karta", "Map")
	statistics     = i18n.T("Tilastot", "Statistik", "Statistics")
	submitAct      = i18n.T("Ilmoita teko", "Anmäl gärning", "Share an act")
	signIn         = i18n.T("Kirjaudu", "Logga in", "Sign in")
	signOut        = i18n.T("Kirjaudu ulos", "Logga ut", "Sign out")
	myActs         = i18n.T("Omat teot", "Egna gärningar", "Your acts")
	followed       = i18n.T("Seuranta", "Det du följer", "What you follow")
	myOrganization = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	myDetails      = i18n.T("Omat tiedot", "Egna uppgifter", "Your details")
	moderation     = i18n.T("Moderointi", "Moderering", "Moderation")
	awarded        = i18n.T("Palkitut", "Prisbelönta", "Awarded")
	coaching       = i18n.T("Sparraus", "Sparring", "Coaching")
	workshops      = i18n.T("Työpajat", "Verkstäder", "Workshops")
	openData       = i18n.T("Avoin data", "Öppna data", "Open data")
	nominations    = i18n.T("Palkintoehdotukset", "Prisförslag", "Nominations")
	juries         = i18n.T("Raati", "Jury", "Jury")
	campaigns      = i18n.T("Kampanjat", "Kampanjer", "Campaigns")
	crossTables    = i18n.T("Ristiintaulukko", "Korstabell", "Cross table")
	exports        = i18n.T("Viennit", "Exporter", "Exports")
	auditLog       = i18n.T("Loki", "Logg", "Log")
	administration = i18n.T("Ylläpito", "Administration", "Administration")
	devMail        = i18n.T("Postit (kehitys)", "Post (utveckling)", "Mails (development)")
	tagline        = i18n.T(
		"Kuntien ja hyvinvointialueiden työpaikat kertovat, mitä ovat muuttaneet ja mitä siitä seurasi.",
		"Arbetsplatser i kommuner och välfärdsområden berättar vad de har ändrat och vad som följde.",
		"Workplaces of municipalities and wellbeing services counties tell what they changed and what came of it.")
	accessibility = i18n.T("Saavutettavuusseloste", "Tillgänglighetsutlåtande", "Accessibility statement")
	privacy       = i18n.T("Tietosuoja", "Dataskydd", "Privacy")
	terms         = i18n.T("Käyttöehdot", "Användarvillkor", "Terms of use")
	contactUs     = i18n.T("Yhteystiedot", "Kontaktuppgifter", "Contact")
	feedback      = i18n.T("Anna palautetta", "Ge respons", "Give feedback")
	openFeedback  = i18n.T("Palautteet", "Respons", "Feedback")
	noCookies     = i18n.T(
		"Sivusto ei seuraa sinua. Ainoa eväste pitää sinut kirjautuneena.",
		"Webbplatsen spårar dig inte. Den enda kakan håller dig inloggad.",
		"This site does not track you. Its only cookie keeps you signed in.")
	copyNotice = i18n.T(
		"Tietokantaan ei juuri nyt saada yhteyttä. Tämä sivu on tallessa ollut kopio, joten uusimmat teot voivat puuttua.",
		"Databasen kan inte nås just nu. Den här sidan är en sparad kopia, så de nyaste gärningarna kan saknas.",
		"The database cannot be reached right now. This page is a saved copy, so the newest acts may be missing.")
	sources = i18n.T(
		"Kuntien ja alueiden tiedot: Tilastokeskus, THL ja Maanmittauslaitos (CC BY 4.0).",
		"Uppgifter om kommuner och områden: Statistikcentralen, THL och Lantmäteriverket (CC BY 4.0).",
		"Data on municipalities and areas: Statistics Finland, THL and the National Land Survey (CC BY 4.0).")
	browseNav  = i18n.T("Selaa", "Bläddra", "Browse")
	allActs    = i18n.T("Kaikki teot", "Alla gärningar", "All acts")
	searchActs = i18n.T("Hae tekoja", "Sök gärningar", "Search the acts")
	find       = i18n.T("Hae", "Sök", "Search")
	toFront    = i18n.T("Etusivulle", "Till startsidan", "To the front page")
	toActs     = i18n.T("Selaa tekoja", "Bläddra bland gärningar", "Browse the acts")
)
