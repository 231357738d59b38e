package adminpage

import "tekojentori.fi/tori/internal/i18n"

var (
	signOnTitle = i18n.T("Organisaatioiden kirjautuminen", "Organisationernas inloggning", "Sign-in of organisations")
	signOnLead  = i18n.T(
		"Organisaation väki voi kirjautua torille organisaation omalla tunnuksella (OpenID Connect, esimerkiksi Entra ID tai Keycloak). Tehtävät annetaan aina torilla.",
		"Organisationens folk kan logga in på arenan med organisationens eget konto (OpenID Connect, till exempel Entra ID eller Keycloak). Uppgifter ges alltid på arenan.",
		"People of an organisation can sign in with its own account (OpenID Connect, such as Entra ID or Keycloak). Roles are always given here.")
	signOnNone  = i18n.T("Yhdelläkään organisaatiolla ei ole vielä omaa kirjautumista.", "Ingen organisation har ännu en egen inloggning.", "No organisation has a sign-in of its own yet.")
	signOnNew   = i18n.T("Lisää organisaatio", "Lägg till en organisation", "Add an organisation")
	signOnOrgL  = i18n.T("Organisaatio", "Organisation", "Organisation")
	issuerL     = i18n.T("Palvelun osoite (issuer)", "Tjänstens adress (issuer)", "Address of the service (issuer)")
	issuerH     = i18n.T("Esimerkiksi https://login.microsoftonline.com/…/v2.0 tai https://tunnistus.kunta.fi/realms/kunta", "Till exempel https://login.microsoftonline.com/…/v2.0 eller https://inloggning.kommun.fi/realms/kommun", "Such as https://login.microsoftonline.com/…/v2.0 or https://sso.municipality.fi/realms/staff")
	clientL     = i18n.T("Asiakastunnus (client id)", "Klient-id (client id)", "Client id")
	secretL     = i18n.T("Asiakkaan salaisuus (client secret)", "Klienthemlighet (client secret)", "Client secret")
	secretH     = i18n.T("Säilytetään salattuna, eikä sitä näytetä enää.", "Sparas krypterad och visas inte mer.", "It is kept sealed, and not shown again.")
	keptSecretH = i18n.T("Jätä tyhjäksi, jos salaisuus ei ole vaihtunut.", "Lämna tomt om hemligheten inte har bytts.", "Leave empty if the secret has not changed.")
	domainsL    = i18n.T("Sähköpostin verkkotunnukset", "E-postens domäner", "E-mail domains")
	domainsH    = i18n.T(
		"Välilyönnein erotettuina. Vain näiden vahvistetut osoitteet kelpaavat (email_verified, Entra ID:ssä xms_edov).",
		"Åtskilda med mellanslag. Bara bekräftade adresser under dessa godkänns (email_verified, i Entra ID xms_edov).",
		"Separated by spaces. Only verified addresses of these are accepted (email_verified, in Entra ID xms_edov).")
	enabledL    = i18n.T("Käytössä", "I bruk", "In use")
	callbackL   = i18n.T("Paluuosoite, joka annetaan palvelulle (redirect URI)", "Returadress som ges till tjänsten (redirect URI)", "Address to give to the service (redirect URI)")
	signOnSave  = i18n.T("Tarkista ja tallenna", "Kontrollera och spara", "Check and save")
	signOnDrop  = i18n.T("Poista kirjautuminen", "Ta bort inloggningen", "Remove the sign-in")
	signOnDropH = i18n.T("Väki kirjautuu sen jälkeen linkillä tai salasanalla.", "Folk loggar sedan in med länk eller lösenord.", "People then sign in by a link or a password.")
	signOnOff   = i18n.T("pois käytöstä", "ur bruk", "not in use")
	signOnWords = map[string]i18n.Text{
		"organization": signOnOrgL, "issuer": issuerL, "client_id": clientL, "client_secret": secretL, "domains": domainsL,
	}
)
