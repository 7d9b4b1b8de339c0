-- Articles that educators bring, to start sessions on.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    used_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    curation TEXT
) WITHOUT ROWID;
