CREATE TABLE help_sessions (
    -- a secret: 128 random bits
    id           ${text} PRIMARY KEY,
    account_id   ${text} NOT NULL REFERENCES accounts (id),
    tree         ${text} NOT NULL,
    tree_version ${text} NOT NULL,
    locale       ${text} NOT NULL,
    context      ${text} NOT NULL,
    preview      INTEGER NOT NULL,
    -- what the guide needs to go on, see dev.sayso.help.tree.State
    state        ${text} NOT NULL,
    -- counts the writes of this row: of two acts at once only one may win
    revision     BIGINT NOT NULL,
    started_at   ${text} NOT NULL,
    last_act_at  ${text} NOT NULL
);
CREATE INDEX help_sessions_of_account ON help_sessions (account_id, last_act_at);

-- What was answered to an act; null while an action still runs.
CREATE TABLE help_replies (
    session_id  ${text} NOT NULL REFERENCES help_sessions (id),
    step        INTEGER NOT NULL,
    fingerprint ${text} NOT NULL,
    reply       ${text},
    PRIMARY KEY (session_id, step)
);

-- Append-only; all figures come from here.
CREATE TABLE help_events (
    position   ${position},
    session_id ${text} NOT NULL,
    account_id ${text} NOT NULL REFERENCES accounts (id),
    tree       ${text} NOT NULL,
    at         ${text} NOT NULL,
    payload    ${text} NOT NULL,
    -- the words that were shown, for the transcript
    shown      ${text}
);
CREATE INDEX help_events_of_session ON help_events (session_id, position);
CREATE INDEX help_events_of_tree ON help_events (tree, at);

CREATE TABLE help_tickets (
    number     ${position},
    session_id ${text} NOT NULL UNIQUE REFERENCES help_sessions (id),
    account_id ${text} NOT NULL REFERENCES accounts (id),
    state      ${text} NOT NULL,
    queue      ${text} NOT NULL,
    urgent     INTEGER NOT NULL,
    reason     ${text} NOT NULL,
    note       ${text},
    opened_at  ${text} NOT NULL,
    reply      ${text},
    replied_at ${text},
    cause      ${text},
    closed_at  ${text}
);
CREATE INDEX help_tickets_by_state ON help_tickets (state, number);
