package infopage

import (
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// statementPath is where the law on digital services (306/2019) has people
// look for the accessibility statement.
const statementPath = "/saavutettavuusseloste"

// answerDays is in how many days feedback on accessibility is answered, by
// law; package feedback keeps the clock.
const answerDays = 14

// A statement is how accessible the portal is, as the law asks to tell.
type statement struct {
	checked time.Time // when it was last looked through; to be done yearly
	basis   []i18n.Text
	gaps    []gap
}

// A gap is something that is not accessible.
type gap struct {
	what, why i18n.Text
	criteria  string // of WCAG
}

// nextCheck is when the statement is due to be looked through again.
func (s statement) nextCheck() time.Time { return s.checked.AddDate(1, 0, 0) }

// current is the statement of today. Change it with the portal.
func current() statement {
	return statement{
		checked: time.Date(2026, time.November, 25, 12, 0, 0, 0, time.UTC),
		basis: []i18n.Text{
			i18n.T("Jokaisen muutoksen yhteydessä kaikki sivut tarkistetaan ohjelmallisesti kolmella kielellä, vaaleana ja tummana, kapealla ja leveällä näytöllä.",
				"Vid varje ändring kontrolleras alla sidor automatiskt på tre språk, i ljust och mörkt läge, på smal och bred skärm.",
				"With each change all pages are checked by programs, in three languages, light and dark, on narrow and wide screens."),
			i18n.T("Haku ja lomakkeet kokeillaan samalla myös ilman JavaScriptiä ja tärkeimmät polut pelkällä näppäimistöllä. Ihminen ei ole vielä käynyt kaikkia sivuja läpi näppäimistöllä.",
				"Sökningen och formulären prövas samtidigt också utan JavaScript och de viktigaste vägarna med enbart tangentbord. Ingen människa har ännu gått igenom alla sidor med tangentbordet.",
				"The search and the forms are tried without JavaScript too, and the main journeys by keyboard alone. No person has yet gone through every page by keyboard."),
			i18n.T("Ulkopuolista arviota tai testausta apuvälineiden käyttäjien kanssa ei ole vielä tehty.",
				"Ingen utomstående bedömning och inga tester med personer som använder hjälpmedel har gjorts ännu.",
				"There has been no outside assessment, and no testing with users of assistive tools, yet."),
		},
		gaps: []gap{
			{
				i18n.T("Linkkien takana olevat videot ja tiedostot: tekstitys tai kuvailu voi puuttua, ja tiedosto voi olla ruudunlukijalle hankala.",
					"Videor och filer bakom länkar: textning eller syntolkning kan saknas, och filen kan vara svår för en skärmläsare.",
					"Videos and files behind links: captions or descriptions may be missing, and a file may be hard for a screen reader."),
				i18n.T("Ne ovat toisten palveluissa, eivätkä ne ole meidän korjattavissamme. Jos tarvitset sisällön toisessa muodossa, kysy teon yhteyshenkilöltä tai meiltä.",
					"De finns i andras tjänster och vi kan inte rätta dem. Om du behöver innehållet i en annan form, fråga gärningens kontaktperson eller oss.",
					"They are in services of others, and not ours to mend. If you need the content in another form, ask the contact of the act, or us."),
				"1.2.2, 1.2.5, 1.3.1",
			},
			{
				i18n.T("Tekojen tekstit: väliotsikoita voi puuttua ja linkin nimi voi olla epäselvä.",
					"Gärningarnas texter: mellanrubriker kan saknas och länktexter kan vara otydliga.",
					"The texts of acts: headings may be missing, and the name of a link may be unclear."),
				i18n.T("Tekstit ovat työpaikkojen itse kirjoittamia. Moderoijat korjaavat selvät puutteet ennen julkaisua, ja korjaamme loput, kun kerrot niistä.",
					"Texterna är skrivna av arbetsplatserna själva. Moderatorerna rättar tydliga brister före publicering, och vi rättar resten när du berättar om dem.",
					"Workplaces write the texts themselves. Moderators mend what is clearly wrong before publishing, and we mend the rest when you tell us."),
				"1.3.1, 2.4.4, 2.4.6",
			},
		},
	}
}

// Statement is the accessibility statement.
func Statement(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, accessibility(current()))
}

