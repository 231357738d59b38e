package owndata_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/postgres"
)

// The copy tells everything of Aino, no secret, and nothing of it to others.
func TestCopyTellsEverything(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.fill()
	w.must(w.own.Accounts.SetPassword(t.Context(), w.aino.ID, "hyvä pitkä salasana"))
	w.must(w.sessions.SignIn(w.recorder(), w.request(), int64(w.aino.ID), true))
	text := w.copyOf(w.aino)
	var told map[string][]map[string]any
	if err := json.Unmarshal(text, &told); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	for section, want := range map[string]int{
		"account": 1, "account_invitations": 1, "membership_requests": 1, "membership_requests_answered": 1, "draft_openings": 1, "draft_opening_steps": 1, "draft_hints": 1, "partner_denials": 1, "review_messages": 1, "sessions": 1, "sign_in_links": 1, "sign_in_failures": 1, "organization": 1, "acts": 6, "act_revisions": 4, "act_updates": 1,
		"act_transitions": 12, "contact_of": 2, "contact_consents": 6, "author_of": 1, "join_requests": 1, "invitations": 1, "invitations_sent": 1, "adoptions": 1, "adoption_steps": 1, "feedback": 1, "redirects": 1, "bookmarks": 1, "follows": 2, "follow_mails": 1, "follow_periods": 1, "juries": 1, "jury_ballots": 1, "jury_recusals": 1, "nominations": 1, "award_errata": 1, "jury_decisions": 1, "mails": 15, "log": 12, "export_errands": 1,
	} {
		if got := len(told[section]); got != want {
			t.Errorf("%s has %d rows, want %d", section, got, want)
		}
		delete(told, section)
	}
	for section := range told {
		t.Errorf("nobody expects %s", section)
	}
	if low := strings.ToLower(string(text)); strings.Contains(low, "argon2") || strings.Contains(low, "token") || strings.Contains(low, "form_key") {
		t.Error("the copy tells a secret")
	}
	if other := w.copyOf(accounttest.New(t, w.db)); strings.Contains(strings.ToLower(string(other)), "ainutlaatuinen") {
		t.Errorf("the copy of another tells of Aino: %s", other)
	}
	if err := w.own.Copy(t.Context(), account.Account{}, new(bytes.Buffer)); err == nil {
		t.Error("a visitor gets a copy")
	}
}

func (w *town) copyOf(a account.Account) []byte {
	w.t.Helper()
	var out bytes.Buffer
	w.must(w.own.Copy(w.t.Context(), a, &out))
	return out.Bytes()
}

// known is where each column that points at an account is told in the copy. A
// new one is missing until it stands here: tell it, or say why not.
var known = map[string]string{
	"act.owner_id": "acts", "act_revision.created_by": "act_revisions", "act_rewording.by_id": "act_rewordings", "act_removal.by_id": "act_removals", "act_removal.decided_by": "act_removals", "act_transition.by_id": "act_transitions",
	"adoption.by_id": "adoptions", "adoption.confirmed_by": "adoptions", "adoption_step.by_id": "adoption_steps",
	"bookmark.account_id": "bookmarks", "follow.account_id": "follows", "follow_reader.account_id": "follow_mails", "follow_period.account_id": "follow_periods",
	"totp.account_id": "second_factor", "recovery_code.account_id": "second_factor", // how many are left
	"passkey.account_id": "passkeys", "passkey_ceremony.account_id": "nowhere: it lives five minutes",
	"second_step.account_id": "nowhere: it lives ten minutes", "code_failure.account_id": "nowhere: it lives a day",
	"account_invitation.by_id": "account_invitations", "membership_request.account_id": "membership_requests", "membership_request.answered_by": "membership_requests_answered", "act_partner_denial.by_id": "partner_denials", "review_message.by_id": "review_messages", "act_author.account_id": "author_of", "act_join_request.account_id": "join_requests", "act_join_request.answered_by": "join_requests_answered", "act_invitation.by_id": "invitations_sent", "act_opening.opened_by": "draft_openings", "act_opening_step.by_id": "draft_opening_steps", "act_hint.by_id": "draft_hints",
	"feedback.answered_by": "feedback_answered", "redirect.created_by": "redirects", "report.owner_id": "reports", "report_order.account_id": "report_orders", "export_errand.account_id": "export_errands", "review_note.moderator_id": "review_notes", "review_opinion.asker_id": "review_opinions", "review_opinion.asked_id": "review_opinions", "review_opinion.answered_by": "review_opinions", "review_reminder.moderator_id": "review_reminders",
	"review.moderator_id": "reviews", "review_comment.moderator_id": "review_comments", "session.account_id": "sessions", "jury.decided_by": "jury_decisions", "jury_member.account_id": "juries", "nominee.by_id": "nominations", "award_erratum.by_id": "award_errata", "jury_recusal.account_id": "jury_recusals", "jury_ballot.account_id": "jury_ballots",
}

func TestEveryTableOfPeopleIsTold(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	columns, err := postgres.Values[string](t.Context(), w.db, `
		SELECT conrelid::regclass || '.' || attname
		FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
		WHERE contype = 'f' AND confrelid = 'account'::regclass`)
	w.must(err)
	for _, c := range columns {
		if known[c] == "" {
			t.Errorf("%s points at an account, and the copy does not tell it", c)
		}
		delete(known, c)
	}
	for c := range known {
		t.Errorf("%s no longer points at an account", c)
	}
}
