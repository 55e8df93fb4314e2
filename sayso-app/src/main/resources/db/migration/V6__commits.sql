-- Each writer's last group: how it finds out whether a COMMIT without an answer was carried out.
CREATE TABLE commits (
    writer       ${text} PRIMARY KEY,
    number       BIGINT NOT NULL,
    committed_at ${text} NOT NULL
);
