-- +goose Up
CREATE TABLE act (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ref                text NOT NULL UNIQUE,
    slug               text UNIQUE, -- made at the first submission, never changed or reused
    owner_id           bigint REFERENCES account, -- NULL: imported, nobody here owns it
    form_key           uuid UNIQUE, -- of the form that began the draft: the same form begins one draft
    status             text NOT NULL CHECK (status IN ('draft', 'submitted', 'in_review', 'changes_requested',
                           'approved', 'published', 'hidden', 'archived', 'rejected', 'withdrawn', 'merged')),
    stage              text CHECK (stage IN ('planned', 'ongoing', 'in_use', 'completed', 'ended')),
    language           text NOT NULL DEFAULT 'fi' CHECK (language IN ('fi', 'sv', 'en')),
    title              text NOT NULL DEFAULT '',
    lead               text NOT NULL DEFAULT '',
    need               text NOT NULL DEFAULT '',
    approach           text NOT NULL DEFAULT '',
    results            text NOT NULL DEFAULT '',
    lessons            text NOT NULL DEFAULT '',
    organization_id    bigint REFERENCES organization,
    unit               text NOT NULL DEFAULT '',
    locality           text NOT NULL DEFAULT '',
    municipality_code  text REFERENCES municipality,
    started            date, -- first day of the month
    ended              date,
    submitted_at       timestamptz,
    first_published_at timestamptz,
    publish_at         timestamptz, -- an approved act with an embargo
    merged_into        bigint REFERENCES act,
    revision           integer NOT NULL DEFAULT 0, -- the newest frozen text
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    version            integer NOT NULL DEFAULT 1, -- counts changes, to notice two editors
    site_version       bigint NOT NULL DEFAULT 0, -- the last change that the public could see
    CHECK (status IN ('draft', 'withdrawn') OR (slug IS NOT NULL AND organization_id IS NOT NULL)),
    CHECK (status NOT IN ('published', 'hidden', 'archived', 'merged') OR first_published_at IS NOT NULL),
    CHECK ((status = 'merged') = (merged_into IS NOT NULL))
);
CREATE INDEX act_listed ON act (first_published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX act_site_version ON act (site_version);
CREATE INDEX act_owner ON act (owner_id);
CREATE INDEX act_queue ON act (submitted_at) WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved');
CREATE INDEX act_organization ON act (organization_id);

CREATE TABLE act_term (
    act_id   bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    term_id  smallint NOT NULL REFERENCES term,
    kind     text NOT NULL CHECK (kind IN ('sector', 'theme')),
    position smallint NOT NULL, -- 0 is the primary one
    PRIMARY KEY (act_id, term_id),
    UNIQUE (act_id, kind, position)
);

CREATE TABLE act_tag (
    act_id   bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    tag_id   bigint NOT NULL REFERENCES tag,
    position smallint NOT NULL,
    PRIMARY KEY (act_id, tag_id)
);

CREATE TABLE act_partner (
    act_id          bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    position        smallint NOT NULL,
    PRIMARY KEY (act_id, organization_id)
);
CREATE INDEX act_partner_organization ON act_partner (organization_id);

CREATE TABLE act_contact (
    act_id       bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    position     smallint NOT NULL,
    name         text NOT NULL,
    title        text NOT NULL DEFAULT '',
    email        text NOT NULL DEFAULT '',
    phone        text NOT NULL DEFAULT '',
    organization text NOT NULL DEFAULT '',
    consent      boolean NOT NULL DEFAULT false,
    visible_to   text NOT NULL DEFAULT 'nobody' CHECK (visible_to IN ('everyone', 'signed_in', 'nobody')),
    PRIMARY KEY (act_id, position)
);

CREATE TABLE act_link (
    act_id   bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    position smallint NOT NULL,
    url      text NOT NULL,
    PRIMARY KEY (act_id, position)
);

CREATE TABLE act_legacy_url (
    url    text PRIMARY KEY,
    act_id bigint NOT NULL REFERENCES act ON DELETE CASCADE
);
CREATE INDEX act_legacy_url_act ON act_legacy_url (act_id);

-- The text as it was sent, frozen.
CREATE TABLE act_revision (
    act_id     bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    number     integer NOT NULL,
    content    jsonb NOT NULL,
    created_by bigint REFERENCES account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (act_id, number)
);

-- The life of an act: played back, it gives the status.
CREATE TABLE act_transition (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id      bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    from_status text NOT NULL,
    to_status   text NOT NULL,
    by_id       bigint REFERENCES account,
    reason      text NOT NULL DEFAULT '',
    revision    integer NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX act_transition_act ON act_transition (act_id, id);

-- +goose Down
DROP TABLE act_transition, act_revision, act_legacy_url, act_link, act_contact, act_partner, act_tag, act_term, act;
