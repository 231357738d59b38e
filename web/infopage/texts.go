package infopage

import "tekojentori.fi/tori/internal/i18n"

var infos = []info{
	{
		"/tietosuoja", i18n.T("Tietosuoja", "Dataskydd", "Privacy"),
		i18n.T(`Palvelu ei seuraa kävijöitä. Evästeitä syntyy vain, kun kirjaudut: niiden avulla pääset sisään ja pysyt kirjautuneena.

## Mitä tietoja meillä on
- **Kirjautuneista** tallennamme sähköpostiosoitteen ja ne tiedot, jotka kerrot itse, sekä mistä olet kirjautunut: selaimen nimen, laitteen lajin ja ajan. Kirjautumisen päätyttyä ne poistuvat.
- **Tekojen yhteyshenkilöistä** tallennamme nimen ja yhteystiedot. Ne näkyvät vain niille, joille henkilö on antanut luvan.
- **Kirjanmerkeistä ja seuraamisesta** tallennamme, mitä teoista ja hauista haluat pitää tallessa, kuinka usein saat viestejä ja milloin niitä on lähetetty. Viestit voit lopettaa jokaisessa viestissä olevasta linkistä tai kohdassa [Seuranta](/oma/seuranta).
- **Palautteesta** tallennamme viestin ja sähköpostiosoitteen, jos annoit sen.
- **Hauista** tallennamme hakusanat, mutta emme sitä, kuka haki.
- **Lukemisesta** tallennamme, montako kertaa mikin sivu on avattu minäkin päivänä. Emme tallenna, kuka sivun avasi, mistä osoitteesta tai millä laitteella.

## Milloin tiedot poistuvat
- Luonnos, johon ei kosketa 12 kuukauteen, poistetaan. Kerromme siitä sähköpostilla kuukautta ennen.
- Palaute poistetaan puolentoista vuoden kuluttua vastauksesta.
- Tieto siitä, milloin seurantaviestejä on lähetetty, poistetaan vuoden kuluttua.
- Hakusanat poistetaan 13 kuukauden kuluttua.
- Lähettämämme sähköpostit poistetaan kuukauden kuluttua lähettämisestä.
- Kirjautuminen päättyy, kun et ole käynyt palvelussa 12 tuntiin.

Kun kirjoitat teosta, lomake tallentuu itsestään. Teksti, jota ei ole vielä saatu perille, on hetken tallessa omassa selaimessasi. Se poistuu sieltä, kun se on lähetetty, kun kirjaudut ulos tai viimeistään kuukaudessa.

## Mitä voit tehdä
Kirjautuneena voit katsoa ja korjata tietojasi kohdassa [Omat tiedot](/oma). Kohdassa [Tietosi torilla](/oma/tiedot) voit ladata niistä kopion ja poistaa tunnuksesi. Jos sinulla ei ole tunnusta, kirjoita osoitteeseen [tietosuoja@example.fi](mailto:tietosuoja@example.fi).`,
			`Tjänsten spårar inte besökare. Kakor uppstår bara när du loggar in: med hjälp av dem kommer du in och förblir inloggad.

## Vilka uppgifter vi har
- **Om inloggade** sparar vi e-postadressen och de uppgifter som du själv ger, samt varifrån du har loggat in: webbläsarens namn, typen av enhet och tiden. De raderas när inloggningen upphör.
- **Om gärningarnas kontaktpersoner** sparar vi namn och kontaktuppgifter. De visas bara för dem som personen har gett lov för.
- **Av bokmärken och det du följer** sparar vi vilka gärningar och sökningar du vill ha kvar, hur ofta du får meddelanden och när de har skickats. Du kan avsluta meddelandena med länken i varje meddelande eller under [Det du följer](/sv/oma/seuranta).
- **Av respons** sparar vi meddelandet och e-postadressen, om du gav den.
- **Av sökningar** sparar vi sökorden, men inte vem som sökte.
- **Av läsningen** sparar vi hur många gånger varje sida har öppnats varje dag. Vi sparar inte vem som öppnade sidan, från vilken adress eller med vilken enhet.

## När uppgifterna raderas
- Ett utkast som ingen rör på 12 månader raderas. Vi berättar det per e-post en månad innan.
- Respons raderas ett och ett halvt år efter svaret.
- Uppgiften om när meddelanden om det du följer har skickats raderas efter ett år.
- Sökord raderas efter 13 månader.
- E-post som vi har skickat raderas en månad efter att den skickades.
- Inloggningen upphör när du inte har besökt tjänsten på 12 timmar.

När du skriver om en gärning sparas formuläret av sig självt. Text som ännu inte har kommit fram finns en stund i din egen webbläsare. Den försvinner därifrån när den har skickats, när du loggar ut eller senast inom en månad.

## Vad du kan göra
Som inloggad kan du se och rätta dina uppgifter under [Egna uppgifter](/sv/oma). Under [Dina uppgifter på arenan](/sv/oma/tiedot) kan du ladda ner en kopia av dem och ta bort ditt konto. Om du inte har något konto, skriv till [tietosuoja@example.fi](mailto:tietosuoja@example.fi).`,
			`The service does not track its visitors. Cookies are made only when you sign in: they bring you in and keep you signed in.

## What we keep
- **Of people who sign in** we keep the e-mail address and what they tell us themselves, and where they have signed in: the name of the browser, the kind of device and the time. These are deleted when the sign-in ends.
- **Of the contacts of acts** we keep the name and how to reach them. They are shown only to those for whom the person has given permission.
- **Of bookmarks and what you follow** we keep which acts and searches you want to have at hand, how often you get mails and when they were sent. You can end the mails by the link in each of them, or under [What you follow](/en/oma/seuranta).
- **Of feedback** we keep the message, and the e-mail address if you gave one.
- **Of searches** we keep the words, but not who searched.
- **Of reading** we keep how many times each page has been opened on each day. We do not keep who opened it, from which address or with which device.

## When it is deleted
- A draft that nobody touches for 12 months is deleted. We tell so by e-mail a month before.
- Feedback is deleted a year and a half after the answer.
- When mails of what you follow were sent is deleted after a year.
- Search words are deleted after 13 months.
- Mails that we have sent are deleted a month after they left.
- Your sign-in ends when you have not visited the service for 12 hours.

While you write about an act, the form saves itself. Text that has not arrived yet is kept for a while in your own browser. It goes from there when it has been sent, when you sign out, or within a month at the latest.

## What you can do
When you are signed in, you can see and correct your details under [Your details](/en/oma). Under [Your data](/en/oma/tiedot) you can download a copy and delete your account. If you have no account, write to [tietosuoja@example.fi](mailto:tietosuoja@example.fi).`),
	},
	{
		"/kayttoehdot", i18n.T("Käyttöehdot", "Användarvillkor", "Terms of use"),
		i18n.T(`## Kopioi vapaasti
Tekoja saa kopioida, muokata ja jakaa vapaasti, kun mainitset teon ja sen tekijät (CC BY 4.0).

## Kun kerrot teosta
Vakuutat, että tekstit ja kuvat ovat omianne tai että teillä on lupa käyttää niitä. Teksteissä ei saa olla asiakkaiden tai työkavereiden henkilötietoja.

## Moderoijat lukevat jokaisen teon
Teko julkaistaan, kun moderoija on lukenut sen. Moderoija voi myös piilottaa julkaistun teon, jos siinä on virhe. Jos huomaat virheen, [kerro siitä meille](/palaute).`,
			`## Kopiera fritt
Gärningarna får kopieras, bearbetas och delas fritt när du nämner gärningen och dem som gjort den (CC BY 4.0).

## När du berättar om en gärning
Du försäkrar att texterna och bilderna är era egna eller att ni har lov att använda dem. Texterna får inte innehålla personuppgifter om kunder eller kolleger.

## Moderatorerna läser varje gärning
En gärning publiceras när en moderator har läst den. Moderatorn kan också dölja en publicerad gärning om den innehåller ett fel. Om du ser ett fel, [berätta det för oss](/sv/palaute).`,
			`## Copy freely
You may copy, adapt and share the acts freely as long as you name the act and the people who did it (CC BY 4.0).

## When you tell about an act
You assure us that the texts and pictures are your own, or that you may use them. The texts must not hold personal data of customers or colleagues.

## Moderators read every act
An act is published once a moderator has read it. A moderator may also hide a published act that is in error. If you notice an error, [tell us](/en/palaute).`),
	},
	{
		"/yhteystiedot", i18n.T("Yhteystiedot", "Kontaktuppgifter", "Contact"),
		i18n.T(`## Kysy ja anna palautetta
Jos haluat kysyä jostakin teosta, kirjoita suoraan sen yhteyshenkilölle: nimi ja osoite ovat teon sivulla.

Palvelusta voit kysyä osoitteesta [tori@example.fi](mailto:tori@example.fi) tai [antaa palautetta lomakkeella](/palaute).

## Kuka toria ylläpitää
Tekojen toria ylläpitävät yhdessä Kunta- ja hyvinvointialuetyönantajat KT ja kunta-alan ammattiliitot.

## Mistä sijaintitiedot tulevat
Kuntien ja alueiden tiedot: Tilastokeskus, THL ja Maanmittauslaitos (CC BY 4.0).`,
			`## Fråga och ge respons
Om du vill fråga om en gärning, skriv direkt till dess kontaktperson: namn och adress finns på gärningens sida.

Frågor om tjänsten kan du skicka till [tori@example.fi](mailto:tori@example.fi), eller så kan du [ge respons med formuläret](/sv/palaute).

## Vem som står bakom tjänsten
Framstegsarenan upprätthålls gemensamt av Kommun- och välfärdsområdesarbetsgivarna KT och kommunsektorns fackförbund.

## Varifrån platsuppgifterna kommer
Uppgifter om kommuner och områden: Statistikcentralen, THL och Lantmäteriverket (CC BY 4.0).`,
			`## Ask and give feedback
To ask about an act, write straight to its contact: the name and address are on the page of the act.

About the service, write to [tori@example.fi](mailto:tori@example.fi) or [give feedback with the form](/en/palaute).

## Who runs the market
Tekojen tori is run together by Local Government and County Employers KT and the unions of the sector.

## Where the places come from
Municipalities and regions: Statistics Finland, THL and the National Land Survey of Finland (CC BY 4.0).`),
	},
}
