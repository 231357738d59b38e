package follow_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

const (
	hour = time.Hour
	day  = 24 * hour
)

// Whoever wants mails of every event gets one for each; of a day one in the
// morning; of a week one on Monday; and nobody one with nothing in it.
func TestMailsComeInTheChosenRhythm(t *testing.T) {
	t.Parallel()
	for rhythm, want := range map[follow.Rhythm][]int{ // mails after two acts, the next morning, a quiet day, Monday
		follow.Each: {2, 2, 2, 2}, follow.Daily: {0, 1, 1, 1}, follow.Weekly: {0, 0, 0, 1}, follow.None: {0, 0, 0, 0},
	} {
		s := newSquare(t)
		s.must(s.FollowList(t.Context(), s.reader, "", ""))
		s.rhythm(rhythm)
		s.publish("fi")
		s.publish("sv")
		s.send()
		for i, wait := range []time.Duration{0, day, day, 5 * day} {
			s.later(wait)
			if got := len(s.mails()); got != want[i] {
				t.Errorf("%s: %d mails after step %d, want %d", rhythm, got, i, want[i])
			}
		}
	}
}

func TestAMailTellsWhatIsNewAndWhy(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	old := s.publish("fi")
	s.must(errors.Join(s.FollowList(ctx, s.reader, "kieli=fi", ""), s.FollowList(ctx, s.reader, "", ""), s.FollowAct(ctx, s.reader, old.ID, "")))
	s.rhythm(follow.Daily)
	a, swedish, hidden := s.publish("fi"), s.publish("sv"), s.publish("fi")
	s.hide(hidden.ID)
	by := s.moderator
	by.OrganizationID = 2
	_, err := s.adoptions.Tell(ctx, by, old.ID, adoption.Telling{State: adoption.InUse})
	s.must(err)
	s.later(day)
	mails := s.mails()
	if len(mails) != 1 {
		t.Fatalf("%d mails, want 1", len(mails))
	}
	for _, want := range []string{
		"Tekojen torilla uutta: 3 tekoa", a.Title + "\n", "Seuraat: Lista ; Lista kieli=fi\n", "Seuraat: Lista \n", "Otettu käyttöön: " + s.Organizations.Directory().Name(ctx, 2) + "\n",
		"/oma/seuranta\n", "/viestit/",
	} {
		if !strings.Contains(mails[0], want) {
			t.Errorf("the mail lacks %q:\n%s", want, mails[0])
		}
	}
	for of, want := range map[string]int{a.Slug: 1, swedish.Slug: 1, old.Slug: 1, hidden.Slug: 0} {
		if got := strings.Count(mails[0], "/katso/"+of+"\n"); got != want {
			t.Errorf("%s stands %d times, want %d", of, got, want)
		}
	}
	s.later(day)
	if got := len(s.mails()); got != 1 {
		t.Errorf("%d mails after a quiet day, want 1", got)
	}
}

// Of an act that has been merged its followers are told where it leads, and of
// one that is archived that it is.
func TestFollowersHearWhatBecomesOfAnAct(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a, into, b := s.publish("fi"), s.publish("fi"), s.publish("fi")
	s.must(errors.Join(s.FollowAct(ctx, s.reader, a.ID, ""), s.FollowAct(ctx, s.reader, b.ID, "")))
	s.rhythm(follow.Each)
	s.change(a.ID, func(x *act.Act) error { return x.MergeInto(into.ID, s.moderator, s.at) })
	s.change(b.ID, func(x *act.Act) error { return x.Archive(s.owner, s.at) })
	s.send()
	mails := strings.Join(s.mails(), "\n")
	if s.times(into) != 1 || s.times(b) != 1 || !strings.Contains(mails, "Teko on yhdistetty tekoon ”"+into.Title+"”") || !strings.Contains(mails, "Teko on arkistoitu") {
		t.Errorf("told:\n%s", mails)
	}
}

