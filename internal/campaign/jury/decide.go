package jury

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// Progress is how far a juror is.
type Progress struct {
	Member
	Done    int // nominees scored whole
	Asked   int // that are theirs to score
	Recused int // that they are tied to
}

// A Panel is a jury as the programme team sees it: never what one juror has
// given.
type Panel struct {
	List
	Progress []Progress
	Result   []Standing // once scoring is closed; of a team member who sits on the jury, once it is decided
	Sits     bool       // the viewer is on the jury
	Begun    bool       // somebody has scored: the rules stand
	Recused  map[NomineeID]int
}

// Panel is the jury of a prize, for the programme team.
func (s *Service) Panel(ctx context.Context, viewer account.Account, id campaign.PrizeID) (Panel, error) {
	if !viewer.RunsProgramme() {
		return Panel{}, fmt.Errorf("the jury of %v: %w", id, fault.Forbidden)
	}
	p, err := s.prize(ctx, s.db, id)
	if err != nil {
		return Panel{}, err
	}
	return s.panel(ctx, repository{s.db}, viewer, p)
}

func (s *Service) panel(ctx context.Context, r repository, viewer account.Account, p campaign.Prize) (v Panel, err error) {
	if v.Jury, err = r.read(ctx, p); err != nil {
		return v, err
	}
	if v.Nominees, err = r.nominees(ctx, s.Acts, p.ID); err != nil {
		return v, err
	}
	members, err := s.members(ctx, r, p.ID)
	if err != nil {
		return v, err
	}
	ballots, err := r.ballots(ctx, p.ID, 0)
	if err != nil {
		return v, err
	}
	declared, err := r.recusals(ctx, p.ID)
	if err != nil {
		return v, err
	}
	votes := s.count(&v, members, ballots, declared)
	v.Sits = slices.ContainsFunc(members, func(m Member) bool { return m.ID == viewer.ID })
	if phase := v.Jury.Phase(); phase == Decided || phase == Closed && !v.Sits {
		v.Result = Tally(v.Jury.Criteria, standing(v.Nominees), votes)
	}
	v.Begun, err = r.begun(ctx, p.ID)
	return v, err
}

// count is the votes that count, with how far each juror is.
func (s *Service) count(v *Panel, members []Member, ballots map[seat]Ballot, declared map[seat]string) []Vote {
	var votes []Vote
	v.Recused = map[NomineeID]int{}
	for _, m := range members {
		far := Progress{Member: m}
		for _, n := range v.Nominees {
			at := seat{n.ID, m.ID}
			_, own := declared[at]
			if own || conflictOf(m.Account, n, s.Organizations.Directory()) != "" {
				far.Recused++
				v.Recused[n.ID]++
				continue
			}
			if !n.Stands() {
				continue
			}
			far.Asked++
			if b := ballots[at]; b.Whole(v.Jury.Criteria) {
				far.Done++
				votes = append(votes, Vote{n.ID, b.Points})
			}
		}
		v.Progress = append(v.Progress, far)
	}
	return votes
}

