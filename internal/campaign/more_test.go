package campaign_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// sectorOf is the code of the primary sector of an act.
func (w *world) sectorOf(a act.Act) string { return w.terms.Lists().Current(a.SectorIDs[0]).Code }

// A campaign of some sectors takes acts that have one of them, and no others,
// neither by a press nor while sending; who is in stays in.
func TestSectorsOfACampaign(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	owner := accounttest.New(t, w.db)
	a := w.sent(owner, "0198b1f20000700080000000000000c1", day("2026-09-10"), time.Time{})
	other := ""
	for _, s := range w.terms.Lists().Sectors() {
		if s.Code != w.sectorOf(a) {
			other = s.Code
		}
	}
	c := sample()
	c.Sectors = []string{other}
	c = w.create(c)
	if got := w.campaigns.Taking(a); len(got) != 0 {
		t.Errorf("an act of %s may enter a campaign of %s", w.sectorOf(a), other)
	}
	if got := w.campaigns.Refusing(a); len(got) != 1 || got[0].ID != c.ID {
		t.Errorf("refusing: %v", got)
	}
	if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); !errors.Is(err, fault.Conflict) {
		t.Errorf("entered all the same: %v", err)
	}
	c.Sectors = append(c.Sectors, w.sectorOf(a))
	team := accounttest.New(t, w.db, account.Team)
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, c); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); err != nil {
		t.Errorf("one of its sectors: %v", err)
	}
	c.Sectors = []string{other}
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version+1, c); err != nil {
		t.Fatal(err)
	}
	if in, err := w.campaigns.EntryOf(t.Context(), a.ID); err != nil || in != c.ID {
		t.Errorf("after the rule changed it is in %v, %v", in, err)
	}
	c.Sectors = []string{"olematon"}
	var p validate.Problems
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version+2, c); !errors.As(err, &p) || p[0].Field != "sectors" {
		t.Errorf("an unknown sector: %v", err)
	}
}

// An act that was sorted by an older list is of the sector that its own maps
// to.
func TestOlderSectorsOfAnAct(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	older := w.terms.Lists().OlderSectors()[0]
	now := w.terms.Lists().Current(older.ID)
	c := sample()
	c.Sectors = []string{now.Code}
	w.create(c)
	sent := day("2026-09-10")
	a := act.Act{Status: act.Submitted, SubmittedAt: &sent}
	a.SectorIDs = []taxonomy.ID{older.ID}
	if len(w.campaigns.Taking(a)) != 1 {
		t.Errorf("an act of %s may not enter a campaign of %s", older.Code, now.Code)
	}
}

var shows = i18n.T("Tori täynnä väkeä", "Torget fullt av folk", "A square full of people")

// A picture is drawn anew, described in every language, replaced and removed;
// files that are no campaign's are swept after a day.
func TestPictureOfACampaign(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, team := w.create(sample()), accounttest.New(t, w.db, account.Team)
	photo := attachmenttest.File("tori.jpg", attachmenttest.WithExif(attachmenttest.JPEG(900, 300), 1))
	var p validate.Problems
	for name, in := range map[string]*attachment.Incoming{"none": nil, "text": ptr(attachmenttest.File("a.png", []byte("<svg>")))} {
		if err := w.campaigns.SetPicture(t.Context(), team, c.ID, c.Version, in, shows); !errors.As(err, &p) || p[0].Field != "files" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := w.campaigns.SetPicture(t.Context(), team, c.ID, c.Version, &photo, i18n.Typed("Tori", "", "Square")); !errors.As(err, &p) || p[0].Field != "alt_sv" {
		t.Errorf("without words in Swedish: %v", err)
	}
	if err := w.campaigns.SetPicture(t.Context(), accounttest.New(t, w.db, account.Editor), c.ID, c.Version, &photo, shows); !errors.Is(err, fault.Forbidden) {
		t.Errorf("an editor: %v", err)
	}
	if err := w.campaigns.SetPicture(t.Context(), team, c.ID, c.Version, &photo, shows); err != nil {
		t.Fatal(err)
	}
	c, _ = w.campaigns.Find(c.ID)
	if c.Picture.Width != 900 || len(c.Picture.Widths) != 2 || c.Picture.Alt.To(i18n.SV) != shows.To(i18n.SV) {
		t.Errorf("picture %+v", c.Picture)
	}
	if err := w.campaigns.SetPicture(t.Context(), team, c.ID, c.Version-1, &photo, shows); !errors.Is(err, fault.Conflict) {
		t.Errorf("from a stale page: %v", err)
	}
	first := c.Picture
	_, content, err := w.campaigns.OpenPicture(t.Context(), account.Account{}, c.Slug, first.File(480))
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := io.ReadAll(content)
	if err != nil || strings.Contains(string(drawn), "Exif") || len(drawn) == 0 {
		t.Errorf("%d bytes, %v", len(drawn), err)
	}
	_ = content.Close()
	if err := w.campaigns.SetPicture(t.Context(), team, c.ID, c.Version, &photo, shows); err != nil {
		t.Fatal(err)
	}
	if _, _, err := w.campaigns.OpenPicture(t.Context(), team, c.Slug, first.File(480)); !errors.Is(err, fault.NotFound) {
		t.Errorf("the picture before: %v", err)
	}
	c, _ = w.campaigns.Find(c.ID)
	hidden := c
	hidden.Public = false
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, hidden); err != nil {
		t.Fatal(err)
	}
	if _, _, err := w.campaigns.OpenPicture(t.Context(), account.Account{}, c.Slug, c.Picture.File(480)); !errors.Is(err, fault.NotFound) {
		t.Errorf("of a campaign that is not public: %v", err)
	}
	w.sweepPictures(c.Picture)
	if err := w.campaigns.RemovePicture(t.Context(), team, c.ID, c.Version+1); err != nil {
		t.Fatal(err)
	}
	if c, _ = w.campaigns.Find(c.ID); c.Picture.Blob != "" {
		t.Errorf("still there: %+v", c.Picture)
	}
}

