package act

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// The letters of an act that came out with other words than it was sent with.
var (
	publishedReworded = mail.Letter{
		Subject: published.Subject,
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on nyt kaikkien luettavissa. Moderoija korjasi ennen julkaisua sen kieltä. Korjaukset ja teko löytyvät täältä:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” kan nu läsas av alla. En moderator rättade språket före publiceringen. Rättelserna och gärningen finns här:\n\n%[3]s",
			"Hello,\n\nEveryone can now read the act “%[1]s”. A moderator mended its language before it came out. What was mended, and the act, are here:\n\n%[3]s"),
	}
	updateReworded = mail.Letter{
		Subject: updatePublished.Subject,
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” päivitys on hyväksytty ja kaikkien luettavissa. Moderoija korjasi ennen julkaisua sen kieltä. Korjaukset ja teko löytyvät täältä:\n\n%[3]s",
			"Hej!\n\nUppdateringen av gärningen ”%[1]s” är godkänd och kan läsas av alla. En moderator rättade språket före publiceringen. Rättelserna och gärningen finns här:\n\n%[3]s",
			"Hello,\n\nThe update of the act “%[1]s” is approved, and everyone can read it. A moderator mended its language before it came out. What was mended, and the act, are here:\n\n%[3]s"),
	}
)

// Reword mends the words of an act under review, of the version that the
// moderator saw. The same words change nothing.
func (s *Service) Reword(ctx context.Context, by account.Account, id ID, version int, w Wording) error {
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		r := Rewording{ByID: by.ID, After: w, At: s.now()}
		a, err := s.WorkTx(ctx, tx, by, id, version, func(a *Act) error {
			r.Before, r.Revision, r.OfUpdate = a.Wording(), a.Revision, a.Updating
			return a.Reword(w, by)
		})
		if err != nil {
			return err
		}
		if err := (repository{tx}).keepRewording(ctx, a.ID, r); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "reword", id.String(), "")
	})
	if errors.Is(err, errSameWords) {
		return nil
	}
	return err
}

// Rewordings is an act, and how moderators have mended its words, the oldest
// first: for its authors, and for moderators.
func (s *Service) Rewordings(ctx context.Context, viewer account.Account, id ID) (Act, []Rewording, error) {
	a, err := s.Find(ctx, viewer, id)
	if err != nil {
		return a, nil, err
	}
	if !a.WrittenBy(viewer) && !viewer.Moderates() {
		return a, nil, fmt.Errorf("read the rewordings of %v: %w", id, fault.Forbidden)
	}
	all, err := postgres.All[Rewording](ctx, s.db, "SELECT revision, of_update, by_id, before, after, at FROM act_rewording WHERE act_id = $1 ORDER BY id", id)
	if err != nil {
		return a, nil, wrap("read the rewordings of", id, err)
	}
	return a, all, account.NameAll(ctx, s.Accounts, all, func(r Rewording) account.ID { return r.ByID }, func(r *Rewording, by account.Account) { r.ByName = by.Name })
}

// Reworded is how often moderators have mended the words of each act. Callers
// see to it that the reader writes them.
func (s *Service) Reworded(ctx context.Context, acts []Act) (map[ID]int, error) {
	ids := make([]ID, len(acts))
	for i, a := range acts {
		ids[i] = a.ID
	}
	rows, err := postgres.All[struct {
		ActID ID
		Times int
	}](ctx, s.db, "SELECT act_id, count(*) AS times FROM act_rewording WHERE act_id = ANY($1) GROUP BY act_id", ids)
	times := make(map[ID]int, len(rows))
	for _, r := range rows {
		times[r.ActID] = r.Times
	}
	return times, wrap("count", "rewordings", err)
}

// tellOutTx tells the authors that an act or its update has come out, and
// once, that its words have been mended.
func (s *Service) tellOutTx(ctx context.Context, tx pgx.Tx, a Act, m move) error {
	mended, err := postgres.Values[int64](ctx, tx, "UPDATE act_rewording SET told = true WHERE act_id = $1 AND NOT told RETURNING id", a.ID)
	if err != nil {
		return wrap("tell the rewordings of", a.ID, err)
	}
	if len(mended) > 0 {
		return s.tellWritersTx(ctx, tx, a, m, a.letter(publishedReworded, updateReworded), fmt.Sprintf("/omat-teot/%d/korjaukset", int64(a.ID)))
	}
	return s.tellWritersTx(ctx, tx, a, m, a.letter(published, updatePublished), "/katso/"+a.Slug)
}

func (r repository) keepRewording(ctx context.Context, id ID, w Rewording) error {
	before, err := json.Marshal(w.Before)
	if err != nil {
		return wrap("keep a rewording of", id, err)
	}
	after, err := json.Marshal(w.After)
	if err != nil {
		return wrap("keep a rewording of", id, err)
	}
	return wrap("keep a rewording of", id, postgres.Exec(ctx, r.q, `
		INSERT INTO act_rewording (act_id, revision, of_update, by_id, before, after, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		id, w.Revision, w.OfUpdate, w.ByID, before, after, w.At))
}
