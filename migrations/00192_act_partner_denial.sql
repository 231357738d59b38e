-- +goose Up
-- An organisation that is named as a partner of an act has said that it is none.
-- As long as the row stands, it is not named again.
CREATE TABLE act_partner_denial (
    act_id          bigint NOT NULL REFERENCES act ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization,
    by_id           bigint NOT NULL REFERENCES account,
    note            text NOT NULL, -- to those who write the act; may be empty
    denied_at       timestamptz NOT NULL,
    PRIMARY KEY (act_id, organization_id)
);
CREATE INDEX act_partner_denial_organization ON act_partner_denial (organization_id);

-- +goose Down
DROP TABLE act_partner_denial;
