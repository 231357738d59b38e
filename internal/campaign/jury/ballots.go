package jury

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/postgres"
)

// A seat is a juror before a nominee.
type seat struct {
	NomineeID NomineeID
	AccountID account.ID
}

// ballots is what has been said of the nominees of a prize: by one juror, or by
// all of them when it is 0.
func (r repository) ballots(ctx context.Context, id campaign.PrizeID, of account.ID) (map[seat]Ballot, error) {
	rows, err := postgres.All[struct {
		NomineeID NomineeID
		AccountID account.ID
		Note      string
		Version   int
		UpdatedAt time.Time
	}](ctx, r.q, `
		SELECT b.nominee_id, b.account_id, b.note, b.version, b.updated_at FROM jury_ballot b JOIN nominee n ON n.id = b.nominee_id
		WHERE n.award_id = $1 AND ($2 = 0 OR b.account_id = $2)`, id, of)
	if err != nil {
		return nil, err
	}
	all := make(map[seat]Ballot, len(rows))
	for _, b := range rows {
		all[seat{b.NomineeID, b.AccountID}] = Ballot{Points: Points{}, Note: b.Note, Version: b.Version, UpdatedAt: b.UpdatedAt}
	}
	scores, err := postgres.All[struct {
		NomineeID   NomineeID
		AccountID   account.ID
		CriterionID CriterionID
		Points      int
	}](ctx, r.q, `
		SELECT s.nominee_id, s.account_id, s.criterion_id, s.points FROM jury_score s JOIN nominee n ON n.id = s.nominee_id
		WHERE n.award_id = $1 AND ($2 = 0 OR s.account_id = $2)`, id, of)
	for _, s := range scores {
		all[seat{s.NomineeID, s.AccountID}].Points[s.CriterionID] = s.Points
	}
	return all, err
}

// begun reports whether anybody has scored anything for a prize.
func (r repository) begun(ctx context.Context, id campaign.PrizeID) (bool, error) {
	return postgres.Value[bool](ctx, r.q, `
		SELECT EXISTS (SELECT FROM jury_score s JOIN nominee n ON n.id = s.nominee_id WHERE n.award_id = $1)`, id)
}

// write stores what a juror says, when it is at a version still: 0 is one of
// which nothing is stored. It is the new version; none otherwise.
func (r repository) write(ctx context.Context, at seat, b Ballot, now time.Time) ([]int, error) {
	var written []int
	var err error
	if b.Version == 0 {
		written, err = postgres.Values[int](ctx, r.q, `
			INSERT INTO jury_ballot (nominee_id, account_id, note, updated_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT DO NOTHING RETURNING version`, at.NomineeID, at.AccountID, b.Note, now)
	} else {
		written, err = postgres.Values[int](ctx, r.q, `
			UPDATE jury_ballot SET note = $3, updated_at = $4, version = version + 1
			WHERE nominee_id = $1 AND account_id = $2 AND version = $5 RETURNING version`, at.NomineeID, at.AccountID, b.Note, now, b.Version)
	}
	if err != nil || len(written) == 0 {
		return nil, err
	}
	if err := postgres.Exec(ctx, r.q, "DELETE FROM jury_score WHERE nominee_id = $1 AND account_id = $2", at.NomineeID, at.AccountID); err != nil {
		return nil, err
	}
	for id, n := range b.Points {
		err := postgres.Exec(ctx, r.q, `
			INSERT INTO jury_score (nominee_id, account_id, criterion_id, points) VALUES ($1, $2, $3, $4)`, at.NomineeID, at.AccountID, id, n)
		if err != nil {
			return nil, err
		}
	}
	return written, nil
}

// recusals is who has declared to be tied to which nominee of a prize.
func (r repository) recusals(ctx context.Context, id campaign.PrizeID) (map[seat]string, error) {
	rows, err := postgres.All[struct {
		NomineeID NomineeID
		AccountID account.ID
		Reason    string
	}](ctx, r.q, `
		SELECT c.nominee_id, c.account_id, c.reason FROM jury_recusal c JOIN nominee n ON n.id = c.nominee_id WHERE n.award_id = $1`, id)
	all := make(map[seat]string, len(rows))
	for _, c := range rows {
		all[seat{c.NomineeID, c.AccountID}] = c.Reason
	}
	return all, err
}
