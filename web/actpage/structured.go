package actpage

import (
	"context"
	"encoding/json"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/ui"
)

// A thing is something that search engines know, in the words of schema.org.
type thing map[string]any

// graph is things as structured data. Encoding escapes < and >, so that no text
// can end the element it stands in.
func graph(things ...thing) string {
	text, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": things})
	if err != nil { // texts and lists of texts always encode
		return ""
	}
	return string(text)
}

// actThings is the act and the way to it.
func (p Pages) actThings(ctx context.Context, v *actView) string {
	data := thing{
		"@type": "Article", "headline": v.Title, "description": v.Lead, "inLanguage": v.Language, "url": p.address(ctx, "/katso/"+v.Slug),
		"author":    thing{"@type": "Organization", "name": v.Organization.Label, "url": p.BaseURL + v.Organization.URL},
		"publisher": thing{"@type": "Organization", "name": "Tekojen tori", "url": p.BaseURL}, "keywords": v.Tags,
	}
	if v.FirstPublishedAt != nil {
		data["datePublished"], data["dateModified"] = v.FirstPublishedAt.Format(time.RFC3339), v.UpdatedAt.Format(time.RFC3339)
	}
	return graph(data, p.crumbs(ctx, v.Title, "/katso/"+v.Slug))
}

// listThings is the acts of a page of the list, counted on from the pages
// before.
func (p Pages) listThings(ctx context.Context, v listView) string {
	return graph(p.items(v.Cards, v.Total, (v.Query.Page-1)*perPage), p.crumbs(ctx, listTitle.In(ctx), ""))
}

// collectionThings is what a collection is of, its newest acts, and the way to
// it.
func (p Pages) collectionThings(ctx context.Context, v collectionView, of stats.Dimension) string {
	kind := map[stats.Dimension]string{stats.Organization: "Organization", stats.Region: "AdministrativeArea"}[of]
	if kind == "" {
		kind = "CollectionPage"
	}
	return graph(thing{"@type": kind, "name": v.Name, "url": p.address(ctx, v.Path)}, p.items(v.Cards, v.Total, 0), p.crumbs(ctx, v.Name, v.Path, v.Index))
}

func (p Pages) address(ctx context.Context, path string) string {
	return p.BaseURL + i18n.Path(ctx, path)
}

// A listItem is a thing of which a page has many.
type listItem struct {
	Type     string `json:"@type"`
	Item     string `json:"item,omitempty"`
	Name     string `json:"name"`
	Position int    `json:"position"`
	URL      string `json:"url,omitempty"`
}

func (p Pages) items(cards []ui.Card, total, before int) thing {
	items := make([]listItem, len(cards))
	for i, c := range cards {
		items[i] = listItem{Type: "ListItem", Position: before + i + 1, URL: p.BaseURL + c.URL, Name: c.Title}
	}
	return thing{"@type": "ItemList", "numberOfItems": total, "itemListElement": items}
}

// crumbs is the way from the front page through the list, and what stands
// between, to a page below it; the list itself has no path here.
func (p Pages) crumbs(ctx context.Context, name, path string, between ...index) thing {
	way := [][2]string{{home.In(ctx), "/"}, {acts.In(ctx), listPath}}
	for _, x := range between {
		way = append(way, [2]string{x.title.In(ctx), x.path})
	}
	if path != "" {
		way = append(way, [2]string{name, path})
	}
	steps := make([]listItem, len(way))
	for i, step := range way {
		steps[i] = listItem{Type: "ListItem", Position: i + 1, Name: step[0], Item: p.address(ctx, step[1])}
	}
	return thing{"@type": "BreadcrumbList", "itemListElement": steps}
}
