-- Effects that have to leave the house, stored with the fact that causes them. A finished row stays: its key is never used again.
CREATE TABLE outbox(
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, task_key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, invoice TEXT NOT NULL, payload TEXT NOT NULL,
    attempts BIGINT NOT NULL, due_at TEXT NOT NULL, last_error TEXT NOT NULL, done_at TEXT NOT NULL);
CREATE INDEX outbox_due ON outbox(due_at, id) WHERE done_at = '';

-- Age of what is known from portals where nothing new was learned: no journal entry, may be lost. ref: the item's.
CREATE TABLE freshness(ref BIGINT PRIMARY KEY, truth_at TEXT NOT NULL);
