-- Projection: on which keys the invoices hang that name a VIN, or have named it.
CREATE TABLE stay_vin(vin TEXT NOT NULL, key_id TEXT NOT NULL, ref INTEGER NOT NULL REFERENCES item(ref), PRIMARY KEY(vin, key_id, ref)) STRICT, WITHOUT ROWID;

-- Projection: what an invoice says of its key. 0: it may go; 1: it stays; 2: cancelled while money was owed, so it stays until another invoice replaces it.
ALTER TABLE item ADD COLUMN holds INTEGER NOT NULL DEFAULT 0;
CREATE INDEX item_holds ON item(key_id, holds) WHERE key_id <> '' AND holds > 0;

-- Days of the journal are found without reading the years before them.
CREATE INDEX journal_at ON journal(at);
