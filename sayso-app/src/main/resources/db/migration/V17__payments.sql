-- Folded from the log in the unit of its event; ./sayso rebuild makes it anew.
CREATE TABLE payments (
    event_id        ${text} PRIMARY KEY,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text} NOT NULL,
    paid_on         ${text} NOT NULL,
    cost_minor      BIGINT NOT NULL,
    currency        ${text} NOT NULL,
    cause           ${text} NOT NULL
);
CREATE INDEX payments_of_account ON payments (account_id, paid_on, event_id);
CREATE INDEX payments_of_subscription ON payments (account_id, subscription_id, paid_on, event_id);
