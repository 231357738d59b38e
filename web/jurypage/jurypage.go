// Package jurypage is how prizes are judged: nominees for moderators and the
// programme team, scoring for jurors, and the jury and its decision for the
// team.
package jurypage

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
)

// Pages handles /ehdotukset, /raati and the juries under /ohjelma.
type Pages struct {
	Juries        *jury.Service
	Campaigns     *campaign.Service
	Organizations *organization.Service
	Now           func() time.Time
}

// A nominee is one as pages show it.
type nominee struct {
	jury.Nominee
	Name string
	Lang string // of the name; "": that of the page
	By   string // the organisations behind it
	URL  string // "": nothing to read
}

func (p Pages) nominee(ctx context.Context, n jury.Nominee) nominee {
	v, dir := nominee{Nominee: n}, p.Organizations.Directory()
	switch {
	case n.Person != "":
		v.Name, v.By = n.Person, dir.Name(ctx, n.OrganizationID)
	case n.ActID != 0:
		v.Name, v.Lang, v.By = n.Act.Title, n.Act.Language, dir.Name(ctx, n.Act.OrganizationID)
	default:
		o := dir.Get(n.OrganizationID)
		v.Name, v.URL = o.Name.In(ctx), i18n.Path(ctx, "/organisaatiot/"+o.Slug)
	}
	if n.ActID != 0 && n.Stands() {
		v.URL = i18n.Path(ctx, "/katso/"+n.Act.Slug)
	}
	if n.ActID != 0 && n.Person == "" && !n.Stands() {
		v.Name, v.Lang = notPublic.In(ctx), ""
	}
	return v
}

func (p Pages) nominees(ctx context.Context, all []jury.Nominee) []nominee {
	list := make([]nominee, len(all))
	for i, n := range all {
		list[i] = p.nominee(ctx, n)
	}
	return list
}

// campaignOf is the campaign of a prize.
func (p Pages) campaignOf(j jury.Jury) campaign.Campaign {
	c, _ := p.Campaigns.Find(j.Prize.CampaignID)
	return c
}

// seen is the version of a thing that a form was made for; 0 is one that was
// not there yet.
func seen(r *http.Request) (int, error) {
	n, err := strconv.ParseInt(r.PostFormValue("version"), 10, 32)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("form value version=%q: %w", r.PostFormValue("version"), fault.BadRequest)
	}
	return int(n), nil
}

func listPath(id campaign.PrizeID) string { return fmt.Sprintf("/ehdotukset/%d", int64(id)) }

func benchPath(id campaign.PrizeID) string { return fmt.Sprintf("/raati/%d", int64(id)) }

func casePath(id jury.NomineeID) string { return fmt.Sprintf("/raati/ehdokkaat/%d", int64(id)) }

func panelPath(id campaign.PrizeID) string {
	return fmt.Sprintf("/ohjelma/palkinnot/%d/raati", int64(id))
}