func standing(all []Nominee) []NomineeID {
	var ids []NomineeID
	for _, n := range all {
		if n.Stands() {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

func (s *Service) members(ctx context.Context, r repository, id campaign.PrizeID) ([]Member, error) {
	rows, err := r.members(ctx, id)
	if err != nil {
		return nil, err
	}
	members := make([]Member, len(rows))
	for i, m := range rows {
		if members[i].Account, err = s.Accounts.FindTx(ctx, r.q, m.AccountID); err != nil {
			return nil, err
		}
		members[i].AddedAt = m.AddedAt
	}
	return members, nil
}

// A Choice is a nominee that the team gives the prize to, and why.
type Choice struct {
	Nominee  NomineeID
	Mention  bool // an honourable mention
	Citation i18n.Text
}

// CitationField is the name of the field of a citation.
func CitationField(id NomineeID, l i18n.Lang) string {
	return fmt.Sprintf("citation_%s-%d", l, int64(id))
}

// Decide records whom the prize is given to, with the citations, and gives it
// under embargo. Version is that of the jury whose result the team saw.
func (s *Service) Decide(ctx context.Context, by account.Account, id campaign.PrizeID, version int, choices []Choice) error {
	now := s.now()
	return s.move(ctx, by, id, "decide", Closed, func(tx pgx.Tx, j *Jury) error {
		if j.Version != version {
			return fmt.Errorf("decide %v at version %d: %w", id, version, fault.Conflict)
		}
		winners, err := s.chosen(ctx, repository{tx}, id, choices)
		if err != nil {
			return err
		}
		j.DecidedAt = &now
		return s.Campaigns.AwardTx(ctx, tx, by, j.Prize, winners...)
	})
}

// chosen is the nominees of the choices. There is a winner, and why each has
// won is told in Finnish at least.
func (s *Service) chosen(ctx context.Context, r repository, id campaign.PrizeID, choices []Choice) ([]campaign.Chosen, error) {
	nominees, err := r.nominees(ctx, s.Acts, id)
	if err != nil {
		return nil, err
	}
	var problems validate.Problems
	var winners []campaign.Chosen
	for _, c := range choices {
		at := slices.IndexFunc(nominees, func(n Nominee) bool { return n.ID == c.Nominee && n.Stands() })
		if at < 0 {
			return nil, fmt.Errorf("give %v to %v: %w", id, c.Nominee, fault.Conflict)
		}
		c.check(&problems)
		n := nominees[at]
		w := campaign.Chosen{Act: n.ActID, Organization: n.OrganizationID, Person: n.Person, Citation: c.Citation, Mention: c.Mention}
		if n.Person != "" { // the act is only what they have done
			w.Act = 0
		}
		winners = append(winners, w)
	}
	if !slices.ContainsFunc(choices, func(c Choice) bool { return !c.Mention }) {
		problems = append(validate.Problems{{Field: "winner", Rule: validate.Required}}, problems...)
	}
	return winners, problems.Err()
}

func (c Choice) check(problems *validate.Problems) {
	if !c.Mention && trim(c.Citation.To(i18n.FI)) == "" {
		problems.Add(CitationField(c.Nominee, i18n.FI), validate.Required, 0)
	}
	var long validate.Problems
	campaign.CheckCitation(&long, c.Citation)
	for _, p := range long {
		problems.Add(fmt.Sprintf("%s-%d", p.Field, int64(c.Nominee)), p.Rule, p.Limit)
	}
}

// Undo takes a decision back while it is under embargo.
func (s *Service) Undo(ctx context.Context, by account.Account, id campaign.PrizeID) error {
	return s.move(ctx, by, id, "undo decision", Decided, func(tx pgx.Tx, j *Jury) error {
		j.DecidedAt = nil
		return s.Campaigns.RevokeAllTx(ctx, tx, by, id)
	})
}

// Close ends the scoring: the scores stand, and the team sees the result.
func (s *Service) Close(ctx context.Context, by account.Account, id campaign.PrizeID) error {
	now := s.now()
	return s.move(ctx, by, id, "close", Scoring, func(_ pgx.Tx, j *Jury) error { j.ClosedAt = &now; return nil })
}

// Reopen lets the jurors go on scoring, as long as nothing has been decided.
func (s *Service) Reopen(ctx context.Context, by account.Account, id campaign.PrizeID) error {
	return s.move(ctx, by, id, "reopen", Closed, func(_ pgx.Tx, j *Jury) error { j.ClosedAt = nil; return nil })
}

// move brings a jury from one phase to another. Nobody who sits on it does:
// they would see what the others have given, or decide on it.
func (s *Service) move(ctx context.Context, by account.Account, id campaign.PrizeID, verb string, from Phase, to func(pgx.Tx, *Jury) error) error {
	return s.team(ctx, by, id, verb, func(tx pgx.Tx, j Jury) error {
		r := repository{tx}
		sits, err := r.sits(ctx, id, by.ID)
		if err != nil {
			return err
		}
		if sits {
			return fmt.Errorf("%s the jury of %v by a juror: %w", verb, id, fault.Forbidden)
		}
		if j.Phase() != from {
			return fmt.Errorf("%s the jury of %v, which is %s: %w", verb, id, j.Phase(), fault.Conflict)
		}
		if err := to(tx, &j); err != nil {
			return err
		}
		return r.move(ctx, j, by)
	})
}
