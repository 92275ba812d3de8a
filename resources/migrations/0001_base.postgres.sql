-- Journal: the truth. Append-only, without gaps, every row carries the hash of the one before.
CREATE TABLE journal(
    seq BIGINT PRIMARY KEY, at TEXT NOT NULL, site TEXT NOT NULL, desk TEXT NOT NULL, user_name TEXT NOT NULL, kind TEXT NOT NULL,
    nat_key TEXT NOT NULL, invoice TEXT NOT NULL, key_id TEXT NOT NULL, payload TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE UNIQUE INDEX journal_nat_key ON journal(nat_key) WHERE nat_key <> '';
CREATE INDEX journal_invoice ON journal(invoice) WHERE invoice <> '';
CREATE INDEX journal_key ON journal(key_id) WHERE key_id <> '';
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
-- The schema comes from the trigger: after a restore the old journal goes on living under another name.
CREATE FUNCTION journal_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head_seq BIGINT; head_hash TEXT;
BEGIN
    EXECUTE format('SELECT seq, hash FROM %I.journal ORDER BY seq DESC LIMIT 1', TG_TABLE_SCHEMA) INTO head_seq, head_hash;
    IF NEW.seq <> coalesce(head_seq, 0) + 1 OR NEW.prev_hash <> coalesce(head_hash, '') THEN RAISE EXCEPTION 'the journal has no gaps'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_in_order();

-- Projections: derived from the journal, can be dropped and made anew. ref: sequence number of the entry that brought the thing in.
CREATE TABLE item(
    ref BIGINT PRIMARY KEY, invoice TEXT NOT NULL UNIQUE, seq BIGINT NOT NULL, natural_key TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
    key_id TEXT NOT NULL, customer TEXT NOT NULL, owed BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX item_number ON item(number);
CREATE INDEX item_key ON item(key_id) WHERE key_id <> '';
CREATE INDEX item_customer ON item(customer) WHERE customer <> '';
CREATE INDEX item_owed ON item(ref) WHERE owed = 1;

CREATE TABLE preceding(number TEXT NOT NULL, ref BIGINT NOT NULL REFERENCES item(ref), PRIMARY KEY(number, ref));
CREATE INDEX preceding_ref ON preceding(ref);

CREATE TABLE vehicle_key(
    ref BIGINT PRIMARY KEY, key_id TEXT NOT NULL UNIQUE, seq BIGINT NOT NULL, plate TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX vehicle_key_plate ON vehicle_key(plate, ref) WHERE plate <> '';

CREATE TABLE board(
    ref BIGINT PRIMARY KEY REFERENCES item(ref), invoice TEXT NOT NULL, key_id TEXT NOT NULL, seq BIGINT NOT NULL, number TEXT NOT NULL,
    plate TEXT NOT NULL, customer TEXT NOT NULL, vehicle TEXT NOT NULL, work TEXT NOT NULL, hook TEXT NOT NULL, currency TEXT NOT NULL,
    gross BIGINT NOT NULL, paid BIGINT NOT NULL, open BIGINT NOT NULL, state BIGINT NOT NULL, request BIGINT NOT NULL, money BIGINT NOT NULL,
    key_state BIGINT NOT NULL, may_go BIGINT NOT NULL, truth_elsewhere BIGINT NOT NULL, reason TEXT NOT NULL, reason_detail TEXT NOT NULL,
    source BIGINT NOT NULL, truth_at TEXT NOT NULL, ready_at TEXT NOT NULL, open_tasks BIGINT NOT NULL, search_key TEXT NOT NULL);
CREATE INDEX board_seq ON board(seq);
CREATE INDEX board_elsewhere ON board(ref) WHERE truth_elsewhere = 1;

CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL, seq BIGINT NOT NULL);
CREATE TABLE counter(site TEXT NOT NULL, name TEXT NOT NULL, value BIGINT NOT NULL, PRIMARY KEY(site, name));

-- What the store knows about itself, for example how its projections were made.
CREATE TABLE store_info(name TEXT PRIMARY KEY, value TEXT NOT NULL);
