-- +goose Up
CREATE TABLE campaign (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug      text NOT NULL UNIQUE,
    name_fi   text NOT NULL,
    name_sv   text NOT NULL,
    name_en   text NOT NULL,
    pitch_fi  text NOT NULL DEFAULT '',
    pitch_sv  text NOT NULL DEFAULT '',
    pitch_en  text NOT NULL DEFAULT '',
    opens_on  date NOT NULL,
    closes_on date NOT NULL CHECK (closes_on >= opens_on),
    goal      integer NOT NULL DEFAULT 0
);

CREATE TABLE campaign_entry (
    act_id      bigint PRIMARY KEY REFERENCES act ON DELETE CASCADE,
    campaign_id bigint NOT NULL REFERENCES campaign
);
CREATE INDEX campaign_entry_campaign ON campaign_entry (campaign_id);

CREATE TABLE award (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id bigint NOT NULL REFERENCES campaign,
    key         text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('act', 'organization')),
    name_fi     text NOT NULL,
    name_sv     text NOT NULL,
    name_en     text NOT NULL,
    UNIQUE (campaign_id, key)
);

CREATE TABLE award_grant (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id        bigint NOT NULL REFERENCES award,
    act_id          bigint REFERENCES act,
    organization_id bigint REFERENCES organization,
    citation        text NOT NULL DEFAULT '',
    granted_on      date NOT NULL,
    CHECK (num_nonnulls(act_id, organization_id) = 1),
    UNIQUE (award_id, act_id),
    UNIQUE (award_id, organization_id)
);
CREATE INDEX award_grant_act ON award_grant (act_id);

-- +goose Down
DROP TABLE award_grant, award, campaign_entry, campaign;