// sweepPictures leaves the picture of a campaign and takes what is of none.
func (w *world) sweepPictures(kept campaign.Picture) {
	w.t.Helper()
	lost := blob.Campaigns + blob.NewKey() + "/480"
	if err := w.campaigns.Blobs.Put(w.t.Context(), lost, strings.NewReader("x"), 1); err != nil {
		w.t.Fatal(err)
	}
	was := w.at
	w.at = time.Now().Add(48 * time.Hour)
	defer func() { w.at = was }()
	if err := w.campaigns.Sweep(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	var keys []string
	err := w.campaigns.Blobs.Walk(w.t.Context(), func(key string, _ time.Time) error {
		keys = append(keys, key)
		return nil
	})
	if err != nil || len(keys) != len(kept.Widths) || !strings.HasPrefix(keys[0], kept.Blob) {
		w.t.Errorf("after sweeping: %v, %v", keys, err)
	}
}

func ptr[T any](v T) *T { return &v }

// The leaderboard per employees has those whose number the team has told.
func TestStaffOfOrganisations(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, team := w.create(sample()), accounttest.New(t, w.db, account.Team)
	owner := accounttest.New(t, w.db)
	a := w.sent(owner, "0198b1f20000700080000000000000d1", day("2026-09-10"), day("2026-09-12"))
	if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); err != nil {
		t.Fatal(err)
	}
	lead := w.orgs.Directory().Get(a.OrganizationID)
	for typed, rule := range map[string]validate.Rule{
		lead.Name.To(i18n.FI): validate.StaffLine, "Olematon kunta; 5": validate.NoSuchOrganization, lead.Name.To(i18n.FI) + "; 0": validate.StaffLine,
		lead.Name.To(i18n.FI) + "; -4": validate.StaffLine, lead.Name.To(i18n.FI) + ";200001": validate.StaffLine,
	} {
		var p validate.Problems
		if err := w.campaigns.SetStaff(t.Context(), team, c.ID, c.Version, typed); !errors.As(err, &p) || p[0].Rule != rule {
			t.Errorf("%q: %v, want %s", typed, err, rule)
		}
	}
	if err := w.campaigns.SetStaff(t.Context(), owner, c.ID, c.Version, ""); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member: %v", err)
	}
	if err := w.campaigns.SetStaff(t.Context(), team, c.ID, c.Version, "\n"+lead.Name.To(i18n.FI)+";\u00a02 000\r\nHelsingin kaupunki\t39000\n"); err != nil {
		t.Fatal(err)
	}
	w.refresh()
	c, _ = w.campaigns.Find(c.ID)
	board := w.numbers.Catalogue().Leaders(stats.Filter{}.With(stats.Campaign, c.Slug), false).PerThousandOf(w.campaigns.Sizes(c))
	if len(board) != 1 || board[0].Code != lead.Slug || board[0].PerThousand != 0.5 || board[0].Place != 1 {
		t.Errorf("per thousand employees: %+v", board)
	}
	if got := w.campaigns.StaffLines(c); !strings.Contains(got, lead.Name.To(i18n.FI)+"; 2000\n") {
		t.Errorf("as it is typed: %q", got)
	}
	if err := w.campaigns.SetStaff(t.Context(), team, c.ID, c.Version, ""); err != nil {
		t.Fatal(err)
	}
	if c, _ = w.campaigns.Find(c.ID); len(c.Staff) != 0 {
		t.Errorf("after all were taken out: %v", c.Staff)
	}
}
