package act

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
)

// An Import is an act as a file tells it. The writer is not known here, so
// nobody owns it.
type Import struct {
	Ref          string // what it is known by, in every file
	Status       Status // never Merged
	Content      Content
	SubmittedAt  *time.Time
	PublishedAt  *time.Time // set if and only if it is or was public
	LegacyURLs   []string
	KeepContacts bool // the file says nothing of contacts
}

// Imported is what became of one Import.
type Imported struct {
	ID      ID
	Created bool
	Changed bool // also when Created
}

// An Importer stores acts in one transaction. Finish makes them public.
type Importer struct {
	s       *Service
	tx      pgx.Tx
	slugs   map[string]bool
	touched []ID
}

// ImportTx begins an import in a transaction.
func (s *Service) ImportTx(ctx context.Context, tx pgx.Tx) (*Importer, error) {
	rows, err := postgres.All[struct{ Slug string }](ctx, tx, "SELECT slug FROM act WHERE slug IS NOT NULL UNION ALL SELECT slug FROM act_gone")
	if err != nil {
		return nil, wrap("begin", "an import", err)
	}
	im := &Importer{s: s, tx: tx, slugs: make(map[string]bool, len(rows))}
	for _, r := range rows {
		im.slugs[r.Slug] = true
	}
	return im, nil
}

// Put stores some acts; those that are stored alike are left alone. The
// result has the order of the acts.
func (im *Importer) Put(ctx context.Context, acts []Import) ([]Imported, error) {
	stored, err := im.stored(ctx, acts)
	if err != nil {
		return nil, err
	}
	denied, err := im.denied(ctx, stored)
	if err != nil {
		return nil, err
	}
	ids, err := postgres.All[struct{ ID ID }](ctx, im.tx, `
		SELECT nextval(pg_get_serial_sequence('act', 'id')) AS id FROM generate_series(1, $1)`, len(acts)-len(stored))
	if err != nil {
		return nil, wrap("number", "imported acts", err)
	}
	var b pgx.Batch
	store := storing{at: im.s.now()}
	out := make([]Imported, len(acts))
	for i, in := range acts {
		old, ok := stored[in.Ref]
		if !ok {
			out[i] = Imported{ID: ids[0].ID, Created: true, Changed: true}
			ids = ids[1:]
			im.insert(&store, out[i].ID, in)
		} else {
			in.Content.PartnerIDs = without(in.Content.PartnerIDs, denied[old.ID])
			out[i] = Imported{ID: old.ID, Changed: im.queueUpdate(&b, &store, old, in)}
		}
		if out[i].Changed {
			im.touched = append(im.touched, out[i].ID)
		}
	}
	store.queue(&b)
	return out, wrap("store", fmt.Sprintf("%d imported acts", len(acts)), send(ctx, im.tx, &b))
}

type storedAct struct {
	Act
	LegacyURLs []string
}

func (im *Importer) stored(ctx context.Context, acts []Import) (map[string]storedAct, error) {
	refs := make([]string, len(acts))
	for i, in := range acts {
		refs[i] = in.Ref
	}
	rows, err := postgres.All[storedAct](ctx, im.tx, `
		SELECT `+columns+`, ARRAY(SELECT url FROM act_legacy_url WHERE act_id = a.id ORDER BY url) AS legacy_urls
		FROM act a WHERE a.ref = ANY($1) FOR UPDATE OF a`, refs)
	if err != nil {
		return nil, wrap("look up", "imported acts", err)
	}
	stored := make(map[string]storedAct, len(rows))
	for _, r := range rows {
		stored[r.Ref] = r
	}
	return stored, nil
}

// denied is who has said not to be a partner of the acts: no file names them.
func (im *Importer) denied(ctx context.Context, stored map[string]storedAct) (map[ID][]organization.ID, error) {
	var ids []ID
	for _, a := range stored {
		ids = append(ids, a.ID)
	}
	return repository{im.tx}.denied(ctx, ids...)
}

