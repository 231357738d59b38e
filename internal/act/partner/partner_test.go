package partner_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

const (
	leading = organization.ID(1)
	ours    = organization.ID(2) // a partner
	theirs  = organization.ID(3) // another one
	nobodys = organization.ID(4) // named by no act
)

// desk is a database with the people around a joint act.
type desk struct {
	*partner.Service
	t                    *testing.T
	db                   *postgres.DB
	acts                 *act.Service
	owner, author, staff account.Account
	speaker, other, lead account.Account // coordinators of ours, theirs and leading
	made                 int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, db: referencetest.New(t)}
	orgs := organization.New(d.db)
	d.must(orgs.Refresh(t.Context()))
	d.acts = acttest.ServiceOf(t, d.db, orgs)
	d.Service = partner.New(d.db, partner.Parts{
		Acts: d.acts, Accounts: accounttest.Service(t, d.db, time.Now), Mails: accounttest.Outbox(t, d.db, time.Now), Organizations: orgs,
	}, time.Now)
	d.owner, d.author, d.staff = accounttest.New(t, d.db), accounttest.New(t, d.db), accounttest.New(t, d.db, account.Moderator)
	d.speaker, d.other, d.lead = d.coordinator(ours), d.coordinator(theirs), d.coordinator(leading)
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) exec(sql string, args ...any) {
	d.t.Helper()
	d.must(postgres.Exec(d.t.Context(), d.db, sql, args...))
}

func (d *desk) coordinator(o organization.ID) account.Account {
	a := accounttest.New(d.t, d.db, account.Coordinator)
	d.exec("UPDATE account SET organization_id = $2 WHERE id = $1", a.ID, o)
	a.OrganizationID = int64(o)
	return a
}

// draft is a joint act of the owner's and the author's that names partners.
func (d *desk) draft(partners ...organization.ID) act.Act {
	d.t.Helper()
	d.made++
	c := acttest.Content()
	c.OrganizationID, c.PartnerIDs = leading, partners
	a, err := d.acts.Begin(d.t.Context(), d.owner, fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", d.made), c)
	d.must(err)
	d.exec("INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, d.author.ID)
	return a
}

func (d *desk) sent(partners ...organization.ID) act.Act {
	d.t.Helper()
	a, err := d.acts.Submit(d.t.Context(), d.owner, d.draft(partners...).ID, 0)
	d.must(err)
	return a
}

// lives does moves of its life to an act, or to its update, as the moderator.
func (d *desk) lives(id act.ID, steps func(a *act.Act, at time.Time) []error) {
	d.t.Helper()
	d.must(d.db.Tx(d.t.Context(), func(tx pgx.Tx) error {
		_, err := d.acts.WorkTx(d.t.Context(), tx, d.staff, id, 0, func(a *act.Act) error { return errors.Join(steps(a, time.Now())...) })
		return err
	}))
}

func (d *desk) publish(id act.ID) {
	d.t.Helper()
	d.lives(id, func(a *act.Act, at time.Time) []error {
		return []error{a.Take(d.staff, at), a.Approve(d.staff, nil, at), a.Publish(d.staff, at)}
	})
}

func (d *desk) published(partners ...organization.ID) act.Act {
	d.t.Helper()
	a := d.sent(partners...)
	d.publish(a.ID)
	return d.read(a.ID)
}

func (d *desk) read(id act.ID) act.Act {
	d.t.Helper()
	a, err := d.acts.Find(d.t.Context(), d.owner, id)
	d.must(err)
	return a
}

func (d *desk) names(id act.ID, want ...organization.ID) {
	d.t.Helper()
	if got := d.read(id).PartnerIDs; !slices.Equal(got, want) {
		d.t.Errorf("%v names %v, want %v", id, got, want)
	}
}

// mails is how many mails whose subject begins so somebody has got.
func (d *desk) mails(to account.Account, begins string) int {
	d.t.Helper()
	n, err := postgres.Value[int](d.t.Context(), d.db, "SELECT count(*) FROM mail_message WHERE recipient = $1 AND starts_with(subject, $2)", to.Email, begins)
	d.must(err)
	return n
}

// Coordinators of the partners see what has been sent, and nobody else does.
func TestWhoSeesJointActs(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.draft(ours)
	sent, out := d.sent(ours, theirs), d.published(ours)
	rejected := d.sent(ours)
	d.lives(rejected.ID, func(a *act.Act, at time.Time) []error {
		return []error{a.Take(d.staff, at), a.Reject(d.staff, "Ei ole teko.", at)}
	})
	for name, c := range map[string]struct {
		viewer account.Account
		want   []act.ID
	}{
		"a partner's": {d.speaker, []act.ID{out.ID, sent.ID}}, "the other partner's": {d.other, []act.ID{sent.ID}}, "the leader's": {d.lead, nil},
	} {
		all, err := d.Of(t.Context(), c.viewer)
		var got []act.ID
		for _, j := range all {
			got = append(got, j.ID)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s coordinator sees %v, %v; want %v", name, got, err, c.want)
		}
	}
	member := accounttest.New(t, d.db)
	member.OrganizationID = int64(ours)
	for name, viewer := range map[string]account.Account{"a visitor": {}, "a member": member, "the owner": d.owner, "a moderator": d.staff} {
		if all, err := d.Of(t.Context(), viewer); !errors.Is(err, fault.Forbidden) || len(all) > 0 {
			t.Errorf("%s lists %v, %v", name, all, err)
		}
		if _, err := d.Find(t.Context(), viewer, sent.ID); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s finds: %v", name, err)
		}
	}
	if _, err := d.Find(t.Context(), d.other, out.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("the other partner's coordinator finds an act that does not name it: %v", err)
	}
}

// Only the coordinator of a named partner says something, as of now.
func TestWhoDenies(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a, draft := d.sent(ours), d.draft(ours)
	left := d.coordinator(ours)
	d.exec("UPDATE account SET organization_id = NULL WHERE id = $1", left.ID)
	for name, by := range map[string]account.Account{
		"a visitor": {}, "the owner": d.owner, "a moderator": d.staff, "the other coordinator": d.other, "the leader's": d.lead,
		"a coordinator of no partner": d.coordinator(nobodys), "who has left": left,
	} {
		for what, say := range map[string]func(context.Context, account.Account, act.ID) error{
			"denies": func(ctx context.Context, by account.Account, id act.ID) error { return d.Deny(ctx, by, id, "") }, "affirms": d.Affirm,
		} {
			if err := say(t.Context(), by, a.ID); !errors.Is(err, fault.NotFound) {
				t.Errorf("%s %s: %v", name, what, err)
			}
		}
	}
	if err := d.Deny(t.Context(), d.speaker, draft.ID, ""); !errors.Is(err, fault.NotFound) {
		t.Errorf("a draft is denied: %v", err)
	}
	var p validate.Problems
	if err := d.Deny(t.Context(), d.speaker, a.ID, strings.Repeat("ä", partner.MaxNote+1)); !errors.As(err, &p) || p[0].Field != "note" {
		t.Errorf("a long note: %v", err)
	}
	d.names(a.ID, ours)
	d.must(d.Affirm(t.Context(), d.speaker, a.ID)) // there is nothing to take back
	d.names(a.ID, ours)
}
