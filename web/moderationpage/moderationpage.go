// Package moderationpage is the pages of the moderators: the queue, and one
// act on the table.
package moderationpage

import (
	"context"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles the requests under /moderointi.
type Pages struct {
	Acts          *act.Service
	Adoptions     *adoption.Service
	Attachments   *attachment.Service
	Campaigns     *campaign.Service
	Moderation    *moderation.Service
	Links         *link.Service
	Organizations *organization.Service
	Index         *search.Index // of the acts that are out
	Deck          deck.Deck
	Terms         *taxonomy.Service
	Now           func() time.Time
	Flash         func(w http.ResponseWriter, r *http.Request, words string) error
}

// reviewView is one act on the table.
type reviewView struct {
	Act        act.Act // as it is on the table: its update, if there is one
	Live       act.Act // as it is out
	Before     act.Content
	Again      bool // it has been sent or out before, as Before says
	Review     moderation.Review
	Part       selection // of the queue, where the moderator has come from
	Around     moderation.Neighbours
	Beside     map[act.ID]act.Summary // the neighbours
	Life       []act.Step
	Rewordings []act.Rewording
	Files      []attachment.Attachment
	Viewer     account.Account
	Problems   validate.Problems // of the last decision
	Reason     string            // as typed, or the time
	Deed       string            // that the problems belong to
	Canned     []moderation.Canned
	Chosen     string // of them, as typed
	Section    moderation.Section
	Comments   []moderation.Comment
	Notes      []moderation.Note
	Messages   []moderation.Message
	advice
	Dead   []link.Found     // of its links
	Alike  []ui.Card        // acts that are out and like it
	Copied map[int64]string // what it has from those, in words
	Pages  Pages
}

// Review is one act with what can be decided on it.
func (p Pages) Review(w http.ResponseWriter, r *http.Request) error {
	v, err := p.view(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, review(v))
}

func (p Pages) view(r *http.Request) (reviewView, error) {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return reviewView{}, err
	}
	return p.viewOf(r, id)
}

func (p Pages) viewOf(r *http.Request, id act.ID) (v reviewView, err error) {
	v = reviewView{Viewer: page.Viewer(r), Pages: p}
	if v.Part, err = p.selection(r); err != nil {
		return v, err
	}
	if v.Act, err = p.Acts.Working(r.Context(), v.Viewer, id); err != nil {
		return v, err
	}
	if v.Live, err = p.Acts.Find(r.Context(), v.Viewer, id); err != nil {
		return v, err
	}
	if v.Before, v.Again, err = p.Acts.Before(r.Context(), v.Act); err != nil {
		return v, err
	}
	if v.Review, err = p.Moderation.ReviewOf(r.Context(), id); err != nil {
		return v, err
	}
	if v.Files, err = p.Attachments.Of(r.Context(), v.Act, v.Viewer); err != nil {
		return v, err
	}
	return v, p.surroundings(r.Context(), &v)
}

// surroundings is what is shown beside the act: what has been said of it, its
// life, acts like it, and those before and after it.
func (p Pages) surroundings(ctx context.Context, v *reviewView) (err error) {
	if v.Comments, err = p.Moderation.Comments(ctx, v.Viewer, v.Act); err != nil {
		return err
	}
	if v.Notes, err = p.Moderation.Notes(ctx, v.Viewer, v.Act); err != nil {
		return err
	}
	if v.Messages, err = p.Moderation.Messages(ctx, v.Viewer, v.Live); err != nil {
		return err
	}
	if err := p.advice(ctx, v); err != nil {
		return err
	}
	if v.Canned, err = p.Moderation.CannedTexts(ctx, v.Viewer); err != nil {
		return err
	}
	if v.Life, err = p.Acts.Life(ctx, v.Act.ID); err != nil {
		return err
	}
	if _, v.Rewordings, err = p.Acts.Rewordings(ctx, v.Viewer, v.Act.ID); err != nil {
		return err
	}
	if v.Dead, err = p.Links.Dead(ctx, v.Act.Links); err != nil {
		return err
	}
	if err := p.alike(ctx, v); err != nil {
		return err
	}
	return p.around(ctx, v)
}

// around finds the acts before and after this one in the queue.
func (p Pages) around(ctx context.Context, v *reviewView) error {
	q, err := p.Moderation.Queue(ctx, v.Viewer)
	if err != nil {
		return err
	}
	v.Around = q.Around(v.Part.filter, v.Act.ID, v.sentAt())
	v.Part.page = v.Around.Before/perPage + 1
	v.Beside, err = p.Acts.Waiting(ctx, []act.ID{v.Around.Previous, v.Around.Next})
	return err
}
