-- What a program makes once and needs again, such as the key that signs tokens.
CREATE TABLE kept (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- Files that users sent, for a day.
CREATE TABLE files (
    conversation INTEGER NOT NULL,
    id TEXT NOT NULL,
    content_type TEXT NOT NULL,
    name TEXT,
    at INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (conversation, id)
);

CREATE INDEX files_by_age ON files (at);
