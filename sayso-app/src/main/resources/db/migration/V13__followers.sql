-- How far each follower of the log has come: written in the unit of what it made of the events.
CREATE TABLE followers (
    name     ${text} PRIMARY KEY,
    position BIGINT NOT NULL
);

-- What a follower set aside: events of one subscription (or, with none, of one account) from the
-- position on, after one of them failed. It goes on with all others.
CREATE TABLE parked_events (
    follower        ${text} NOT NULL REFERENCES followers (name),
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text} NOT NULL,
    position        BIGINT NOT NULL,
    -- the kind of the failure; never its text, which may quote what a person wrote
    failure         ${text} NOT NULL,
    attempts        INTEGER NOT NULL,
    parked_at       ${text} NOT NULL,
    next_try_at     ${text} NOT NULL,
    PRIMARY KEY (follower, account_id, subscription_id)
);
CREATE INDEX parked_events_by_try ON parked_events (follower, next_try_at);

-- events of no subscription: what was said of all of them
CREATE INDEX events_of_none ON events (account_id, position) WHERE subscription_id IS NULL;
