package infopage

import "tekojentori.fi/tori/internal/i18n"

var infos = []info{
	{
		"/tietosuoja", i18n.T("Tietosuoja", "Dataskydd", "Privacy"),
		i18n.T(`Palvelu ei seuraa kävijöitä. Ainoa eväste syntyy, kun kirjaudut, ja se pitää sinut kirjautuneena.

## Mitä meillä on sinusta
Kirjautuneista tallennamme sähköpostiosoitteen ja ne tiedot, jotka kerrot itse. Teon yhteyshenkilön tiedot näytetään vain niille, joille henkilö on antanut luvan.

## Mitä voit tehdä
Voit katsoa ja korjata tietojasi omilla sivuilla. Jos haluat tietosi poistettaviksi tai kopion niistä, kirjoita osoitteeseen tietosuoja@example.fi.`,
			`Tjänsten spårar inte besökare. Den enda kakan uppstår när du loggar in, och den håller dig inloggad.

## Vad vi har om dig
Om inloggade sparar vi e-postadressen och de uppgifter som du själv ger. Kontaktpersonens uppgifter visas bara för dem som personen har gett lov för.

## Vad du kan göra
Du kan se och rätta dina uppgifter på dina egna sidor. Om du vill att de ska raderas eller vill ha en kopia, skriv till tietosuoja@example.fi.`,
			`The service does not track its visitors. The only cookie is made when you sign in, and it keeps you signed in.

## What we have of you
Of people who sign in we keep the e-mail address and what they tell us themselves. The details of a contact are shown only to those for whom the person has given permission.

## What you can do
You can see and correct your details on your own pages. To have them deleted, or to get a copy, write to tietosuoja@example.fi.`),
	},
	{
		"/kayttoehdot", i18n.T("Käyttöehdot", "Användarvillkor", "Terms of use"),
		i18n.T(`Tekoja saa kopioida, muokata ja jakaa vapaasti, kun mainitset teon ja sen tekijät (CC BY 4.0).

Kun kerrot teosta, vakuutat, että tekstit ja kuvat ovat omianne tai että teillä on lupa käyttää niitä. Teksteissä ei saa olla asiakkaiden tai työkavereiden henkilötietoja.

Moderoijat lukevat jokaisen teon ennen julkaisua ja voivat piilottaa teon, jos siinä on virhe.`,
			`Gärningarna får kopieras, bearbetas och delas fritt när du nämner gärningen och dess upphov (CC BY 4.0).

När du berättar om en gärning försäkrar du att texterna och bilderna är era egna eller att ni har lov att använda dem. Texterna får inte innehålla personuppgifter om kunder eller kolleger.

Moderatorerna läser varje gärning före publicering och kan dölja en gärning om den innehåller ett fel.`,
			`You may copy, adapt and share the acts freely as long as you name the act and the people who did it (CC BY 4.0).

When you tell about an act you assure us that the texts and pictures are your own, or that you may use them. The texts must not hold personal data of customers or colleagues.

Moderators read each act before it is published, and may hide one that is in error.`),
	},
	{
		"/yhteystiedot", i18n.T("Yhteystiedot", "Kontaktuppgifter", "Contact"),
		i18n.T(`Kysymykset teoista ja palvelusta: tori@example.fi.

Tekojen toria ylläpitävät yhdessä Kunta- ja hyvinvointialuetyönantajat KT ja kunta-alan ammattiliitot.

Sijaintitiedot: Tilastokeskus, THL ja Maanmittauslaitos (CC BY 4.0).`,
			`Frågor om gärningar och tjänsten: tori@example.fi.

Framstegsarenan upprätthålls gemensamt av Kommun- och välfärdsområdesarbetsgivarna KT och kommunsektorns fackförbund.

Platsuppgifter: Statistikcentralen, THL och Lantmäteriverket (CC BY 4.0).`,
			`Questions about acts and the service: tori@example.fi.

Tekojen tori is run together by Local Government and County Employers KT and the unions of the sector.

Places: Statistics Finland, THL and the National Land Survey of Finland (CC BY 4.0).`),
	},
}
