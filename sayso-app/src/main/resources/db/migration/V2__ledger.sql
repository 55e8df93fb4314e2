-- Append-only: no statement of ours updates or deletes a row but the deletion of an account.
CREATE TABLE events (
    position        ${position},
    id              ${text} NOT NULL UNIQUE,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text},
    version         BIGINT,
    type            ${text} NOT NULL,
    schema_version  INTEGER NOT NULL,
    recorded_at     ${text} NOT NULL,
    occurred_on     ${text} NOT NULL,
    cause           ${text} NOT NULL,
    trace_parent    ${text},
    -- the event that this one takes back
    retracts        ${text},
    -- of a correction: the event that this one takes the place of
    replaces        ${text},
    payload         ${text} NOT NULL
);
CREATE INDEX events_of_account ON events (account_id, position);
-- versions of one subscription have neither gaps nor repeats
CREATE UNIQUE INDEX events_of_subscription ON events (subscription_id, version);
CREATE UNIQUE INDEX events_retracted ON events (retracts) WHERE retracts IS NOT NULL;
CREATE INDEX events_replaced ON events (replaces) WHERE replaces IS NOT NULL;
