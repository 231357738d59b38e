package jury

import (
	"context"
	"fmt"
	"maps"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// A Case is a nominee before one juror, with what that juror has said: nothing
// of what others have.
type Case struct {
	Nominee
	Conflict Conflict // "": none
	Why      string   // of a declared one
	Ballot   Ballot
}

// A Bench is a jury and its nominees before one juror.
type Bench struct {
	Jury  Jury
	Cases []Case
}

// Done is how many of the cases the juror has scored whole.
func (b Bench) Done() int {
	n := 0
	for _, c := range b.Cases {
		if c.Conflict == "" && c.Ballot.Whole(b.Jury.Criteria) {
			n++
		}
	}
	return n
}

// Asked is how many cases are the juror's to score.
func (b Bench) Asked() int {
	n := 0
	for _, c := range b.Cases {
		if c.Conflict == "" && c.Stands() {
			n++
		}
	}
	return n
}

// Next is the first case after one that the juror has not scored yet, around
// and around; 0 if all are.
func (b Bench) Next(after NomineeID) NomineeID {
	var first, next NomineeID
	passed := false
	for _, c := range b.Cases {
		open := c.ID != after && c.Conflict == "" && c.Stands() && !c.Ballot.Whole(b.Jury.Criteria)
		switch {
		case open && passed && next == 0:
			next = c.ID
		case open && first == 0:
			first = c.ID
		}
		passed = passed || c.ID == after
	}
	if next != 0 {
		return next
	}
	return first
}

// Benches is the juries that the viewer sits on, the newest first.
func (s *Service) Benches(ctx context.Context, viewer account.Account) ([]Bench, error) {
	if !viewer.Judges() {
		return nil, fmt.Errorf("list juries: %w", fault.Forbidden)
	}
	ids, err := postgres.Values[campaign.PrizeID](ctx, s.db, "SELECT award_id FROM jury_member WHERE account_id = $1 ORDER BY award_id DESC", viewer.ID)
	if err != nil {
		return nil, err
	}
	benches := make([]Bench, len(ids))
	for i, id := range ids {
		if benches[i], err = s.Bench(ctx, viewer, id); err != nil {
			return nil, err
		}
	}
	return benches, nil
}

// Bench is the jury of a prize before the viewer. Who does not sit on it does
// not know of it.
func (s *Service) Bench(ctx context.Context, viewer account.Account, id campaign.PrizeID) (Bench, error) {
	p, err := s.prize(ctx, s.db, id)
	if err != nil {
		return Bench{}, err
	}
	return s.bench(ctx, repository{s.db}, viewer, p, repository.read)
}

// bench reads what is before a juror.
func (s *Service) bench(ctx context.Context, r repository, viewer account.Account, p campaign.Prize, read func(repository, context.Context, campaign.Prize) (Jury, error)) (b Bench, err error) {
	sits, err := r.sits(ctx, p.ID, viewer.ID)
	if err != nil {
		return b, err
	}
	if !viewer.Judges() || !sits {
		return b, fmt.Errorf("the jury of %v before %v: %w", p.ID, viewer.ID, fault.NotFound)
	}
	if b.Jury, err = read(r, ctx, p); err != nil {
		return b, err
	}
	nominees, err := r.nominees(ctx, s.Acts, p.ID)
	if err != nil {
		return b, err
	}
	ballots, err := r.ballots(ctx, p.ID, viewer.ID)
	if err != nil {
		return b, err
	}
	declared, err := r.recusals(ctx, p.ID)
	for _, n := range nominees {
		at := seat{n.ID, viewer.ID}
		why, own := declared[at]
		c := Case{Nominee: n, Conflict: conflictOf(viewer, n, s.Organizations.Directory()), Ballot: ballots[at]}
		if own && c.Conflict == "" {
			c.Conflict, c.Why = Declared, why
		}
		b.Cases = append(b.Cases, c)
	}
	return b, err
}

// Case is one nominee before the viewer, and the bench that it is on.
func (s *Service) Case(ctx context.Context, viewer account.Account, id NomineeID) (Bench, Case, error) {
	r := repository{s.db}
	return s.before(ctx, r, viewer, id, repository.read)
}

func (s *Service) before(ctx context.Context, r repository, viewer account.Account, id NomineeID, read func(repository, context.Context, campaign.Prize) (Jury, error)) (Bench, Case, error) {
	n, err := r.nominee(ctx, s.Acts, id)
	if err != nil {
		return Bench{}, Case{}, err
	}
	p, err := s.prize(ctx, r.q, n.AwardID)
	if err != nil {
		return Bench{}, Case{}, err
	}
	b, err := s.bench(ctx, r, viewer, p, read)
	if err != nil {
		return Bench{}, Case{}, err
	}
	for _, c := range b.Cases {
		if c.ID == id {
			return b, c, nil
		}
	}
	return b, Case{}, fmt.Errorf("%v: %w", id, fault.NotFound)
}

// Score stores what a juror says of a nominee, whole or in part. The version of
// the ballot is that which the juror saw; saying the same again changes nothing.
func (s *Service) Score(ctx context.Context, by account.Account, id NomineeID, said Ballot) (Ballot, error) {
	err := s.sitting(ctx, by, id, func(r repository, b Bench, c Case) error {
		if c.Conflict != "" {
			return fmt.Errorf("score %v: %s: %w", id, c.Conflict, fault.Forbidden)
		}
		if !c.Stands() {
			return fmt.Errorf("score %v, which is not public: %w", id, fault.Conflict)
		}
		if err := b.Jury.check(said); err != nil {
			return err
		}
		said.Points, said.Note, said.UpdatedAt = b.Jury.only(said.Points), trim(said.Note), s.now()
		written, err := r.write(ctx, seat{id, by.ID}, said, s.now())
		switch {
		case err != nil:
			return err
		case len(written) == 1:
			said.Version = written[0]
		case c.Ballot.Version > 0 && c.Ballot.Note == said.Note && maps.Equal(c.Ballot.Points, said.Points): // sent twice
			said.Version = c.Ballot.Version
		default:
			return fmt.Errorf("score %v at version %d: %w", id, said.Version, fault.Conflict)
		}
		return nil
	})
	return said, err
}

// Recuse declares that the juror is tied to a nominee: what they have said of
// it counts no more, and they can say no more of it.
func (s *Service) Recuse(ctx context.Context, by account.Account, id NomineeID, why string) error {
	return s.sitting(ctx, by, id, func(r repository, b Bench, _ Case) error {
		var p validate.Problems
		p.Text("reason", why, limit.Note)
		if err := p.Err(); err != nil {
			return err
		}
		if err := postgres.Exec(ctx, r.q, `
			INSERT INTO jury_recusal (nominee_id, account_id, reason, declared_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
			id, by.ID, trim(why), s.now()); err != nil {
			return err
		}
		return audit.Record(ctx, r.q, by, "recuse", b.Jury.Prize.ID.String(), id.String())
	})
}

// Unrecuse takes a declaration back that was made by mistake.
func (s *Service) Unrecuse(ctx context.Context, by account.Account, id NomineeID) error {
	return s.sitting(ctx, by, id, func(r repository, b Bench, _ Case) error {
		if err := postgres.Exec(ctx, r.q, "DELETE FROM jury_recusal WHERE nominee_id = $1 AND account_id = $2", id, by.ID); err != nil {
			return err
		}
		return audit.Record(ctx, r.q, by, "take back recusal", b.Jury.Prize.ID.String(), id.String())
	})
}

// sitting runs a deed of a juror while the jury scores.
func (s *Service) sitting(ctx context.Context, by account.Account, id NomineeID, fn func(repository, Bench, Case) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r := repository{tx}
		b, c, err := s.before(ctx, r, by, id, repository.hold)
		if err != nil {
			return err
		}
		if b.Jury.Phase() != Scoring {
			return fmt.Errorf("%v before %v, whose jury is %s: %w", id, by.ID, b.Jury.Phase(), fault.Conflict)
		}
		return fn(r, b, c)
	})
}
