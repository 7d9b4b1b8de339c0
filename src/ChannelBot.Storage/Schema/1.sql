-- Times are milliseconds since 1970 in UTC. JSON is kept as UTF-8 in blobs: json(CAST(entries AS TEXT)) shows it.

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    conversation TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    -- What turns that were deleted had come to: sequences and times never go back.
    last_sequence INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (channel, conversation)
);

CREATE TABLE participants (
    channel TEXT NOT NULL,
    user_id TEXT NOT NULL,
    conversation INTEGER NOT NULL,
    PRIMARY KEY (channel, user_id, conversation)
) WITHOUT ROWID;

CREATE INDEX participants_by_conversation ON participants (conversation);

-- A turn is one row: what was said, what it adds to the state, what is remembered after it.
CREATE TABLE turns (
    -- The conversation's id times 2^31, plus the first sequence: a conversation's turns lie side by side, in order.
    place INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    user_id TEXT,
    dedupe_key TEXT,
    -- [{"kind": 0 inbound or 1 reply, "at", "id", "activity"}, …], the sequences without a gap.
    entries BLOB,
    -- The question and answer that this turn adds; null where it adds none.
    question BLOB,
    -- First sequence of the oldest turn that is remembered after this one; past last_sequence where none is.
    remembers_from INTEGER NOT NULL,
    is_greeted INTEGER NOT NULL,
    pending TEXT,
    response BLOB
);

CREATE UNIQUE INDEX turns_by_key ON turns (conversation, dedupe_key) WHERE dedupe_key IS NOT NULL;

-- Acknowledged, not yet computed.
CREATE TABLE accepted (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL,
    user_id TEXT,
    dedupe_key TEXT,
    at INTEGER NOT NULL,
    activity BLOB NOT NULL
);

CREATE UNIQUE INDEX accepted_by_key ON accepted (conversation, dedupe_key) WHERE dedupe_key IS NOT NULL;

-- Computed, not yet confirmed by the connector.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    activity BLOB NOT NULL
);

CREATE INDEX outbox_by_conversation ON outbox (conversation);

-- The ids that channels gave to replies.
CREATE TABLE deliveries (
    conversation INTEGER NOT NULL,
    activity_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (conversation, activity_id)
) WITHOUT ROWID;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL,
    activity_id TEXT NOT NULL,
    -- Place of the reply in the log; null where it is not known.
    sequence INTEGER,
    user_id TEXT,
    reaction TEXT NOT NULL,
    text TEXT,
    at INTEGER NOT NULL
);

CREATE INDEX feedback_by_conversation ON feedback (conversation);
