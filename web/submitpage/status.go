package submitpage

import (
	"context"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// A standing is a status in plain words: what it is, and what happens next.
type standing struct{ name, next i18n.Text }

var standings = map[act.Status]standing{
	act.Draft:            {i18n.T("Luonnos", "Utkast", "Draft"), i18n.T("Vain teon tekijät näkevät tämän. Jatka ja lähetä, kun teksti on valmis.", "Bara de medverkande ser det här. Fortsätt och skicka när texten är klar.", "Only its authors see this. Go on, and send it when the text is ready.")},
	act.Submitted:        {i18n.T("Lähetetty", "Skickad", "Sent"), i18n.T("Odottaa moderoijaa.", "Väntar på en moderator.", "Waiting for a moderator.")},
	act.InReview:         {i18n.T("Käsittelyssä", "Behandlas", "In review"), i18n.T("Moderoija lukee tekoa parhaillaan.", "En moderator läser gärningen just nu.", "A moderator is reading it.")},
	act.ChangesRequested: {i18n.T("Täydennettävä", "Ska kompletteras", "More is needed"), i18n.T("Lue moderoijan viesti, täydennä ja lähetä uudelleen.", "Läs moderatorns meddelande, komplettera och skicka på nytt.", "Read the moderator’s message, complete the act and send it again.")},
	act.Approved:         {i18n.T("Hyväksytty", "Godkänd", "Approved"), i18n.T("Julkaistaan sovittuun aikaan.", "Publiceras vid avtalad tid.", "Will be published at the time agreed.")},
	act.Published:        {i18n.T("Julkaistu", "Publicerad", "Published"), i18n.T("Kaikki voivat lukea teon.", "Alla kan läsa gärningen.", "Everyone can read it.")},
	act.Hidden:           {i18n.T("Piilotettu", "Dold", "Hidden"), i18n.T("Moderoija on piilottanut teon toistaiseksi.", "En moderator har tills vidare dolt gärningen.", "A moderator has hidden it for now.")},
	act.Archived:         {i18n.T("Arkistoitu", "Arkiverad", "Archived"), i18n.T("Luettavissa linkillä, mutta ei listalla.", "Kan läsas via länk men finns inte i listan.", "Can be read by its link, but is not in the list.")},
	act.Rejected:         {i18n.T("Ei julkaista", "Publiceras inte", "Not published"), i18n.T("Syy on moderoijan viestissä.", "Orsaken finns i moderatorns meddelande.", "The reason is in the moderator’s message.")},
	act.Withdrawn:        {i18n.T("Peruttu", "Tillbakadragen", "Withdrawn"), i18n.T("Tekoa ei käsitellä eikä julkaista. Teksti on tallessa.", "Gärningen behandlas inte och publiceras inte. Texten finns kvar.", "It is neither looked at nor published. Its text is kept.")},
	act.Merged:           {i18n.T("Yhdistetty", "Sammanslagen", "Merged"), i18n.T("Teko on yhdistetty toiseen, ja linkki vie sinne.", "Gärningen har slagits ihop med en annan, och länken leder dit.", "It has been merged with another act, and its link leads there.")},
}

// titleOf is what an act is called, or that it has no name yet.
func titleOf(ctx context.Context, a act.Act) string {
	if a.Title == "" {
		return untitled.In(ctx)
	}
	return a.Title
}
