package moderationpage

import (
	"context"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/web/page"
)

// Acts are shown beside the reviewed one when they share so many telling
// words with it, and so much of what those tell.
const (
	similarActs  = 4
	similarWords = 2
	similarShare = 0.18
)

// alike finds the published acts that are like the one that waits.
func (p Pages) alike(ctx context.Context, v *reviewView) error {
	if !v.Act.Status.Waiting() {
		return nil
	}
	found, err := p.Index.SimilarTo(ctx, search.Document{
		ActID: int64(v.Act.ID), Lang: v.Act.Language, Title: v.Act.Title,
		Body: []string{v.Act.Lead, v.Act.Need, v.Act.Approach, v.Act.Results},
	}, similarActs)
	if err != nil {
		return err
	}
	var ids []int64
	words := map[int64]string{}
	for _, s := range found {
		if len(s.Words) >= similarWords && s.Share >= similarShare {
			ids, words[s.ActID] = append(ids, s.ActID), strings.Join(s.Words, ", ")
		}
	}
	if v.Alike, err = p.Deck.Cards(ctx, ids); err != nil {
		return err
	}
	for i, c := range v.Alike {
		v.Alike[i].Why = sharedWords.In(ctx, words[c.ID])
	}
	return p.copied(ctx, v)
}

// shownWords is how many words of a copied passage are shown.
const shownWords = 25

// copied looks for passages that the act has from those like it.
func (p Pages) copied(ctx context.Context, v *reviewView) error {
	v.Copied = map[int64]string{}
	for _, c := range v.Alike {
		other, err := p.Acts.Find(ctx, v.Viewer, act.ID(c.ID))
		if err != nil {
			return err
		}
		found := moderation.Copied(v.Act.Content, other.Content)
		if words := strings.Fields(found.Passage); len(words) > shownWords {
			found.Passage = strings.Join(words[:shownWords], " ") + " …"
		}
		if found.Passage != "" {
			v.Copied[c.ID] = copiedT.In(ctx, found.Percent, found.Passage)
		}
	}
	return nil
}

// A pair is two acts that are read side by side.
type pair struct {
	Act, Other act.Act
	Part       selection
	Viewer     account.Account
	Pages      Pages
}

// row is what the two say in a section.
type row struct {
	section    moderation.Section
	one, other string
}

// rows is the sections in which either says something.
func (p pair) rows() []row {
	var some []row
	for _, r := range []row{
		{"lead", p.Act.Lead, p.Other.Lead},
		{"need", p.Act.Need, p.Other.Need},
		{"approach", p.Act.Approach, p.Other.Approach},
		{"results", p.Act.Results, p.Other.Results},
		{"lessons", p.Act.Lessons, p.Other.Lessons},
	} {
		if r.one+r.other != "" {
			some = append(some, r)
		}
	}
	return some
}

// Beside shows an act and another one side by side.
func (p Pages) Beside(w http.ResponseWriter, r *http.Request) error {
	v := pair{Pages: p, Viewer: page.Viewer(r)}
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	other, err := page.ID[act.ID](r, "other")
	if err != nil {
		return err
	}
	if v.Part, err = p.selection(r); err != nil {
		return err
	}
	if v.Act, err = p.Acts.Working(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if v.Other, err = p.Acts.Find(r.Context(), page.Viewer(r), other); err != nil {
		return err
	}
	if id == other || !v.Other.Status.Public() {
		return fault.NotFound
	}
	return page.Render(w, r, http.StatusOK, beside(v))
}

var (
	alikeT      = i18n.T("Samankaltaisia tekoja", "Liknande gärningar", "Similar acts")
	sharedWords = i18n.T("Yhteistä: %s", "Gemensamt: %s", "In common: %s")
	besideT     = i18n.T("Kaksi tekoa rinnakkain", "Två gärningar sida vid sida", "Two acts side by side")
	backToAct   = i18n.T("Takaisin tekoon", "Tillbaka till gärningen", "Back to the act")
	nothingSaid = i18n.T("Ei kerrottu", "Inte angivet", "Not told")
)
