package feedback

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

const columns = "id, topic, message, page, email, language, created_at, due_on"

type repository struct{ q postgres.Querier }

// insert stores f unless a form with the key has been stored before: then it
// is no id.
func (r repository) insert(ctx context.Context, key string, f Feedback) ([]ID, error) {
	return postgres.Values[ID](ctx, r.q, `
		INSERT INTO feedback (form_key, topic, message, page, email, language, created_at, due_on)
		VALUES (@key, @Topic, @Message, @Page, @Email, @Language, @CreatedAt, @DueOn)
		ON CONFLICT (form_key) DO NOTHING
		RETURNING id`, pgx.StrictNamedArgs{
		"key": key, "Topic": f.Topic, "Message": f.Message, "Page": f.Page, "Email": f.Email, "Language": f.Language,
		"CreatedAt": f.CreatedAt, "DueOn": f.DueOn,
	})
}

// open is what has not been answered, the most urgent first.
func (r repository) open(ctx context.Context) ([]Feedback, error) {
	return postgres.All[Feedback](ctx, r.q, `
		SELECT `+columns+` FROM feedback WHERE answered_at IS NULL ORDER BY due_on, id LIMIT 200`)
}

// answer marks feedback as answered; no id if it was not open.
func (r repository) answer(ctx context.Context, id ID, by account.ID, now time.Time) ([]ID, error) {
	return postgres.Values[ID](ctx, r.q, `
		UPDATE feedback SET answered_at = $3, answered_by = $2 WHERE id = $1 AND answered_at IS NULL RETURNING id`, id, by, now)
}

// sweep forgets what was answered before a day.
func (r repository) sweep(ctx context.Context, before time.Time) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM feedback WHERE answered_at < $1", before)
}
