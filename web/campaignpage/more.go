package campaignpage

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// moreView is what a campaign has besides its form: its picture, or the staff
// of organisations.
type moreView struct {
	campaign.Campaign
	Alt      i18n.Text
	Staff    string
	Clash    bool
	Problems validate.Problems
}

// PictureForm is the picture of a campaign.
func (p Pages) PictureForm(w http.ResponseWriter, r *http.Request) error {
	c, err := p.found(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, pictureForm(moreView{Campaign: c, Alt: c.Picture.Alt}))
}

// SetPicture takes a picture and what it shows, or takes the picture away.
func (p Pages) SetPicture(w http.ResponseWriter, r *http.Request) error {
	return p.change(w, r, func(c campaign.Campaign, version int) (moreView, error) {
		v := moreView{Campaign: c, Alt: inLanguages(r, "alt")}
		if r.PostFormValue("action") == "remove" {
			return v, p.Campaigns.RemovePicture(r.Context(), page.Viewer(r), c.ID, version)
		}
		var in *attachment.Incoming
		for _, u := range page.Uploads(r) {
			if u.File == nil {
				return v, validate.Problems{{Field: "files", Rule: validate.NotStored, Subject: u.Name}}
			}
			in = &attachment.Incoming{Name: u.Name, Size: u.Size, Content: u.File}
		}
		return v, p.Campaigns.SetPicture(r.Context(), page.Viewer(r), c.ID, version, in, v.Alt)
	}, pictureForm)
}

// StaffForm is how many people organisations employ.
func (p Pages) StaffForm(w http.ResponseWriter, r *http.Request) error {
	c, err := p.found(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, staffForm(moreView{Campaign: c, Staff: p.Campaigns.StaffLines(c)}))
}

// SetStaff takes the numbers.
func (p Pages) SetStaff(w http.ResponseWriter, r *http.Request) error {
	return p.change(w, r, func(c campaign.Campaign, version int) (moreView, error) {
		v := moreView{Campaign: c, Staff: r.PostFormValue("staff")}
		return v, p.Campaigns.SetStaff(r.Context(), page.Viewer(r), c.ID, version, v.Staff)
	}, staffForm)
}

// change does a deed on a campaign and shows its form again when it could not
// be done, with what was typed.
func (p Pages) change(w http.ResponseWriter, r *http.Request, deed func(campaign.Campaign, int) (moreView, error), form func(moreView) templ.Component) error {
	c, err := p.found(r)
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	c.Version = version // of the page that was seen
	v, err := deed(c, version)
	switch {
	case errors.As(err, &v.Problems):
		return page.Render(w, r, http.StatusUnprocessableEntity, form(v))
	case errors.Is(err, fault.Conflict): // saving again is a choice: the form has the newest version
		now, found := p.found(r)
		v.Version, v.Picture, v.Clash = now.Version, now.Picture, true
		return errors.Join(found, page.Render(w, r, http.StatusConflict, form(v)))
	case err != nil:
		return err
	}
	return page.Redirect(w, r, teamPath(c))
}

// Picture is the picture of a campaign, in a width.
func (p Pages) Picture(w http.ResponseWriter, r *http.Request) error {
	picture, content, err := p.Campaigns.OpenPicture(r.Context(), page.Viewer(r), r.PathValue("slug"), r.PathValue("name"))
	if err != nil {
		return err
	}
	defer content.Close()
	h := w.Header()
	h.Set("Content-Type", picture.MediaType)
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
	h.Set("Cache-Control", "public, max-age=0, must-revalidate") // the campaign may be hidden again
	h.Set("ETag", strconv.Quote(r.PathValue("name")))
	http.ServeContent(w, r, "", time.Time{}, content)
	return nil
}

// photo is the picture of c in all its widths.
func photo(c campaign.Campaign, l i18n.Lang) ui.Photo {
	p := ui.Photo{Alt: c.Picture.Alt.To(l), Lang: string(l), Width: c.Picture.Width, Height: c.Picture.Height}
	path := func(width int) string { return "/kampanjat/" + c.Slug + "/kuva/" + c.Picture.File(width) }
	var set []string
	for _, width := range c.Picture.Widths {
		set = append(set, fmt.Sprintf("%s %dw", path(width), width))
	}
	p.SrcSet, p.URL = strings.Join(set, ", "), path(c.Picture.Widths[min(1, len(c.Picture.Widths)-1)])
	return p
}

// sectorNames is the sectors that c takes acts of.
func (p Pages) sectorNames(l i18n.Lang, c campaign.Campaign) []string {
	var names []string
	for _, t := range p.Terms.Lists().Of(taxonomy.Sector) {
		if c.Suits([]string{t.Code}) {
			names = append(names, t.Name.To(l))
		}
	}
	return names
}
