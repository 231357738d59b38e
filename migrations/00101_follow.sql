-- +goose Up
-- Acts that somebody wants to find again.
CREATE TABLE bookmark (
    account_id bigint NOT NULL REFERENCES account,
    act_id     bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    since      timestamptz NOT NULL,
    PRIMARY KEY (account_id, act_id)
);
CREATE INDEX bookmark_act ON bookmark (act_id);

-- What somebody wants mails about: an act, or the acts of a list.
CREATE TABLE follow (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES account,
    act_id       bigint REFERENCES act ON DELETE CASCADE,
    query        text, -- the address of the list after the question mark; '' is all acts
    from_version bigint NOT NULL, -- of the site: nothing older is told
    since        timestamptz NOT NULL,
    CHECK ((act_id IS NULL) <> (query IS NULL)),
    UNIQUE NULLS NOT DISTINCT (account_id, act_id, query)
);
CREATE INDEX follow_act ON follow (act_id) WHERE act_id IS NOT NULL;

-- How often somebody wants mails, and what has been told so far.
CREATE TABLE follow_reader (
    account_id bigint PRIMARY KEY REFERENCES account,
    rhythm     text NOT NULL CHECK (rhythm IN ('each', 'daily', 'weekly', 'none')),
    told_until bigint NOT NULL, -- version of the site; the next period begins with it
    next_at    timestamptz NOT NULL -- not before then
);
CREATE INDEX follow_reader_next ON follow_reader (next_at) WHERE rhythm IN ('daily', 'weekly');

-- What has been told in one go: versions [from_version, until_version) of the
-- site. Versions become visible in their order, so no change falls between two
-- periods, and none into both.
CREATE TABLE follow_period (
    account_id    bigint NOT NULL REFERENCES account,
    from_version  bigint NOT NULL,
    until_version bigint NOT NULL CHECK (until_version > from_version),
    made_at       timestamptz NOT NULL,
    acts          integer NOT NULL, -- in the mail; 0: there was nothing to tell, and no mail
    token_hash    bytea UNIQUE, -- of the link that ends the mails
    PRIMARY KEY (account_id, from_version)
);
CREATE INDEX follow_period_made ON follow_period (made_at);

-- What has happened to public acts, for those who follow them.
CREATE TABLE follow_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version         bigint NOT NULL, -- of the site, since when the public sees it
    act_id          bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    kind            text NOT NULL CHECK (kind IN ('published', 'updated', 'adopted', 'archived', 'merged')),
    organization_id bigint REFERENCES organization, -- that has adopted the act
    at              timestamptz NOT NULL,
    CHECK ((kind = 'adopted') = (organization_id IS NOT NULL))
);
CREATE INDEX follow_event_version ON follow_event (version);
CREATE INDEX follow_event_act ON follow_event (act_id);

-- +goose Down
DROP TABLE follow_event, follow_period, follow_reader, follow, bookmark;