var (
	statementTitle = i18n.T("Saavutettavuusseloste", "Tillgänglighetsutlåtande", "Accessibility statement")
	statementLead  = i18n.T(
		"Haluamme, että jokainen voi lukea tekoja ja kertoa omastaan. Tämä seloste koskee Tekojen tori -palvelua.",
		"Vi vill att alla ska kunna läsa gärningar och berätta om sina egna. Det här utlåtandet gäller tjänsten Framstegsarenan.",
		"We want everyone to be able to read acts and tell about their own. This statement is about Tekojen tori.")
	stateT = i18n.T("Miten saavutettava palvelu on?", "Hur tillgänglig är tjänsten?", "How accessible is the service?")
	stateS = i18n.T(
		"Palvelu täyttää digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) ja WCAG 2.2 -ohjeiston A- ja AA-tason vaatimukset osittain. Tiedossa olevat puutteet ovat alla.",
		"Tjänsten uppfyller delvis kraven i lagen om tillhandahållande av digitala tjänster (306/2019) och på nivåerna A och AA i WCAG 2.2. De brister som vi känner till räknas upp nedan.",
		"The service partly meets the Finnish Act on the Provision of Digital Services (306/2019) and levels A and AA of WCAG 2.2. The gaps that we know of are listed below.")
	gapsT     = i18n.T("Mikä ei ole saavutettavaa?", "Vad är inte tillgängligt?", "What is not accessible?")
	criteriaT = i18n.T("WCAG-kriteerit %s.", "WCAG-kriterier %s.", "WCAG criteria %s.")
	basisT    = i18n.T("Mihin arvio perustuu?", "Vad grundar sig bedömningen på?", "What is this based on?")
	datesT    = i18n.T("Teimme arvion itse. Seloste on tarkistettu %s, ja se tarkistetaan seuraavan kerran viimeistään %s.",
		"Vi har gjort bedömningen själva. Utlåtandet kontrollerades %s och kontrolleras nästa gång senast %s.",
		"We assessed the service ourselves. This statement was checked on %s and will be checked again by %s.")
	tellT = i18n.T("Huomasitko puutteen?", "Märkte du en brist?", "Did you notice something?")
	tellS = i18n.T("Kerro siitä meille, niin vastaamme %d päivän kuluessa. Lomake toimii kirjautumatta ja ilman JavaScriptiä.",
		"Berätta om den för oss, så svarar vi inom %d dagar. Formuläret fungerar utan inloggning och utan JavaScript.",
		"Tell us, and we answer within %d days. The form works without signing in and without JavaScript.")
	tellGo      = i18n.T("Anna saavutettavuuspalautetta", "Ge respons om tillgänglighet", "Give feedback on accessibility")
	supervisorT = i18n.T("Jos vastaus ei tyydytä", "Om du inte är nöjd med svaret", "If the answer does not satisfy you")
	supervisorS = i18n.T(
		"Anna palautetta ensin meille. Jos et ole tyytyväinen vastaukseen tai et saa sitä kahdessa viikossa, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. Sen verkkosivuilla kerrotaan, miten ilmoitus tehdään ja miten asia käsitellään.",
		"Ge respons först till oss. Om du inte är nöjd med svaret eller inte får något svar inom två veckor kan du göra en anmälan till Transport- och kommunikationsverket Traficom. På verkets webbplats berättas hur en anmälan görs och hur ärendet behandlas.",
		"Please tell us first. If you are not satisfied with the answer, or get none in two weeks, you may notify the Finnish Transport and Communications Agency Traficom. Its website tells how to do so and how the matter is handled.")
	supervisor = i18n.T(
		"Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
		"Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet",
		"Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit")
	supervisorWeb   = i18n.T("www.saavutettavuusvaatimukset.fi", "www.tillganglighetskrav.fi", "www.webaccessibility.fi")
	supervisorPhone = i18n.T("vaihde 029 534 5000", "växel 029 534 5000", "switchboard +358 29 534 5000")
)

const supervisorMail = "saavutettavuus@traficom.fi"
