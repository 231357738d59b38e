package actpage

import (
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/web/page"
)

// OwnFile is all acts of the organisation that the viewer coordinates, as far
// as they may see them: what is out, archived too, as everyone reads it, and of
// what is coming what it is called and where it stands. Drafts are in no file.
func (p Pages) OwnFile(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	f, o := transfer.Format(r.PathValue("format")), organization.ID(viewer.OrganizationID)
	if !f.Known() || o == 0 {
		return fmt.Errorf("acts of %v as %q: %w", o, f, fault.NotFound)
	}
	coming, err := p.Acts.Coming(ctx, viewer, o)
	if err != nil {
		return err
	}
	joint, err := p.Partners.Of(ctx, viewer)
	if err != nil {
		return err
	}
	filter := Query{Page: 1}.with(stats.Organization, p.Organizations.Directory().Get(o).Slug).Filter
	filter.Archived = true
	order := transfer.Order{Format: f, Outlines: true, Comma: r.URL.Query().Get("erotin") == "pilkku"}
	for _, a := range coming {
		order.IDs = append(order.IDs, a.ID)
	}
	for _, j := range joint {
		if j.DeniedAt == nil && j.Status.Waiting() {
			order.IDs = append(order.IDs, j.ID)
		}
	}
	order.IDs = append(order.IDs, act.IDsOf(p.Stats.Catalogue().Select(filter).All())...)
	w.Header().Set("Content-Type", f.ContentType())
	w.Header().Set("Content-Disposition", `attachment; filename="teot.`+string(f)+`"`)
	if err := p.Transfer.Export(ctx, w, order); err != nil {
		panic(http.ErrAbortHandler) // half a file has been sent: the reader must see that it broke
	}
	return nil
}
