package people_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// invite mails an invitation and is the token in it.
func (s *square) invite(t *testing.T, by account.Account, email string, asOwner bool) string {
	t.Helper()
	if err := s.Invite(t.Context(), by, s.act.ID, email, asOwner, i18n.FI); err != nil {
		t.Fatal(err)
	}
	body, err := postgres.Value[string](t.Context(), s.db, "SELECT body FROM mail_message WHERE recipient = $1 ORDER BY id DESC LIMIT 1", strings.ToLower(email))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(body, "https://tori.example/kutsut/")
	token, _, _ := strings.Cut(rest, "\n")
	if !found || len(token) < 40 {
		t.Fatalf("no link in %q", body)
	}
	return token
}

func TestAnInvitationIsForWhoeverSignsInWithItsAddress(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	token := s.invite(t, s.owner, s.stranger.Email, false)
	other := accounttest.New(t, s.db)
	for name, by := range map[string]account.Account{"another": other, "a visitor": {}, "a visitor of the address": {Email: s.stranger.Email}} {
		if _, err := s.Accept(ctx, by, token); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s accepts: %v, want forbidden", name, err)
		}
	}
	for range 2 { // twice is once
		if a, err := s.Accept(ctx, s.stranger, token); err != nil || a.ID != s.act.ID {
			t.Fatalf("accepted: %v, %v", a.ID, err)
		}
	}
	a, err := s.acts.Find(ctx, s.stranger, s.act.ID)
	if err != nil || !a.WrittenBy(s.stranger) || a.Owned(s.stranger) || a.WrittenBy(other) {
		t.Errorf("the act is written by %v, %v", a.AuthorIDs, err)
	}
	if got := s.mails(t, s.owner); len(got) != 1 || !strings.HasPrefix(got[0], "Kutsusi on hyväksytty") {
		t.Errorf("the owner got %q", got)
	}
	if err := s.Remove(ctx, s.owner, s.act.ID, s.stranger.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Accept(ctx, s.stranger, token); !errors.Is(err, fault.NotFound) {
		t.Errorf("the same link after being removed: %v, want not found", err)
	}
}

func TestAnInvitationEnds(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(t *testing.T, s *square, token string){
		"expired":   func(_ *testing.T, s *square, _ string) { s.pass(15 * 24 * time.Hour) },
		"withdrawn": func(t *testing.T, s *square, _ string) { s.exec(t, "UPDATE act SET status = 'withdrawn'") },
		"declined": func(t *testing.T, s *square, token string) {
			for range 2 {
				if err := s.Decline(t.Context(), token); err != nil {
					t.Error(err)
				}
			}
		},
		"cancelled": func(t *testing.T, s *square, _ string) {
			c, err := s.Of(t.Context(), s.owner, s.act.ID)
			if err != nil || len(c.Invited) != 1 {
				t.Fatalf("%+v, %v", c.Invited, err)
			}
			if err := s.Cancel(t.Context(), s.owner, s.act.ID, c.Invited[0].ID); err != nil {
				t.Error(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSquare(t)
			token := s.invite(t, s.owner, s.stranger.Email, false)
			if l, err := s.Peek(t.Context(), token); err != nil || l.Act.ID != s.act.ID || l.Inviter.ID != s.owner.ID {
				t.Fatalf("the link opens %+v, %v", l, err)
			}
			end(t, s, token)
			if _, err := s.Peek(t.Context(), token); !errors.Is(err, fault.NotFound) {
				t.Errorf("the link opens still: %v", err)
			}
			if _, err := s.Accept(t.Context(), s.stranger, token); !errors.Is(err, fault.NotFound) {
				t.Errorf("it is accepted still: %v", err)
			}
		})
	}
}

func TestInvitingTwiceInvitesOnceUntilItHasExpired(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			if err := s.Invite(ctx, s.owner, s.act.ID, " Uusi@Kunta.example ", false, i18n.FI); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	guest := account.Account{Email: "uusi@kunta.example"}
	if got := s.mails(t, guest); len(got) != 1 {
		t.Errorf("got %q, want one mail", got)
	}
	s.pass(15 * 24 * time.Hour)
	s.invite(t, s.owner, guest.Email, false)
	if got := s.mails(t, guest); len(got) != 2 {
		t.Errorf("after it expired: %q, want another mail", got)
	}
}

func TestAnActChangesHandsWhenTheNewOwnerAccepts(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	older := s.invite(t, s.owner, "joku.muu@kunta.example", true)
	token := s.invite(t, s.owner, s.stranger.Email, true)
	if _, err := s.Peek(ctx, older); !errors.Is(err, fault.NotFound) {
		t.Errorf("two offers at a time: %v", err)
	}
	if a, err := s.acts.Find(ctx, s.owner, s.act.ID); err != nil || !a.Owned(s.owner) {
		t.Errorf("offered only, it is %v's, %v", a.OwnerID, err)
	}
	if _, err := s.Accept(ctx, s.stranger, token); err != nil {
		t.Fatal(err)
	}
	a, err := s.acts.Find(ctx, s.stranger, s.act.ID)
	if err != nil || !a.Owned(s.stranger) || !a.WrittenBy(s.owner) || len(a.AuthorIDs) != 1 {
		t.Errorf("the act is %v's with %v, %v", a.OwnerID, a.AuthorIDs, err)
	}
	if err := s.Invite(ctx, s.owner, s.act.ID, "kolmas@kunta.example", false, i18n.FI); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the old owner invites: %v, want forbidden", err)
	}
}

