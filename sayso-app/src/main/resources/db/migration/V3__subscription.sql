-- Folded from the log; nothing in it depends on the day on which it is read.
CREATE TABLE subscriptions (
    id              ${text} PRIMARY KEY,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    name            ${text} NOT NULL,
    name_key        ${text} NOT NULL,
    cost_minor      BIGINT NOT NULL,
    currency        ${text} NOT NULL,
    later_minor     BIGINT,
    later_currency  ${text},
    later_from      ${text},
    billing_cycle   ${text} NOT NULL,
    anchor_on       ${text} NOT NULL,
    renews_from     ${text} NOT NULL,
    renewal_assumed INTEGER NOT NULL,
    started_on      ${text},
    trial_ends_on   ${text},
    ends_on         ${text},
    paused          INTEGER NOT NULL,
    resumes_on      ${text},
    cancelled_on    ${text},
    version         BIGINT NOT NULL
);
CREATE INDEX subscriptions_of_account ON subscriptions (account_id, id);
CREATE INDEX subscriptions_by_name ON subscriptions (account_id, name_key);
