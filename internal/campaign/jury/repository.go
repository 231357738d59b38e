package jury

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

type repository struct{ q postgres.Querier }

// stored is a jury as its row has it.
type stored struct {
	Scale               Scale
	ClosedAt, DecidedAt *time.Time
	Version             int
}

const columns = "SELECT scale, closed_at, decided_at, version FROM jury WHERE award_id = $1"

// read is the jury of a prize; one of which nothing has been set is none yet.
func (r repository) read(ctx context.Context, p campaign.Prize) (Jury, error) {
	rows, err := postgres.All[stored](ctx, r.q, columns, p.ID)
	return r.jury(ctx, p, rows, err)
}

// lock is read, with nobody else changing it until the transaction ends.
func (r repository) lock(ctx context.Context, p campaign.Prize) (Jury, error) {
	rows, err := postgres.All[stored](ctx, r.q, columns+" FOR UPDATE", p.ID)
	return r.jury(ctx, p, rows, err)
}

// hold is read, with nobody closing it until the transaction ends: many jurors
// score at once.
func (r repository) hold(ctx context.Context, p campaign.Prize) (Jury, error) {
	rows, err := postgres.All[stored](ctx, r.q, columns+" FOR SHARE", p.ID)
	return r.jury(ctx, p, rows, err)
}

func (r repository) jury(ctx context.Context, p campaign.Prize, rows []stored, err error) (Jury, error) {
	j := Jury{Prize: p, Rules: Rules{Scale: Five}}
	if err != nil || len(rows) == 0 {
		return j, err
	}
	j.Scale, j.ClosedAt, j.DecidedAt, j.Version = rows[0].Scale, rows[0].ClosedAt, rows[0].DecidedAt, rows[0].Version
	criteria, err := postgres.All[struct {
		ID                     CriterionID
		NameFi, NameSv, NameEn string
		Weight                 int
	}](ctx, r.q, "SELECT id, name_fi, name_sv, name_en, weight FROM jury_criterion WHERE award_id = $1 ORDER BY position", p.ID)
	for _, c := range criteria {
		j.Criteria = append(j.Criteria, Criterion{c.ID, i18n.Name(c.NameFi, c.NameSv, c.NameEn), c.Weight})
	}
	return j, err
}

// setRules writes what the jury scores by, when it is at a version still: 0 is
// none yet. It reports whether it was.
func (r repository) setRules(ctx context.Context, id campaign.PrizeID, key string, version int, rules Rules) (bool, error) {
	var set []int
	var err error
	if version == 0 {
		set, err = postgres.Values[int](ctx, r.q, `
			INSERT INTO jury (award_id, scale, form_key) VALUES ($1, $2, $3::uuid) ON CONFLICT DO NOTHING RETURNING version`, id, rules.Scale, key)
	} else {
		set, err = postgres.Values[int](ctx, r.q, `
			UPDATE jury SET scale = $2, form_key = $3::uuid, version = version + 1
			WHERE award_id = $1 AND version = $4 RETURNING version`, id, rules.Scale, key, version)
	}
	if err != nil || len(set) == 0 {
		return false, err
	}
	return true, r.setCriteria(ctx, id, rules)
}

func (r repository) setCriteria(ctx context.Context, id campaign.PrizeID, rules Rules) error {
	if err := postgres.Exec(ctx, r.q, "DELETE FROM jury_criterion WHERE award_id = $1", id); err != nil {
		return err
	}
	for i, c := range rules.Criteria {
		err := postgres.Exec(ctx, r.q, `
			INSERT INTO jury_criterion (award_id, position, name_fi, name_sv, name_en, weight) VALUES ($1, $2, $3, $4, $5, $6)`,
			id, i+1, trim(c.Name.To(i18n.FI)), trim(c.Name.To(i18n.SV)), trim(c.Name.To(i18n.EN)), c.Weight)
		if err != nil {
			return err
		}
	}
	return nil
}

// sentBy reports whether the rules were saved by the form with a key.
func (r repository) sentBy(ctx context.Context, id campaign.PrizeID, key string) (bool, error) {
	return postgres.Value[bool](ctx, r.q, "SELECT EXISTS (SELECT FROM jury WHERE award_id = $1 AND form_key = $2::uuid)", id, key)
}

// move writes how far the jury is.
func (r repository) move(ctx context.Context, j Jury, by account.Account) error {
	return postgres.Exec(ctx, r.q, `
		UPDATE jury SET closed_at = $2, decided_at = $3, decided_by = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE $4::bigint END, version = version + 1
		WHERE award_id = $1`, j.Prize.ID, j.ClosedAt, j.DecidedAt, by.ID)
}

type membership struct {
	AccountID account.ID
	AddedAt   time.Time
}

func (r repository) members(ctx context.Context, id campaign.PrizeID) ([]membership, error) {
	return postgres.All[membership](ctx, r.q, "SELECT account_id, added_at FROM jury_member WHERE award_id = $1 ORDER BY added_at, account_id", id)
}

func (r repository) sits(ctx context.Context, id campaign.PrizeID, who account.ID) (bool, error) {
	return postgres.Value[bool](ctx, r.q, "SELECT EXISTS (SELECT FROM jury_member WHERE award_id = $1 AND account_id = $2)", id, who)
}

const nomineeColumns = `
	SELECT id, award_id, coalesce(act_id, 0) AS act_id, coalesce(organization_id, 0) AS organization_id, person, reason, by_id, nominated_at FROM nominee `

// nominees is who may win a prize, in the order in which they were nominated.
func (r repository) nominees(ctx context.Context, acts *act.Service, id campaign.PrizeID) ([]Nominee, error) {
	list, err := postgres.All[Nominee](ctx, r.q, nomineeColumns+"WHERE award_id = $1 ORDER BY id", id)
	if err != nil {
		return nil, err
	}
	return list, r.tie(ctx, acts, list)
}

func (r repository) nominee(ctx context.Context, acts *act.Service, id NomineeID) (Nominee, error) {
	n, err := postgres.One[Nominee](ctx, r.q, nomineeColumns+"WHERE id = $1", id)
	if err != nil {
		return n, fmt.Errorf("find %v: %w", id, err)
	}
	one := []Nominee{n}
	err = r.tie(ctx, acts, one)
	return one[0], err
}

// tie adds what the acts of nominees are tied to.
func (r repository) tie(ctx context.Context, acts *act.Service, list []Nominee) error {
	var ids []act.ID
	for _, n := range list {
		if n.ActID != 0 {
			ids = append(ids, n.ActID)
		}
	}
	ties, err := acts.TiesOf(ctx, r.q, ids)
	for i := range list {
		list[i].Act = ties[list[i].ActID]
	}
	return err
}
