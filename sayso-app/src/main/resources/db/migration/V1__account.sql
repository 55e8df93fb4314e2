CREATE TABLE accounts (
    id         ${text} PRIMARY KEY,
    name       ${text} NOT NULL UNIQUE,
    locale     ${text} NOT NULL,
    currency   ${text} NOT NULL,
    zone       ${text} NOT NULL,
    created_at ${text} NOT NULL
);
