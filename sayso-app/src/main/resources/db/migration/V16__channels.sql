-- The database's own time, by which leases are given: the clocks of two instances may differ.
CREATE VIEW database_clock AS SELECT ${now} AS now;

-- Where a person wants to be told.
CREATE TABLE channels (
    id           ${text} PRIMARY KEY,
    account_id   ${text} NOT NULL REFERENCES accounts (id),
    kind         ${text} NOT NULL,
    -- an address of mail, or an address of the web
    target       ${text} NOT NULL,
    topic        ${text},
    -- what a webhook's messages are signed with
    secret       ${text},
    -- the kinds of notices that go there, and "event" for each committed event; a space around each
    kinds        ${text} NOT NULL,
    -- hours of the account's day, HH:MM
    quiet_from   ${text},
    quiet_until  ${text},
    created_at   ${text} NOT NULL,
    confirmed_at ${text},
    -- of what was sent to an unconfirmed one: the code, how often it was tried, when it went out
    code         ${text},
    code_tries   INTEGER NOT NULL DEFAULT 0,
    code_sent_at ${text}
);
CREATE INDEX channels_of_account ON channels (account_id, id);

-- What is on its way: a notice, an event, or a test, to one channel.
CREATE TABLE deliveries (
    position        ${position},
    -- the same for each attempt, on the wire too
    id              ${text} NOT NULL UNIQUE,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    channel_id      ${text} NOT NULL,
    notification_id ${text},
    event_id        ${text},
    event_position  BIGINT,
    subscription_id ${text},
    kind            ${text} NOT NULL,
    -- pending, sent, dead, dropped
    state           ${text} NOT NULL,
    attempts        INTEGER NOT NULL,
    -- how many it had when it was dead and was begun anew
    revived         INTEGER NOT NULL DEFAULT 0,
    next_try_at     ${text} NOT NULL,
    lease_until     ${text},
    created_at      ${text} NOT NULL,
    ended_at        ${text}
);
CREATE INDEX deliveries_of_account ON deliveries (account_id, position);
CREATE INDEX deliveries_by_state ON deliveries (state);
CREATE INDEX deliveries_due ON deliveries (next_try_at) WHERE state = 'pending';
-- events go in order: what stands before one of the same subscription
CREATE INDEX deliveries_in_line ON deliveries (channel_id, subscription_id, event_position) WHERE state = 'pending';

CREATE TABLE delivery_attempts (
    delivery_id ${text} NOT NULL,
    account_id  ${text} NOT NULL REFERENCES accounts (id),
    number      INTEGER NOT NULL,
    at          ${text} NOT NULL,
    -- sent, or why not
    result      ${text} NOT NULL,
    PRIMARY KEY (delivery_id, number)
);

-- Links and buttons outside that do an act of a notice; digests only.
CREATE TABLE notice_links (
    digest          ${text} PRIMARY KEY,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    notification_id ${text} NOT NULL,
    act             ${text} NOT NULL,
    until           ${text} NOT NULL
);
CREATE INDEX notice_links_by_age ON notice_links (account_id, until);

-- To whom a code was sent, by digest: whoever removes a channel and adds it anew sends no second one.
CREATE TABLE channel_codes (
    digest     ${text} PRIMARY KEY,
    account_id ${text} NOT NULL REFERENCES accounts (id),
    sent_at    ${text} NOT NULL
);
CREATE INDEX channel_codes_of_account ON channel_codes (account_id, sent_at);
