ALTER TABLE accounts ADD COLUMN operator INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET operator = 1 WHERE name = 'local';

-- What lets a program or a browser in. Only digests are kept: a copy of this table opens nothing.
CREATE TABLE access_keys (
    id         ${text} PRIMARY KEY,
    account_id ${text} NOT NULL REFERENCES accounts (id),
    kind       ${text} NOT NULL,
    digest     ${text} NOT NULL UNIQUE,
    created_at ${text} NOT NULL,
    -- the moment from which it opens nothing; none: it has no end
    until      ${text},
    revoked_at ${text}
);
CREATE INDEX access_keys_of_account ON access_keys (account_id, id);

-- Counts each time that access was taken away: by this one number a server sees whether what it
-- remembers of the keys still holds.
CREATE TABLE access_changes (
    id      INTEGER PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO access_changes (id, version) VALUES (1, 0);
