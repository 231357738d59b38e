package act

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the table act. Its methods run one statement each,
// decide nothing and begin no transaction.
type repository struct{ q postgres.Querier }

const columns = `
	a.id, a.ref, coalesce(a.slug, '') AS slug, coalesce(a.owner_id, 0) AS owner_id,
	ARRAY(SELECT account_id FROM act_author WHERE act_id = a.id ORDER BY since, account_id) AS author_ids,
	coalesce((SELECT jsonb_agg(jsonb_build_object('email', k.email, 'digest', k.digest, 'state', k.state))
	          FROM contact_consent k WHERE k.act_id = a.id), '[]') AS consents,
	a.title, a.lead, a.need, a.approach, a.results, a.lessons,
	coalesce(a.stage, '') AS stage, a.language, coalesce(a.organization_id, 0) AS organization_id,
	ARRAY(SELECT organization_id FROM act_partner WHERE act_id = a.id ORDER BY position) AS partner_ids,
	a.unit, a.locality, coalesce(a.municipality_code, '') AS municipality_code,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'sector' ORDER BY position) AS sector_ids,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'theme' ORDER BY position) AS theme_ids,
	ARRAY(SELECT t.name FROM act_tag x JOIN tag t ON t.id = x.tag_id WHERE x.act_id = a.id ORDER BY x.position) AS tags,
	coalesce(to_char(a.started, 'YYYY-MM'), '') AS started, coalesce(to_char(a.ended, 'YYYY-MM'), '') AS ended,
	coalesce((SELECT jsonb_agg(to_jsonb(c) - 'act_id' - 'position' ORDER BY c.position)
	          FROM act_contact c WHERE c.act_id = a.id), '[]') AS contacts,
	ARRAY(SELECT url FROM act_link WHERE act_id = a.id ORDER BY position) AS links,
	a.answers, a.form_version, a.status, a.submitted_at, a.first_published_at, a.publish_at, coalesce(a.merged_into, 0) AS merged_into,
	EXISTS (SELECT FROM act m WHERE m.merged_into = a.id) AS absorbs,
	a.revision, a.created_at, a.updated_at, a.version`

func (r repository) find(ctx context.Context, id ID) (Act, error) {
	a, err := postgres.One[Act](ctx, r.q, `SELECT `+columns+` FROM act a WHERE a.id = $1`, id)
	return a, wrap("find", id, err)
}

func (r repository) bySlug(ctx context.Context, slug string) (Act, error) {
	a, err := postgres.One[Act](ctx, r.q, `SELECT `+columns+` FROM act a WHERE a.slug = $1`, slug)
	return a, wrap("find", slug, err)
}

func (r repository) byFormKey(ctx context.Context, key string) (Act, error) {
	a, err := postgres.One[Act](ctx, r.q, `SELECT `+columns+` FROM act a WHERE a.form_key = $1::uuid`, key)
	return a, wrap("find the draft of form", key, err)
}

// lock is find that holds the row until the transaction ends.
func (r repository) lock(ctx context.Context, id ID) (Act, error) {
	a, err := postgres.One[Act](ctx, r.q, `SELECT `+columns+` FROM act a WHERE a.id = $1 FOR UPDATE OF a`, id)
	return a, wrap("lock", id, err)
}

func (r repository) writtenBy(ctx context.Context, writer account.ID) ([]Act, error) {
	acts, err := postgres.All[Act](ctx, r.q, `
		SELECT `+columns+` FROM act a
		WHERE a.id IN (SELECT id FROM act WHERE owner_id = $1 UNION ALL SELECT act_id FROM act_author WHERE account_id = $1)
		ORDER BY a.updated_at DESC, a.id DESC`, writer)
	return acts, wrap("list the acts of", writer, err)
}

func (r repository) ids(ctx context.Context, ids []ID) ([]Act, error) {
	acts, err := postgres.All[Act](ctx, r.q, `SELECT `+columns+` FROM act a WHERE a.id = ANY($1)`, ids)
	return acts, wrap("read", fmt.Sprintf("%d acts", len(ids)), err)
}

