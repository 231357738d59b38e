-- +goose Up
-- Who gets which kept table by mail every month.
CREATE TABLE report_order (
    report_id  bigint NOT NULL REFERENCES report ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    sent_for   date NOT NULL, -- the first day of the last month that was told; at first the one of the order
    PRIMARY KEY (report_id, account_id)
);
CREATE INDEX report_order_account ON report_order (account_id);

-- +goose Down
DROP TABLE report_order;
