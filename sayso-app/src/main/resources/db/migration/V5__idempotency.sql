-- Replies of requests that carried an Idempotency-Key, each written in the unit of what it answers.
CREATE TABLE idempotency_keys (
    account_id  ${text} NOT NULL REFERENCES accounts (id),
    route       ${text} NOT NULL,
    key         ${text} NOT NULL,
    fingerprint ${text} NOT NULL,
    reply       ${text} NOT NULL,
    kept_until  ${text} NOT NULL,
    PRIMARY KEY (account_id, route, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (account_id, kept_until);