// Who writes an act need not be told that it is new.
func TestNobodyIsToldOfTheirOwnNewAct(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	s.reader = s.owner
	s.must(s.FollowList(t.Context(), s.owner, "", ""))
	s.rhythm(follow.Each)
	a := s.publish("fi")
	s.send()
	if s.times(a) != 1 { // the mail to its author
		t.Errorf("told %d times, want once, by the mail of its publication", s.times(a))
	}
}

// A link ends the mails without an account, as often as it is used; what is
// followed stays, and nothing of the time without mails is told later.
func TestALinkEndsTheMails(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	s.must(s.FollowList(ctx, s.reader, "", ""))
	s.rhythm(follow.Each)
	s.publish("fi")
	s.send()
	_, rest, _ := strings.Cut(s.mails()[0], "/viestit/")
	token, _, _ := strings.Cut(rest, "\n")
	var header string
	s.must(s.db.QueryRow(ctx, "SELECT unsubscribe FROM mail_message WHERE recipient = $1", s.reader.Email).Scan(&header))
	if !strings.HasSuffix(header, "/viestit/"+token) {
		t.Errorf("the header says %q, the body %q", header, token)
	}
	if r, err := s.Service.Rhythm(ctx, token); err != nil || r != follow.Each {
		t.Errorf("before: %s, %v", r, err)
	}
	for range 2 {
		s.must(s.Stop(ctx, token))
	}
	missed := s.publish("fi")
	s.later(8 * day)
	s.rhythm(follow.Each)
	after := s.publish("fi")
	s.send()
	if s.times(missed) != 0 || s.times(after) != 1 {
		t.Errorf("told %d times of the time without mails, %d times of the time after", s.times(missed), s.times(after))
	}
	if err := s.Stop(ctx, "ABC"); !errors.Is(err, fault.NotFound) {
		t.Errorf("a link of nobody's: %v", err)
	}
}

func TestWhatIsKeptAndWhatIsNot(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a, hidden := s.publish("fi"), s.publish("fi")
	s.hide(hidden.ID)
	for range 2 {
		s.must(errors.Join(s.Bookmark(ctx, s.reader, a.ID), s.FollowAct(ctx, s.reader, a.ID, ""), s.FollowList(ctx, s.reader, "kieli=fi", "")))
	}
	f, err := s.Of(ctx, s.reader)
	s.must(err)
	if len(f.Bookmarks) != 1 || len(f.Follows) != 2 || f.Rhythm != follow.Weekly {
		t.Errorf("kept %+v", f)
	}
	for what, err := range map[string]error{
		"a visitor's bookmark": s.Bookmark(ctx, account.Account{}, a.ID), "a visitor's act": s.FollowAct(ctx, account.Account{}, a.ID, ""), "a visitor's list": s.FollowList(ctx, account.Account{}, "", ""),
	} {
		if !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s: %v, want forbidden", what, err)
		}
	}
	if err := s.Bookmark(ctx, s.reader, hidden.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("a bookmark of a hidden act: %v", err)
	}
	s.must(s.Unfollow(ctx, s.owner, f.Follows[0].ID)) // another's
	s.must(errors.Join(s.DropBookmark(ctx, s.reader, a.ID), s.UnfollowAct(ctx, s.reader, a.ID)))
	if f, err = s.Of(ctx, s.reader); err != nil || len(f.Bookmarks) != 0 || len(f.Follows) != 1 {
		t.Errorf("left %+v, %v", f, err)
	}
	s.must(s.Unfollow(ctx, s.reader, f.Follows[0].ID))
	for i := range limit.Follows {
		s.must(s.FollowList(ctx, s.reader, strings.Repeat("x", i), ""))
	}
	var p validate.Problems
	if err := s.FollowList(ctx, s.reader, "kieli=sv", ""); !errors.As(err, &p) || p[0].Rule != validate.TooMany {
		t.Errorf("one more than there is room for: %v", err)
	}
}
