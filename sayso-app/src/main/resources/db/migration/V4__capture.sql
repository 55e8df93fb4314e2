CREATE TABLE captures (
    id          ${text} PRIMARY KEY,
    account_id  ${text} NOT NULL REFERENCES accounts (id),
    said        ${text} NOT NULL,
    source      ${text} NOT NULL,
    locale      ${text} NOT NULL,
    currency    ${text} NOT NULL,
    received_at ${text} NOT NULL,
    status      ${text} NOT NULL,
    -- 1 while a question of it waits for an answer
    open        INTEGER NOT NULL,
    undone_at   ${text},
    -- what Undo did, so that it can be put back: -event taken back, +event that stands again
    undone      ${text},
    reply       ${text} NOT NULL
);
CREATE INDEX captures_of_account ON captures (account_id, id);
CREATE INDEX captures_open ON captures (account_id, open, id);
