package follow

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/secret"
)

// Rhythm is how often the person of a link gets mails; fault.NotFound for a
// link of nobody's. It changes nothing: programs that check mails open every
// link.
func (s *Service) Rhythm(ctx context.Context, token string) (Rhythm, error) {
	r, err := repository{s.db}.byToken(ctx, secret.Digest(token))
	return r.Rhythm, err
}

// Stop ends the mails to the person of a link. Whoever has the mail may do so,
// and as often as they like. What is followed stays.
func (s *Service) Stop(ctx context.Context, token string) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r, err := repository{tx}.byToken(ctx, secret.Digest(token))
		if err != nil {
			return err
		}
		stopped, err := repository{tx}.stop(ctx, r.AccountID)
		if err != nil || len(stopped) == 0 { // by the press before this one
			return err
		}
		return audit.Record(ctx, tx, account.Account{}, "end mails", r.AccountID.String(), "")
	})
}