// freeSlug is an address that no act has, for a title.
func (im *Importer) freeSlug(title string) string {
	base := slug.Make(title)
	s := base
	for n := 2; im.slugs[s]; n++ {
		s = base + "-" + strconv.Itoa(n)
	}
	im.slugs[s] = true
	return s
}

func (im *Importer) insert(store *storing, id ID, in Import) {
	address := ""
	if in.Status != Draft && in.Status != Withdrawn {
		address = im.freeSlug(in.Content.Title)
	}
	store.insert(id, address, in)
}

// queueUpdate writes what the file tells otherwise, and reports whether it
// does. First publication, address and owner stay.
func (im *Importer) queueUpdate(b *pgx.Batch, store *storing, old storedAct, in Import) bool {
	c := in.Content
	c.Started, c.Ended, c.Answers = old.Started, old.Ended, old.Answers // no columns in the files
	if in.KeepContacts || sameContact(old.Contacts, c.Contacts) {
		c.Contacts = old.Contacts
	}
	published := old.FirstPublishedAt
	if published == nil {
		published = in.PublishedAt
	}
	submitted := old.SubmittedAt
	if in.SubmittedAt != nil {
		submitted = in.SubmittedAt
	}
	urls := slices.Clone(in.LegacyURLs)
	slices.Sort(urls)
	if old.Status == in.Status && alike(old.Content, c) && slices.Equal(old.LegacyURLs, urls) && sameTime(old.SubmittedAt, submitted) {
		return false
	}
	address := old.Slug
	if address == "" && in.Status != Draft && in.Status != Withdrawn {
		address = im.freeSlug(c.Title)
	}
	b.Queue(`
		UPDATE act
		SET slug = nullif($2::text, ''), status = $3, stage = nullif($4::text, ''), language = $5, title = $6, lead = $7, need = $8,
		    approach = $9, results = $10, lessons = $11, organization_id = $12, unit = $13, locality = $14,
		    municipality_code = nullif($15::text, ''), submitted_at = $16, first_published_at = $17,
		    updated_at = now(), version = version + 1
		WHERE id = $1`,
		old.ID, address, in.Status, c.Stage, c.Language, c.Title, c.Lead, c.Need, c.Approach, c.Results, c.Lessons,
		c.OrganizationID, c.Unit, c.Locality, c.MunicipalityCode, submitted, published)
	if old.Status != in.Status {
		store.move(old.ID, old.Status, in.Status)
	}
	store.lists.replace(old.ID, c)
	store.address(old.ID, in.LegacyURLs)
	return true
}

// Finish makes what has been stored public under one version of the site. It
// is the number of acts that have changed. Nothing may be stored after it.
func (im *Importer) Finish(ctx context.Context) (int, error) {
	if len(im.touched) == 0 {
		return 0, nil
	}
	if err := im.s.reindexTx(ctx, im.tx, im.touched); err != nil {
		return 0, err
	}
	return len(im.touched), im.s.TouchTx(ctx, im.tx, im.touched...)
}

// sameContact reports whether the file's contact is the one that stands
// first: consent and visibility, which a file cannot tell, stay then.
func sameContact(old, file []Contact) bool {
	if len(old) == 0 || len(file) == 0 {
		return len(old) == len(file)
	}
	a, b := old[0], file[0]
	return a.Name == b.Name && a.Title == b.Title && a.Email == b.Email
}

// alike is equality that takes no list for an empty one.
func alike(a, b Content) bool {
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range va.NumField() {
		x, y := va.Field(i), vb.Field(i)
		if x.Kind() == reflect.Slice && x.Len() == 0 && y.Len() == 0 {
			continue
		}
		if !reflect.DeepEqual(x.Interface(), y.Interface()) {
			return false
		}
	}
	return true
}

func sameTime(a, b *time.Time) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}
