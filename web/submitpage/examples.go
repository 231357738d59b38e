package submitpage

import "tekojentori.fi/tori/internal/i18n"

var (
	exampleT = i18n.T("Esimerkki", "Exempel", "Example")

	// examples is what a good answer looks like, by field.
	examples = map[string]i18n.Text{
		"title": i18n.T("Palaveri lähtee lenkille", "Mötet går ut på promenad", "The meeting goes for a walk"),
		"lead": i18n.T("Viikkopalaveri pidetään kävellen. Kokous lyheni puoleen, ja kaikki saavat puheenvuoron.",
			"Veckomötet hålls till fots. Mötet blev hälften så långt, och alla får ordet.",
			"The weekly meeting is held on foot. It takes half the time, and everyone gets to speak."),
		"need": i18n.T("Istuimme viikkopalaverissa puolitoista tuntia. Samat kolme ihmistä puhuivat, ja muut lukivat sähköpostia. Halusimme, että jokainen tulee kuulluksi ja että palaveri mahtuu tuntiin.",
			"Vi satt en och en halv timme på veckomötet. Samma tre personer talade, och de andra läste e-post. Vi ville att alla ska bli hörda och att mötet ryms i en timme.",
			"We sat in the weekly meeting for an hour and a half. The same three people spoke and the others read e-mail. We wanted everyone to be heard, and the meeting to fit into an hour."),
		"approach": i18n.T("1. Sovimme, että palaverista kävellään ensimmäiset 30 minuuttia pareittain. 2. Jokaisella parilla on yksi kysymys. 3. Lopuksi parit kertovat vastauksensa sisällä vartissa, ja päätökset kirjataan taululle.",
			"1. Vi kom överens om att gå de första 30 minuterna i par. 2. Varje par har en fråga. 3. Till slut berättar paren sina svar inomhus på en kvart, och besluten skrivs på tavlan.",
			"1. We agreed to walk the first 30 minutes in pairs. 2. Each pair has one question. 3. In the end the pairs tell their answers indoors in a quarter of an hour, and decisions go on the board."),
		"results": i18n.T("Palaveri kestää nyt 45 minuuttia, ennen 90. Keväällä puheenvuoron käytti 11 ihmistä 12:sta. Sateella kävely jäi väliin kaksi kertaa kymmenestä.",
			"Mötet tar nu 45 minuter, tidigare 90. I våras tog 11 av 12 personer till orda. Två promenader av tio regnade bort.",
			"The meeting takes 45 minutes now, it was 90. In spring 11 of 12 people spoke. Two walks out of ten were rained off."),
		"lessons": i18n.T("Aloittakaa yhdestä palaverista kuussa. Kirjatkaa päätökset heti, muuten ne unohtuvat matkalle.",
			"Börja med ett möte i månaden. Skriv upp besluten genast, annars glöms de på vägen.",
			"Begin with one meeting a month. Write the decisions down at once, or they are forgotten on the way."),
		"partners": i18n.T("Tampereen kaupunki\nPirkanmaan hyvinvointialue", "Tammerfors stad\nBirkalands välfärdsområde", "City of Tampere\nPirkanmaa wellbeing services county"),
		"sectors": i18n.T("”Opetus ja kasvatus”, jos kävelevä palaveri on koulun. Meillä kävelee koko virasto, joten valitsimme ”Koskee useita toimialoja / koko organisaatiota”.",
			"”Undervisning och fostran” om mötet som promenerar är skolans. Hos oss promenerar hela förvaltningen, så vi valde ”Gäller flera branscher / hela organisationen”.",
			"“Education and upbringing” if the meeting that walks is that of a school. Here the whole office walks, so we chose “Several sectors / the whole organisation”."),
		"themes": i18n.T("”Työn kuormitus ja työhyvinvointi”, koska istuminen väsytti, ja ”Yhdessä kehittäminen ja osallisuus”, koska nyt kaikki saavat puheenvuoron.",
			"”Arbetsbelastning och välbefinnande i arbetet” eftersom vi var trötta på att sitta, och ”Att utveckla tillsammans och delaktighet” eftersom alla nu får ordet.",
			"“Workload and well-being at work”, for sitting was tiring, and “Developing together and taking part”, for now everyone gets to speak."),
		"stage": i18n.T("”Käytössä”: kävelemme joka viikko. Kokeilun aikana olisimme valinneet ”Kesken”. ”Valmis” sopii työlle, joka tehtiin kerran, ja ”Päättynyt” tavalle, josta on luovuttu.",
			"”I bruk”: vi promenerar varje vecka. Under försöket hade vi valt ”Pågår”. ”Slutförd” passar ett arbete som gjordes en gång, och ”Avslutad” ett arbetssätt som ni har gett upp.",
			"“In use”: we walk every week. During the trial we would have chosen “Ongoing”. “Completed” is for work that was done once, and “Ended” for a way of working that has been given up."),
		"tags": i18n.T("kokoukset, kävely, vuorovaikutus", "möten, promenad, växelverkan", "meetings, walking, interaction"),
		"contact_name": i18n.T("Maija Meikäläinen, palveluesihenkilö. Hän kävelee mukana joka viikko ja osaa kertoa, miten alkuun pääsee.",
			"Maija Meikäläinen, servicechef. Hon går med varje vecka och kan berätta hur man kommer i gång.",
			"Maija Meikäläinen, service manager. She walks along every week, and can tell how to begin."),
	}
)