func TestAnOfferOfWhoOwnsItNoMoreIsVoid(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	token := s.invite(t, s.owner, s.stranger.Email, true)
	s.exec(t, "UPDATE act SET owner_id = $1", accounttest.New(t, s.db).ID)
	if _, err := s.Accept(ctx, s.stranger, token); !errors.Is(err, fault.NotFound) {
		t.Errorf("accepted: %v, want not found", err)
	}
}

func TestWhomOneMayNotInvite(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	for email, rule := range map[string]validate.Rule{"": validate.Required, "kuka": validate.Email, "äiti@kunta.example": validate.Email, s.owner.Email: validate.Yourself} {
		err := s.Invite(ctx, s.owner, s.act.ID, email, false, i18n.FI)
		var p validate.Problems
		if !errors.As(err, &p) || p[0].Rule != rule || p[0].Field != "email" {
			t.Errorf("%q: %v, want %s", email, err, rule)
		}
	}
	for n := range 10 {
		s.invite(t, s.owner, string(rune('a'+n))+"@kunta.example", false)
	}
	var p validate.Problems
	if err := s.Invite(ctx, s.owner, s.act.ID, "k@kunta.example", false, i18n.FI); !errors.As(err, &p) || p[0].Rule != validate.Crowded {
		t.Errorf("the eleventh: %v, want crowded", err)
	}
	s.exec(t, "UPDATE act_invitation SET ended_at = now(), outcome = 'declined'")
	s.exec(t, `INSERT INTO act_invitation (act_id, as_owner, email, token_hash, by_id, created_at, expires_at, ended_at, outcome)
		SELECT $1, false, n || '@kunta.example', decode(lpad(n::text, 4, '0'), 'hex'), $2, $3, $3, $3, 'declined' FROM generate_series(1, 20) n`, s.act.ID, s.owner.ID, s.now())
	if err := s.Invite(ctx, s.owner, s.act.ID, "l@kunta.example", false, i18n.FI); !errors.Is(err, fault.TooMany) {
		t.Errorf("the 31st of a day: %v, want too many", err)
	}
	if err := s.Invite(ctx, s.owner, act.ID(999), "l@kunta.example", false, i18n.FI); !errors.Is(err, fault.NotFound) {
		t.Errorf("to an act that is none: %v", err)
	}
}
