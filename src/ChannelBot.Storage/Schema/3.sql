-- Sessions of a class: what happened in each, in the order of the ids.
CREATE TABLE sessions (
    code TEXT PRIMARY KEY,
    started_at INTEGER NOT NULL,
    is_over INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE session_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL,
    -- Of whom it tells; who is forgotten takes it along.
    channel TEXT,
    user_id TEXT,
    event BLOB NOT NULL
);

CREATE INDEX session_events_by_session ON session_events (session);

CREATE INDEX session_events_by_user ON session_events (channel, user_id) WHERE user_id IS NOT NULL;
