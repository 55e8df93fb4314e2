-- What a person chose; not in the log, and no rebuild touches it.
CREATE TABLE reminder_settings (
    account_id     ${text} PRIMARY KEY REFERENCES accounts (id),
    -- the hour of the day there
    remind_at      ${text} NOT NULL,
    -- kinds that are not wanted, by a space
    kinds_off      ${text} NOT NULL,
    cancel_by_days INTEGER NOT NULL,
    trial_days     INTEGER NOT NULL,
    -- 1 is Monday
    digest_on      INTEGER NOT NULL,
    changed_at     ${text} NOT NULL
);

-- Acts: what was raised, once for each thing that it is about. No rebuild touches it.
CREATE TABLE reminders (
    id              ${text} PRIMARY KEY,
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    -- empty where it is about none of them
    subscription_id ${text} NOT NULL,
    kind            ${text} NOT NULL,
    days_before     INTEGER NOT NULL,
    about_on        ${text} NOT NULL,
    due_at          ${text} NOT NULL,
    -- raised, snoozed, done, void; missed and told where the day had passed
    state           ${text} NOT NULL,
    raised_at       ${text} NOT NULL,
    times           INTEGER NOT NULL,
    again_at        ${text},
    UNIQUE (account_id, subscription_id, kind, days_before, about_on)
);
CREATE INDEX reminders_open ON reminders (account_id, state, about_on);
CREATE INDEX reminders_snoozed ON reminders (again_at) WHERE state = 'snoozed';
CREATE INDEX reminders_missed ON reminders (account_id) WHERE state = 'missed';

-- From here on: made from the log, the settings and the acts, and made anew by a rebuild.
-- The next one of each kind that a subscription gives.
CREATE TABLE planned_reminders (
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text} NOT NULL,
    kind            ${text} NOT NULL,
    days_before     INTEGER NOT NULL,
    about_on        ${text} NOT NULL,
    due_at          ${text} NOT NULL,
    PRIMARY KEY (account_id, subscription_id, kind, days_before)
);
CREATE INDEX planned_reminders_due ON planned_reminders (due_at, account_id);

-- What was said of reminders: of one subscription, or of all.
CREATE TABLE reminder_rules (
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text} NOT NULL,
    days_before     INTEGER NOT NULL,
    -- 1: remind so; 0: not so, though it is the default
    wanted          INTEGER NOT NULL,
    since           ${text} NOT NULL,
    PRIMARY KEY (account_id, subscription_id, days_before)
);

-- From when on a subscription's days are what they are: nothing is due from before.
CREATE TABLE reminder_bases (
    account_id      ${text} NOT NULL REFERENCES accounts (id),
    subscription_id ${text} NOT NULL,
    since           ${text} NOT NULL,
    -- whether payments of it are noted, so that one can be missed
    pays            INTEGER NOT NULL,
    PRIMARY KEY (account_id, subscription_id)
);

-- Accounts whose plans are being made anew, and how far that has come; nothing of them is raised
-- before.
CREATE TABLE reminder_replans (
    account_id ${text} PRIMARY KEY REFERENCES accounts (id),
    after_id   ${text} NOT NULL
);
