package act

import (
	"context"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/postgres"
)

// Unsent reports whether nobody but its owner has ever had a to read.
func (a Act) Unsent() bool { return a.Status == Draft || a.dropped() }

// Names reports whether the text of a names somebody, by name or by address.
func (a Act) Names(who account.Account) bool {
	text := strings.ToLower(strings.Join([]string{a.Title, a.Lead, a.Need, a.Approach, a.Results, a.Lessons, a.Unit, strings.Join(a.Links, " ")}, " "))
	name := strings.ToLower(who.FullName())
	return strings.Contains(text, who.Email) || name != "" && strings.Contains(text, name)
}

// names reports whether c is somebody: by address, and in an act that they
// write by name or number too.
func (c Contact) names(who account.Account, own bool) bool {
	same := func(a, b string) bool { return a != "" && strings.EqualFold(strings.TrimSpace(a), b) }
	return same(c.Email, who.Email) || own && (same(c.Name, who.Name) || same(c.Phone, who.Phone))
}

// ForgetTx takes a person out of the acts. What was never sent goes; what
// waits for its owner is withdrawn; the rest stays as it is and goes on, as
// the act of its organisation, which nobody here owns, without the person among
// its contacts. What has other authors is theirs: package people hands it over.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	r := repository{tx}
	written, err := r.writtenBy(ctx, who.ID)
	if err != nil {
		return err
	}
	kept := []ID{}
	for _, a := range written {
		gone := false
		if a.leavesWith(who) {
			if gone, err = s.leaveTx(ctx, tx, who, a.ID); err != nil {
				return err
			}
		}
		if !gone {
			kept = append(kept, a.ID)
		}
	}
	named, err := r.naming(ctx, who)
	if err != nil {
		return err
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(append(named, kept...)))) {
		if err := s.partTx(ctx, tx, who, id); err != nil {
			return err
		}
	}
	return r.dropFromTexts(ctx, who, kept)
}

// leavesWith reports whether nobody is left to own a without its owner.
func (a Act) leavesWith(owner account.Account) bool {
	return a.Owned(owner) && len(a.AuthorIDs) == 0
}

// leaveTx ends what only the owner could go on with, and reports whether the
// act is gone.
func (s *Service) leaveTx(ctx context.Context, tx pgx.Tx, who account.Account, id ID) (gone bool, err error) {
	a, err := s.WorkingTx(ctx, tx, who, id)
	if err != nil {
		return false, err
	}
	switch {
	case !a.Updating && a.Unsent():
		if err := (repository{tx}).delete(ctx, id); err != nil {
			return false, err
		}
		return true, audit.Record(ctx, tx, who, "delete draft", id.String(), "")
	case a.Status == ChangesRequested || a.Updating && a.Status == Draft:
		if _, err := s.WorkTx(ctx, tx, who, id, 0, func(a *Act) error { return a.Withdraw(who, s.now()) }); err != nil {
			return false, err
		}
		return false, audit.Record(ctx, tx, who, "withdraw", id.String(), "")
	}
	return false, nil
}

// partTx takes a person from the contacts of an act, readers see it at once,
// and the act from its owner.
func (s *Service) partTx(ctx context.Context, tx pgx.Tx, who account.Account, id ID) error {
	a, err := s.LockTx(ctx, tx, id)
	if err != nil {
		return err
	}
	is := func(c Contact) bool { return c.names(who, a.WrittenBy(who)) }
	named, leaves := slices.ContainsFunc(a.Contacts, is), a.leavesWith(who)
	if !named && !leaves {
		return nil
	}
	if _, err := s.changeTx(ctx, tx, id, 0, func(a *Act) error {
		a.Contacts = slices.DeleteFunc(slices.Clone(a.Contacts), is)
		if leaves {
			a.OwnerID, a.Answers = 0, Answers{}
		}
		return nil
	}); err != nil || !named {
		return err
	}
	return audit.Record(ctx, tx, who, "contact removed", id.String(), "")
}

// naming is the acts that name a person as a contact by address.
func (r repository) naming(ctx context.Context, who account.Account) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, "SELECT DISTINCT act_id FROM act_contact WHERE lower(email) = $1", who.Email)
	return ids, wrap("find acts that name", who.ID, err)
}

func (r repository) delete(ctx context.Context, id ID) error {
	return wrap("delete", id, postgres.Exec(ctx, r.q, "DELETE FROM act WHERE id = $1", id))
}

// others is the contacts of a frozen text but a person; see Contact.names.
const others = `
	coalesce((SELECT jsonb_agg(c ORDER BY n) FROM jsonb_array_elements(content->'Contacts') WITH ORDINALITY AS x(c, n)
	          WHERE NOT (lower(c->>'email') = @email OR act_id = ANY(@own) AND
	                     (@name <> '' AND lower(c->>'name') = lower(@name) OR @phone <> '' AND c->>'phone' = @phone))), '[]')`

// dropFromTexts takes a person from the contacts of frozen texts and updates.
func (r repository) dropFromTexts(ctx context.Context, who account.Account, own []ID) error {
	args := pgx.StrictNamedArgs{"email": who.Email, "name": who.Name, "phone": who.Phone, "own": own}
	if err := postgres.Exec(ctx, r.q, `
		UPDATE act_revision SET content = jsonb_set(content, '{Contacts}', `+others+`)
		WHERE jsonb_typeof(content->'Contacts') = 'array'
		  AND (act_id = ANY(@own) OR lower(content->>'Contacts')::jsonb @> jsonb_build_array(jsonb_build_object('email', @email::text)))`, args); err != nil {
		return wrap("forget in frozen texts", who.ID, err)
	}
	if err := postgres.Exec(ctx, r.q, `
		DELETE FROM contact_consent
		WHERE email = @email
		   OR act_id = ANY(@own) AND (@name <> '' AND lower(contact->>'name') = lower(@name) OR @phone <> '' AND contact->>'phone' = @phone)`, args); err != nil {
		return wrap("forget the consents of", who.ID, err)
	}
	return wrap("forget in updates", who.ID, postgres.Exec(ctx, r.q, `
		UPDATE act_update SET content = jsonb_set(content, '{Contacts}', `+others+`), version = nextval('act_update_version')
		WHERE jsonb_typeof(content->'Contacts') = 'array' AND (act_id = ANY(@own) OR strpos(lower(content->>'Contacts'), @email) > 0)`, args))
}
