-- How satisfied a person was; asked once.
ALTER TABLE help_sessions ADD COLUMN rating INTEGER;

-- Counts the acts of agents: of two who answer at once the second is told.
ALTER TABLE help_tickets ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
ALTER TABLE help_tickets ADD COLUMN taken_by ${text} REFERENCES accounts (id);
ALTER TABLE help_tickets ADD COLUMN taken_at ${text};
CREATE INDEX help_tickets_of_account ON help_tickets (account_id, number);

-- What people say to each other about a ticket, and what agents note for themselves.
CREATE TABLE help_ticket_lines (
    position   ${position},
    number     BIGINT NOT NULL REFERENCES help_tickets (number),
    -- who wrote it
    account_id ${text} NOT NULL REFERENCES accounts (id),
    -- person, reply or note
    kind       ${text} NOT NULL,
    text       ${text} NOT NULL,
    at         ${text} NOT NULL
);
CREATE INDEX help_ticket_lines_of_ticket ON help_ticket_lines (number, position);
INSERT INTO help_ticket_lines (number, account_id, kind, text, at)
SELECT number, account_id, 'person', note, opened_at FROM help_tickets WHERE note IS NOT NULL;
INSERT INTO help_ticket_lines (number, account_id, kind, text, at)
SELECT number, account_id, 'reply', reply, replied_at FROM help_tickets WHERE reply IS NOT NULL;
ALTER TABLE help_tickets DROP COLUMN note;
ALTER TABLE help_tickets DROP COLUMN reply;
