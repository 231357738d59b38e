-- +goose Up
ALTER TABLE mail_message ADD COLUMN unsubscribe text NOT NULL DEFAULT ''; -- address that ends mails of this kind, for RFC 8058

-- +goose Down
ALTER TABLE mail_message DROP COLUMN unsubscribe;
