-- A version is a tree's structure. It never changes, and is never used again once withdrawn.
CREATE TABLE help_versions (
    -- SHA-256 of the structure
    version      ${text} PRIMARY KEY,
    tree         ${text} NOT NULL,
    -- which of its texts are shown
    revision     INTEGER NOT NULL,
    withdrawn_at ${text}
);

-- The files of a version; a corrected text is a further revision of it.
CREATE TABLE help_texts (
    version  ${text} NOT NULL REFERENCES help_versions (version),
    revision INTEGER NOT NULL,
    digest   ${text} NOT NULL,
    files    ${text} NOT NULL,
    PRIMARY KEY (version, revision)
);

-- Append-only: what was published, served again and withdrawn, and by whom.
CREATE TABLE help_publications (
    position   ${position},
    tree       ${text} NOT NULL,
    version    ${text} NOT NULL,
    revision   INTEGER NOT NULL,
    act        ${text} NOT NULL,
    at         ${text} NOT NULL,
    -- null: it came with the program
    account_id ${text} REFERENCES accounts (id)
);
CREATE INDEX help_publications_of_tree ON help_publications (tree, position);
CREATE INDEX help_sessions_of_version ON help_sessions (tree_version, last_act_at);
