package submitpage

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
)

// A group is the own acts of which the same is expected.
type group struct {
	slug  string
	label i18n.Text
	Acts  []act.Act
}

const (
	theirTurn = "minulla"
	onItsWay  = "moderoijilla"
	isOut     = "julkaistut"
	putAway   = "muut"
)

// groupOf is where an act stands: by its update, if one has been begun.
func (o own) groupOf(a act.Act) string {
	if u, begun := o.Updates[a.ID]; begun {
		a = u
	}
	switch a.Status {
	case act.Draft, act.ChangesRequested:
		return theirTurn
	case act.Submitted, act.InReview, act.Approved:
		return onItsWay
	case act.Published:
		return isOut
	case act.Hidden, act.Archived, act.Rejected, act.Withdrawn, act.Merged:
	}
	return putAway
}

// groups is the acts by what is expected of their writer, that which waits for
// them first; empty ones too.
func (o own) groups() []group {
	all := []group{{slug: theirTurn, label: groupMine}, {slug: onItsWay, label: groupWay}, {slug: isOut, label: groupOut}, {slug: putAway, label: groupRest}}
	for _, a := range o.Acts {
		for i, g := range all {
			if g.slug == o.groupOf(a) {
				all[i].Acts = append(all[i].Acts, a)
			}
		}
	}
	return all
}

// groupAsked is the group that the address asks for; "" for all.
func groupAsked(r *http.Request) (string, error) {
	slug := r.URL.Query().Get("rajaus")
	if slug != "" && !slices.ContainsFunc(own{}.groups(), func(g group) bool { return g.slug == slug }) {
		return "", fmt.Errorf("own acts %q: %w", slug, fault.NotFound)
	}
	return slug, nil
}

// shown reports whether the address asks for a group: for all, if for none.
func (o own) shown(g group) bool { return o.Only == g.slug || o.Only == "" && len(g.Acts) > 0 }

// fewActs is how many one sees at a glance.
const fewActs = 3

// narrows reports whether there is so much that one would look at a part.
func (o own) narrows() bool { return o.Only != "" || len(o.Acts) > fewActs }

func groupPath(ctx context.Context, slug string) string {
	if slug == "" {
		return i18n.Path(ctx, minePath)
	}
	return i18n.Path(ctx, minePath) + "?rajaus=" + slug
}

const minePath = "/omat-teot"

// ownAnchor is where an act stands among the own ones.
func ownAnchor(id act.ID) string { return fmt.Sprintf("teko-%d", int64(id)) }

// ownPath is the page of the own acts, at one of them.
func ownPath(id act.ID) string { return minePath + "#" + ownAnchor(id) }

var (
	groupsLabel = i18n.T("Omat teot sen mukaan, kenen vuoro on", "Egna gärningar efter vems tur det är", "Your acts by whose turn it is")
	groupAll    = i18n.T("Kaikki", "Alla", "All")
	groupMine   = i18n.T("Odottaa sinua", "Väntar på dig", "Waiting for you")
	groupWay    = i18n.T("Moderoijilla", "Hos moderatorerna", "With the moderators")
	groupOut    = i18n.T("Julkaistut", "Publicerade", "Published")
	groupRest   = i18n.T("Muut", "Övriga", "Others")
	groupNone   = i18n.T("Täällä ei ole nyt yhtään tekoa.", "Här finns inga gärningar just nu.", "There are no acts here now.")
)
