-- What a person is told; the inbox. Acts (read, dismissed, acted) are never rebuilt.
CREATE TABLE notifications (
    position        ${position},
    id              ${text} NOT NULL UNIQUE,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    -- what it tells: of two that tell the same only the first is kept
    key             ${text} NOT NULL,
    kind            ${text} NOT NULL,
    subscription_id ${text},
    title           ${text} NOT NULL,
    body            ${text} NOT NULL,
    -- for programs, an object of texts
    data            ${text} NOT NULL,
    -- the names of what can be done about it, with spaces between
    acts            ${text} NOT NULL,
    created_at      ${text} NOT NULL,
    read_at         ${text},
    dismissed_at    ${text},
    acted           ${text},
    UNIQUE (account_id, key)
);
CREATE INDEX notifications_of_account ON notifications (account_id, position);
CREATE INDEX notifications_unread ON notifications (account_id, position) WHERE read_at IS NULL AND dismissed_at IS NULL;
