package stats_test

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// rewrite puts other content into an act, as the approval of an update does.
func (w *town) rewrite(choose chooser, id act.ID) error {
	return w.tx(func(ctx context.Context, tx pgx.Tx) error {
		_, err := w.acts.ChangeTx(ctx, tx, id, 0, func(a *act.Act) error {
			c := w.content(choose)
			c.Title, c.Contacts = a.Title, a.Contacts
			a.Content = c
			return nil
		})
		return err
	})
}

// move hides, shows, archives or merges an act.
func (w *town) move(choose chooser, id act.ID) error {
	into := pick(choose, w.ids)
	how := pick(choose, []func(a *act.Act) error{
		func(a *act.Act) error { return a.Hide(w.moderator, "Syy.", w.at) },
		func(a *act.Act) error { return a.Hide(w.moderator, "Syy.", w.at) },
		func(a *act.Act) error { return a.Show(w.moderator, "", w.at) },
		func(a *act.Act) error { return a.Show(w.moderator, "", w.at) },
		func(a *act.Act) error { return a.Archive(w.moderator, w.at) },
		func(a *act.Act) error { return a.MergeInto(into, w.moderator, w.at) },
	})
	return w.tx(func(ctx context.Context, tx pgx.Tx) error {
		_, err := w.acts.ChangeTx(ctx, tx, id, 0, how)
		return err
	})
}

// copied has an organisation tell how far it is with an act, or take it back.
func (w *town) copied(choose chooser, id act.ID) error {
	all, err := w.adoptions.Of(w.t.Context(), id)
	if err != nil {
		return err
	}
	if len(all) > 0 && choose(3) == 0 {
		_, err := w.adoptions.Remove(w.t.Context(), w.moderator, all[0].ID)
		return err
	}
	by := w.moderator
	by.OrganizationID = int64(pick(choose, w.choices.orgs))
	x := adoption.Telling{State: pick(choose, []adoption.State{adoption.InUse, adoption.InUse, adoption.Stopped, adoption.Tried})}
	a, err := w.acts.Find(w.t.Context(), w.moderator, id)
	if err != nil || !adoption.CanTell(a, by) {
		return err
	}
	_, err = w.adoptions.Tell(w.t.Context(), by, id, x)
	return err
}

// enter enters an act in the campaign, or takes it out.
func (w *town) enter(choose chooser, id act.ID) error {
	c := w.campaigns.All()[0]
	return w.tx(func(ctx context.Context, tx pgx.Tx) error {
		to := c.ID
		if choose(4) == 0 {
			to = 0
		}
		if _, err := w.acts.LockTx(ctx, tx, id); err != nil { // deleted, perhaps
			return err
		}
		if err := w.campaigns.EnterTx(ctx, tx, id, to); err != nil {
			return err
		}
		return w.acts.TouchTx(ctx, tx, id)
	})
}

// rule changes what the campaign counts.
func (w *town) rule(choose chooser, _ act.ID) error {
	c := w.campaigns.All()[0]
	c.ClosesOn = c.OpensOn.AddDate(0, 0, 30*choose(6))
	if err := w.campaigns.Change(w.t.Context(), w.team, c.ID, c.Version, c); err != nil {
		return err
	}
	return w.campaigns.Refresh(w.t.Context())
}

// merge has an organisation end, and another one go on with its work; or it
// turns out that it has not ended.
func (w *town) merge(choose chooser, _ act.ID) error {
	id, to := pick(choose, w.choices.orgs), pick(choose, w.choices.orgs)
	last := time.Date(w.at.Year(), w.at.Month(), w.at.Day()-1+choose(3), 0, 0, 0, 0, time.UTC)
	if choose(4) == 0 {
		last, to = time.Time{}, 0
	}
	around, err := postgres.Value[bool](w.t.Context(), w.db, `
		WITH RECURSIVE chain AS (
			SELECT $1::bigint AS id UNION SELECT o.successor_id FROM chain c JOIN organization o ON o.id = c.id WHERE o.successor_id IS NOT NULL
		)
		SELECT EXISTS (SELECT FROM chain WHERE id = $2)`, to, id)
	if err != nil || around {
		return err
	}
	return w.tx(func(ctx context.Context, tx pgx.Tx) error { return organization.EndTx(ctx, tx, w.at, id, last, to) })
}

// award gives an act an award, or takes it back.
func (w *town) award(choose chooser, id act.ID) error {
	return w.tx(func(ctx context.Context, tx pgx.Tx) error {
		sql := "INSERT INTO award_grant (award_id, act_id, granted_on, published_at) SELECT $1, $2, $3::timestamptz::date, $3 FROM act WHERE id = $2 ON CONFLICT DO NOTHING"
		args := []any{w.prize, id, w.at}
		if choose(3) == 0 {
			sql, args = "DELETE FROM award_grant WHERE act_id = $1", []any{id}
		}
		if err := postgres.Exec(ctx, tx, sql, args...); err != nil {
			return err
		}
		return w.acts.TouchTx(ctx, tx, id)
	})
}

// reads has the page of an act opened.
func (w *town) reads(choose chooser, id act.ID) error {
	return w.tx(func(ctx context.Context, tx pgx.Tx) error {
		n := 1 + choose(5)
		if err := postgres.Exec(ctx, tx, "UPDATE reading_total SET hits = hits + $1", n); err != nil {
			return err
		}
		return postgres.Exec(ctx, tx, `
			INSERT INTO page_reading AS p (day, page, hits, changed)
			SELECT $1::date, '/katso/' || a.slug, $2, t.hits FROM act a, reading_total t WHERE a.id = $3
			ON CONFLICT (page, day) DO UPDATE SET hits = p.hits + excluded.hits, changed = excluded.changed`, w.at.Format(time.DateOnly), n, id)
	})
}

// vanish writes and publishes an act of an owner; when there are some, it
// deletes the one with the id.
func (w *town) vanish(choose chooser, id act.ID) error {
	ctx := w.t.Context()
	if choose(2) == 0 {
		w.made++
		a, err := w.acts.Begin(ctx, w.owner, fmt.Sprintf("0198b1f2-0000-7000-8001-%012d", w.made), w.content(choose))
		if err != nil {
			return err
		}
		w.ids = append(w.ids, a.ID)
		return w.tx(func(ctx context.Context, tx pgx.Tx) error {
			_, err := w.acts.ChangeTx(ctx, tx, a.ID, 0, func(a *act.Act) error {
				a.SectorIDs, a.ThemeIDs = append(a.SectorIDs[:0:0], w.choices.sectors[0]), w.choices.themes[:1]
				for _, step := range []func() error{
					func() error { return a.Submit(w.owner, w.at) }, func() error { return a.Take(w.moderator, w.at) },
					func() error { return a.Approve(w.moderator, nil, w.at) }, func() error { return a.Publish(w.moderator, w.at) },
				} {
					if err := step(); err != nil {
						return err
					}
				}
				return nil
			})
			return err
		})
	}
	if err := w.acts.AskRemoval(ctx, w.owner, id, "Turha."); err != nil {
		return err
	}
	waiting, err := w.acts.Removals(ctx, w.moderator)
	if err != nil || len(waiting) == 0 {
		return err
	}
	err = w.acts.DecideRemoval(ctx, w.moderator, waiting[0].ID, true, "")
	if held := new(problems); isProblem(err, held) {
		return nil // what awards and merged acts lead to is not deleted
	}
	if err == nil {
		w.ids = slices.DeleteFunc(w.ids, func(id act.ID) bool { return id == waiting[0].ActID })
	}
	return err
}
