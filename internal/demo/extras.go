package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/postgres"
)

// An extra is what a file of acts does not tell of an act.
type extra struct {
	Ref    string `json:"ref"`
	Award  string `json:"award"`   // key of a prize of 2022
	Owner  string `json:"owner"`   // e-mail of a demo person
	Starts string `json:"started"` // months, as 2022-03
	Ends   string `json:"ended"`
	Deed   string `json:"deed"`   // what a moderator, or the owner, did last
	Reason string `json:"reason"` // and why
	Into   string `json:"into"`   // the ref of the act that it was merged into
	Note   string `json:"note"`   // that the moderator made while having it on the table

	Comments []struct { // that the act was returned with
		Section moderation.Section `json:"section"`
		Body    string             `json:"body"`
	} `json:"comments"`
}

// extras adds what the files of acts do not tell.
func (s *Service) extras(ctx context.Context) error {
	text, err := files.ReadFile("data/extras.json")
	if err != nil {
		return err
	}
	var all []extra
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("extras.json: %w", err)
	}
	ids, err := s.ids(ctx)
	if err != nil {
		return err
	}
	err = s.DB.Tx(ctx, func(tx pgx.Tx) error {
		if err := s.complete(ctx, tx, ids, all); err != nil {
			return err
		}
		return s.awards(ctx, tx, ids, all)
	})
	if err != nil {
		return err
	}
	if err := s.addFiles(ctx, ids); err != nil {
		return err
	}
	if err := s.deeds(ctx, ids, all); err != nil {
		return err
	}
	if err := s.messages(ctx, ids); err != nil {
		return err
	}
	if err := s.follows(ctx, ids); err != nil {
		return err
	}
	if err := s.adoptions(ctx, ids); err != nil {
		return err
	}
	return s.juries(ctx, ids)
}

// ids is every act by its reference.
func (s *Service) ids(ctx context.Context) (map[string]act.ID, error) {
	rows, err := postgres.All[struct {
		Ref string
		ID  act.ID
	}](ctx, s.DB, "SELECT ref, id FROM act")
	ids := make(map[string]act.ID, len(rows))
	for _, r := range rows {
		ids[r.Ref] = r.ID
	}
	return ids, err
}

// complete adds the months and the owners, and shows the contacts: they are
// invented, so they have agreed.
func (s *Service) complete(ctx context.Context, tx pgx.Tx, ids map[string]act.ID, all []extra) error {
	for _, x := range all {
		var owner account.Account
		if x.Owner != "" {
			var err error
			if owner, err = s.Accounts.FindByEmail(ctx, x.Owner); err != nil {
				return err
			}
		}
		_, err := s.Acts.ChangeTx(ctx, tx, ids[x.Ref], 0, func(a *act.Act) error {
			a.OwnerID, a.Started, a.Ended = owner.ID, x.Starts, x.Ends
			for i := range a.Contacts {
				a.Contacts[i].Consent, a.Contacts[i].VisibleTo = true, act.Everyone
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("complete %s: %w", x.Ref, err)
		}
	}
	return nil
}

// galaDay is when the awards of 2022 were given.
func galaDay() time.Time { return time.Date(2022, 12, 8, 0, 0, 0, 0, time.UTC) }

// prizes of the campaign of 2022, by the keys that extras.json uses.
func prizes() []campaign.Prize {
	return []campaign.Prize{
		{Key: "palkinto", Kind: campaign.ForAct, DecidedBy: campaign.ByJury, Name: i18n.T("Vuoden kehittämisteko", "Årets utvecklingsgärning", "Development act of the year")},
		{Key: "kunniamaininta", Kind: campaign.ForAct, DecidedBy: campaign.ByJury, Name: i18n.T("Kunniamaininta", "Hedersomnämnande", "Honourable mention")},
		{Key: "kekselias-kunta", Kind: campaign.ForOrganization, DecidedBy: campaign.ByCount, Name: i18n.T("Suomen kekseliäin kunta", "Finlands mest innovativa kommun", "Finland’s most inventive municipality")},
	}
}

func (s *Service) awards(ctx context.Context, tx pgx.Tx, ids map[string]act.ID, all []extra) error {
	of2022, _ := s.Campaigns.BySlug("hyva-kiertamaan-2022")
	keys := map[string]campaign.PrizeID{}
	for _, p := range prizes() {
		id, err := s.Campaigns.EnsurePrizeTx(ctx, tx, of2022.ID, p)
		if err != nil {
			return err
		}
		keys[p.Key] = id
	}
	var awarded []act.ID
	for _, x := range all {
		if x.Award == "" {
			continue
		}
		if err := s.Campaigns.GrantTx(ctx, tx, keys[x.Award], ids[x.Ref], 0, galaDay()); err != nil {
			return err
		}
		awarded = append(awarded, ids[x.Ref])
	}
	for _, l := range s.Campaigns.MostInventive(of2022) { // computed, as the rules have it
		o, _ := s.Organizations.Directory().BySlug(l.Code)
		if err := s.Campaigns.GrantTx(ctx, tx, keys["kekselias-kunta"], 0, o.ID, galaDay()); err != nil {
			return err
		}
	}
	return s.Acts.TouchTx(ctx, tx, awarded...)
}

// deeds lets the demo people decide on some acts as real people would, so
// that their life has been logged step by step.
func (s *Service) deeds(ctx context.Context, ids map[string]act.ID, all []extra) error {
	moderator, err := s.Accounts.FindByEmail(ctx, "moderoija@example.fi")
	if err != nil {
		return err
	}
	for _, x := range all {
		var err error
		switch id := ids[x.Ref]; x.Deed {
		case "":
		case "take":
			err = s.take(ctx, moderator, id, x)
		case "return", "reject":
			if err = s.take(ctx, moderator, id, x); err == nil && x.Deed == "return" {
				err = s.Moderation.Return(ctx, moderator, id, 0, x.Reason)
			} else if err == nil {
				err = s.Moderation.Reject(ctx, moderator, id, 0, x.Reason)
			}
		case "hide":
			err = s.Moderation.Hide(ctx, moderator, id, 0, x.Reason)
		case "merge":
			err = s.Moderation.Merge(ctx, moderator, id, 0, ids[x.Into])
		case "withdraw":
			var owner account.Account
			if owner, err = s.Accounts.FindByEmail(ctx, x.Owner); err == nil {
				_, err = s.Acts.Withdraw(ctx, owner, id, 0)
			}
		default:
			err = fmt.Errorf("the deed %q is unknown", x.Deed)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", x.Ref, err)
		}
	}
	return nil
}

// take puts an act on the table, with what the moderator writes beside it.
func (s *Service) take(ctx context.Context, moderator account.Account, id act.ID, x extra) error {
	if err := s.Moderation.Take(ctx, moderator, id, 0); err != nil {
		return err
	}
	for i, c := range x.Comments {
		if err := s.Moderation.Comment(ctx, moderator, id, fmt.Sprintf("%024d%08d", int64(id), i+1), c.Section, c.Body); err != nil {
			return err
		}
	}
	if x.Note == "" {
		return nil
	}
	return s.Moderation.Note(ctx, moderator, id, fmt.Sprintf("%032d", int64(id)), x.Note)
}
