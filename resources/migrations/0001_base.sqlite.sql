-- Journal: the truth. Append-only, without gaps, every row carries the hash of the one before.
CREATE TABLE journal(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, site TEXT NOT NULL, desk TEXT NOT NULL, user_name TEXT NOT NULL, kind TEXT NOT NULL,
    nat_key TEXT NOT NULL, invoice TEXT NOT NULL, key_id TEXT NOT NULL, payload TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX journal_nat_key ON journal(nat_key) WHERE nat_key <> '';
CREATE INDEX journal_invoice ON journal(invoice) WHERE invoice <> '';
CREATE INDEX journal_key ON journal(key_id) WHERE key_id <> '';
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
  OR NEW.prev_hash <> coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'the journal has no gaps'); END;

-- Projections: derived from the journal, can be dropped and made anew. ref: sequence number of the entry that brought the thing in.
CREATE TABLE item(
    ref INTEGER PRIMARY KEY, invoice TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, natural_key TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
    key_id TEXT NOT NULL, customer TEXT NOT NULL, owed INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX item_number ON item(number);
CREATE INDEX item_key ON item(key_id) WHERE key_id <> '';
CREATE INDEX item_customer ON item(customer) WHERE customer <> '';
CREATE INDEX item_owed ON item(ref) WHERE owed = 1;

CREATE TABLE preceding(number TEXT NOT NULL, ref INTEGER NOT NULL REFERENCES item(ref), PRIMARY KEY(number, ref)) STRICT, WITHOUT ROWID;
CREATE INDEX preceding_ref ON preceding(ref);

CREATE TABLE vehicle_key(
    ref INTEGER PRIMARY KEY, key_id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, plate TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX vehicle_key_plate ON vehicle_key(plate, ref) WHERE plate <> '';

CREATE TABLE board(
    ref INTEGER PRIMARY KEY REFERENCES item(ref), invoice TEXT NOT NULL, key_id TEXT NOT NULL, seq INTEGER NOT NULL, number TEXT NOT NULL,
    plate TEXT NOT NULL, customer TEXT NOT NULL, vehicle TEXT NOT NULL, work TEXT NOT NULL, hook TEXT NOT NULL, currency TEXT NOT NULL,
    gross INTEGER NOT NULL, paid INTEGER NOT NULL, open INTEGER NOT NULL, state INTEGER NOT NULL, request INTEGER NOT NULL, money INTEGER NOT NULL,
    key_state INTEGER NOT NULL, may_go INTEGER NOT NULL, truth_elsewhere INTEGER NOT NULL, reason TEXT NOT NULL, reason_detail TEXT NOT NULL,
    source INTEGER NOT NULL, truth_at TEXT NOT NULL, ready_at TEXT NOT NULL, open_tasks INTEGER NOT NULL, search_key TEXT NOT NULL) STRICT;
CREATE INDEX board_seq ON board(seq);
CREATE INDEX board_elsewhere ON board(ref) WHERE truth_elsewhere = 1;

CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counter(site TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(site, name)) STRICT, WITHOUT ROWID;

-- What the store knows about itself, for example how its projections were made.
CREATE TABLE store_info(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
