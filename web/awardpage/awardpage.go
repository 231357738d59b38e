// Package awardpage is who has been awarded, year by year, and for the
// programme team the prizes of a campaign.
package awardpage

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /palkitut and the prizes under /ohjelma.
type Pages struct {
	deck.Deck
	Campaigns *campaign.Service
	BaseURL   string
	Now       func() time.Time
}

// A prize is one prize of a year with everyone who has won it.
type prize struct {
	Name, Campaign, CampaignURL string
	Winners, Mentions           []winner
}

// A winner is an act, an organisation or a person, with the words of the jury.
type winner struct {
	Name, URL, By, Lang, Citation string
	Said                          string // the language of the citation; "": that of the page
	Diploma                       string // where it is printed, of one that is no act: those tell it themselves
	ID                            campaign.AwardID
	Out, Mention                  bool
	Unreached                     bool    // there is nobody here to write to
	Card                          ui.Card // of an act
}

// awardedFeed is the feed of acts that have won something.
const awardedFeed = "/syote/teot.atom?palkittu=true"

// mostCards is how many winners are shown as cards; more are a list.
const mostCards = 12

// cards is the winning acts as cards, each with the words of the jury; none
// when there are too many, or when organisations have won.
func (p prize) cards() []ui.Card {
	if len(p.Winners) > mostCards || p.Winners == nil || p.Winners[0].Card.ID == 0 {
		return nil
	}
	cards := make([]ui.Card, len(p.Winners))
	for i, w := range p.Winners {
		cards[i] = w.Card
		cards[i].Why = w.Citation
	}
	return cards
}

type yearView struct {
	Year   int
	Acts   int // that won anything, each once
	Prizes []prize
	Years  []int
	Errata []erratum
	Next   []upcoming
}

// Years leads to the newest year with awards, or says that there are none.
func (p Pages) Years(w http.ResponseWriter, r *http.Request) error {
	years, err := p.Campaigns.AwardYears(r.Context())
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, allYears(yearView{Years: years, Next: p.next(r.Context())}))
}

// Year is everyone who was awarded in a year.
func (p Pages) Year(w http.ResponseWriter, r *http.Request) error {
	year, err := strconv.Atoi(r.PathValue("year"))
	if err != nil {
		return fmt.Errorf("year %q: %w", r.PathValue("year"), fault.NotFound)
	}
	years, err := p.Campaigns.AwardYears(r.Context())
	if err != nil {
		return err
	}
	won, err := p.Campaigns.AwardsOfYear(r.Context(), year)
	if err != nil {
		return err
	}
	v := yearView{Year: year, Years: years, Next: p.next(r.Context())}
	if v.Errata, err = p.errata(r.Context(), func(e campaign.Erratum) bool { return e.GrantedOn.Year() == year }); err != nil {
		return err
	}
	if len(won) == 0 && len(v.Errata) == 0 {
		return fmt.Errorf("no awards of %d: %w", year, fault.NotFound)
	}
	winners, err := p.winners(r.Context(), won)
	if err != nil {
		return err
	}
	for i, a := range won {
		if a.ActID == 0 {
			winners[i].Diploma = i18n.Path(r.Context(), a.CertificatePath())
		}
	}
	v.Prizes, v.Acts = byPrize(r.Context(), won, winners)
	return page.Render(w, r, http.StatusOK, ofYear(v))
}

// byPrize is who has won each prize, in the order of the awards, and how many
// acts have won anything, each once.
func byPrize(ctx context.Context, won []campaign.Award, winners []winner) (prizes []prize, acts int) {
	seen := map[int64]bool{}
	var last campaign.PrizeID
	for i, a := range won {
		if winners[i].Name == "" { // hidden since
			continue
		}
		if a.Prize != last || len(prizes) == 0 {
			last = a.Prize
			prizes = append(prizes, prize{Name: a.Name.In(ctx), Campaign: a.CampaignName.In(ctx), CampaignURL: i18n.Path(ctx, "/kampanjat/"+a.CampaignSlug)})
		}
		at := &prizes[len(prizes)-1]
		if a.Mention {
			at.Mentions = append(at.Mentions, winners[i])
		} else {
			at.Winners = append(at.Winners, winners[i])
		}
		if id := int64(a.ActID); id != 0 && !seen[id] {
			seen[id] = true
			acts++
		}
	}
	return prizes, acts
}

// winners is who has won, in the order of the awards. An act that is not
// public has no name.
func (p Pages) winners(ctx context.Context, won []campaign.Award) ([]winner, error) {
	var ids []int64
	for _, a := range won {
		if a.ActID != 0 && p.Stats.Catalogue().VersionOf(int64(a.ActID)) != 0 {
			ids = append(ids, int64(a.ActID))
		}
	}
	cards, err := p.Cards(ctx, ids)
	if err != nil {
		return nil, err
	}
	acts := map[int64]ui.Card{}
	for _, c := range cards {
		acts[c.ID] = c
	}
	list := make([]winner, len(won))
	for i, a := range won {
		list[i] = winner{ID: a.ID, Out: a.Out, Mention: a.Mention}
		list[i].Citation, list[i].Said = cited(ctx, a.Citation)
		o := p.Organizations.Directory().Get(a.OrganizationID)
		switch c := acts[int64(a.ActID)]; {
		case a.ActID != 0:
			list[i].Name, list[i].URL, list[i].By, list[i].Lang = c.Title, c.URL, c.Organization, c.Lang
			list[i].Card = c
		case a.Person != "":
			list[i].Name, list[i].By = a.Person, o.Name.In(ctx)
		default:
			list[i].Name, list[i].URL = o.Name.In(ctx), i18n.Path(ctx, "/organisaatiot/"+o.Slug)
		}
	}
	return list, nil
}

// cited is a citation in the language of the page, or the Finnish one where
// there is none, with its language then.
func cited(ctx context.Context, citation i18n.Text) (words, lang string) {
	if own := citation.In(ctx); own != "" {
		return own, ""
	}
	return citation.To(i18n.FI), string(i18n.FI)
}