// due is the approved acts whose hour has come.
func (r repository) due(ctx context.Context) ([]struct{ ID ID }, error) {
	ids, err := postgres.All[struct{ ID ID }](ctx, r.q, `
		SELECT id FROM act WHERE status = 'approved' AND publish_at <= now() ORDER BY publish_at, id`)
	return ids, wrap("list", "the approved acts whose hour has come", err)
}

// insert begins a draft; no row when the form has begun one before. The same
// form at the same moment may meet the ref of its twin before its key.
func (r repository) insert(ctx context.Context, owner account.ID, formKey, ref string) ([]struct{ ID ID }, error) {
	ids, err := postgres.All[struct{ ID ID }](ctx, r.q, `
		INSERT INTO act (ref, owner_id, form_key, status, form_version)
		VALUES ($1, $2, $3::uuid, 'draft', $4)
		ON CONFLICT DO NOTHING
		RETURNING id`, ref, owner, formKey, CurrentForm().Version)
	return ids, wrap("insert", ref, err)
}

// update writes a and gives it the next version. It is a fault.Conflict when
// the stored version is not the one a was read with.
func (r repository) update(ctx context.Context, a Act, siteVersion int64) error {
	_, err := postgres.Value[int](ctx, r.q, `
		UPDATE act
		SET slug = nullif(@slug::text, ''), owner_id = nullif(@owner_id::bigint, 0), status = @status, stage = nullif(@stage::text, ''), language = @language,
		    title = @title, lead = @lead, need = @need, approach = @approach, results = @results, lessons = @lessons,
		    organization_id = nullif(@organization_id::bigint, 0), unit = @unit, locality = @locality,
		    municipality_code = nullif(@municipality_code::text, ''),
		    started = to_date(nullif(@started::text, ''), 'YYYY-MM'), ended = to_date(nullif(@ended::text, ''), 'YYYY-MM'),
		    submitted_at = @submitted_at, first_published_at = @first_published_at, publish_at = @publish_at,
		    merged_into = nullif(@merged_into::bigint, 0), revision = @revision, answers = @answers, form_version = @form_version,
		    site_version = greatest(site_version, @site_version), updated_at = now(), version = version + 1
		WHERE id = @id AND version = @version
		RETURNING version`, pgx.StrictNamedArgs{
		"id": a.ID, "version": a.Version, "slug": a.Slug, "owner_id": a.OwnerID, "status": a.Status, "stage": a.Stage, "language": a.Language,
		"title": a.Title, "lead": a.Lead, "need": a.Need, "approach": a.Approach, "results": a.Results, "lessons": a.Lessons,
		"organization_id": a.OrganizationID, "unit": a.Unit, "locality": a.Locality, "municipality_code": a.MunicipalityCode,
		"started": a.Started, "ended": a.Ended, "submitted_at": a.SubmittedAt, "first_published_at": a.FirstPublishedAt,
		"publish_at": a.PublishAt, "merged_into": a.MergedInto, "revision": a.Revision, "answers": a.Answers, "form_version": a.FormVersion, "site_version": siteVersion,
	})
	if errors.Is(err, fault.NotFound) {
		err = fault.Conflict
	}
	return wrap("update", a.ID, err)
}

// record stores the moves of a and the frozen text of a new revision.
func (r repository) record(ctx context.Context, a Act) error {
	for _, m := range a.moves {
		err := postgres.Exec(ctx, r.q, `
			INSERT INTO act_transition (act_id, from_status, to_status, by_id, reason, revision, at, of_update)
			VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6, $7, $8)`, a.ID, m.From, m.To, m.By, m.Reason, m.Revision, m.At, a.Updating)
		if err != nil {
			return wrap("record the move of", a.ID, err)
		}
		if m.To != Submitted {
			continue
		}
		sent := a.Content
		sent.Answers = Answers{}
		text, err := json.Marshal(sent)
		if err != nil {
			return wrap("freeze", a.ID, err)
		}
		err = postgres.Exec(ctx, r.q, `
			INSERT INTO act_revision (act_id, number, content, created_by, created_at)
			VALUES ($1, $2, $3, nullif($4::bigint, 0), $5)
			ON CONFLICT (act_id, number) DO NOTHING`, a.ID, a.Revision, text, m.By, m.At)
		if err != nil {
			return wrap("freeze", a.ID, err)
		}
	}
	return nil
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
