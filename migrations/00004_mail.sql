-- +goose Up
-- The outbox. A row is written in the transaction of the deed that it tells
-- about; a job sends it. The Message-ID is fixed here, so that a mail sent
-- twice after a crash is one mail to its reader.
CREATE TABLE mail_message (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id text NOT NULL UNIQUE,
    recipient  text NOT NULL,
    subject    text NOT NULL,
    body       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at    timestamptz
);
CREATE INDEX mail_message_unsent ON mail_message (id) WHERE sent_at IS NULL;

-- +goose Down
DROP TABLE mail_message;
