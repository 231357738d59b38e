package web

import (
	"context"

	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/web/accountpage"
	"tekojentori.fi/tori/web/actpage"
	"tekojentori.fi/tori/web/api"
	"tekojentori.fi/tori/web/awardpage"
	"tekojentori.fi/tori/web/campaignpage"
	"tekojentori.fi/tori/web/datapage"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/feedbackpage"
	"tekojentori.fi/tori/web/followpage"
	"tekojentori.fi/tori/web/helppage"
	"tekojentori.fi/tori/web/jointpage"
	"tekojentori.fi/tori/web/jurypage"
	"tekojentori.fi/tori/web/memberpage"
	"tekojentori.fi/tori/web/moderationpage"
	"tekojentori.fi/tori/web/ownpage"
	"tekojentori.fi/tori/web/peoplepage"
	"tekojentori.fi/tori/web/reportpage"
	"tekojentori.fi/tori/web/statspage"
	"tekojentori.fi/tori/web/submitpage"
)

// acts is the pages of acts.
func (s Site) acts() actpage.Pages {
	return actpage.Pages{
		Deck:      deck.Deck{Acts: s.Acts, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats},
		Campaigns: s.Campaigns, Attachments: s.Attachments, Adoptions: s.Adoptions, Members: s.Members, Openings: s.Openings, Partners: s.Partners, Transfer: s.Transfer, Follows: s.Follows, Flash: s.Sessions.Flash,
		Finder: s.finder(), Boundaries: s.Boundaries, BaseURL: s.BaseURL,
	}
}

func (s Site) followPages() followpage.Pages {
	return followpage.Pages{Acts: s.Acts, Follows: s.Follows, Flash: s.Sessions.Flash}
}

// Saved is the acts of a list that somebody follows; see follow.Parts.
func (s Site) Saved(ctx context.Context, query string) (follow.List, error) {
	return s.acts().Saved(ctx, query)
}

// Counted is what a kept table counts now; see report.Parts.
func (s Site) Counted(ctx context.Context, query string) (report.Counted, error) {
	return reportpage.Counted(ctx, s.Stats, s.Now(), query)
}

func (s Site) ownPages() ownpage.Pages {
	return ownpage.Pages{Data: s.OwnData, Sessions: s.Sessions, Now: s.Now}
}

func (s Site) campaignPages() campaignpage.Pages {
	return campaignpage.Pages{Deck: s.acts().Deck, Campaigns: s.Campaigns, Flash: s.Sessions.Flash, Now: s.Now}
}

func (s Site) awardPages() awardpage.Pages {
	return awardpage.Pages{Deck: s.acts().Deck, Campaigns: s.Campaigns, BaseURL: s.BaseURL, Now: s.Now}
}

func (s Site) juryPages() jurypage.Pages {
	return jurypage.Pages{Juries: s.Juries, Campaigns: s.Campaigns, Organizations: s.Organizations, Now: s.Now}
}

func (s Site) dataPages() datapage.Pages {
	return datapage.Pages{Acts: s.Acts, Stats: s.Stats, Transfer: s.Transfer, Listed: s.acts().Listed, BaseURL: s.BaseURL, PerMinute: api.PerMinute, Now: s.Now}
}

func (s Site) statsPages() statspage.Pages {
	return statspage.Pages{Stats: s.Stats, Deck: s.acts().Deck}
}

func (s Site) accounts() accountpage.Pages {
	return accountpage.Pages{Accounts: s.Accounts, Sessions: s.Sessions, Organizations: s.Organizations, Members: s.Members, SignOns: s.SignOns, Passkeys: s.Passkeys, Demand: s.Demand}
}

func (s Site) opinions() feedbackpage.Pages {
	return feedbackpage.Pages{Feedback: s.Feedback, Now: s.Now}
}

// submit is the guided form.
func (s Site) submit() submitpage.Pages {
	return submitpage.Pages{
		Acts: s.Acts, Attachments: s.Attachments, Organizations: s.Organizations, Terms: s.Terms, Campaigns: s.Campaigns, Adoptions: s.Adoptions,
		People: s.People, Openings: s.Openings, Partners: s.Partners, Moderation: s.Moderation, Index: s.Index, Deck: s.acts().Deck, Now: s.Now,
	}
}

// moderation is the workbench of the moderators.
func (s Site) moderation() moderationpage.Pages {
	return moderationpage.Pages{
		Acts: s.Acts, Adoptions: s.Adoptions, Attachments: s.Attachments, Campaigns: s.Campaigns, Moderation: s.Moderation, Links: s.Links, Organizations: s.Organizations,
		Index: s.Index, Deck: s.acts().Deck, Terms: s.Terms, Now: s.Now, Flash: s.Sessions.Flash,
	}
}

// memberPages is who belongs to which organisation.
func (s Site) memberPages() memberpage.Pages {
	return memberpage.Pages{Members: s.Members, Organizations: s.Organizations, SignOns: s.SignOns, Flash: s.Sessions.Flash}
}

// helpPages is drafts that are open to coordinators.
func (s Site) helpPages() helppage.Pages {
	return helppage.Pages{Openings: s.Openings, Organizations: s.Organizations, Flash: s.Sessions.Flash}
}

// jointPages is the joint acts of an organisation.
func (s Site) jointPages() jointpage.Pages {
	return jointpage.Pages{Partners: s.Partners, Organizations: s.Organizations, Flash: s.Sessions.Flash}
}

// circles is the people who write acts.
func (s Site) circles() peoplepage.Pages {
	return peoplepage.Pages{Acts: s.Acts, People: s.People, Consents: s.Consents, Deck: s.acts().Deck, Now: s.Now, Flash: s.Sessions.Flash}
}
