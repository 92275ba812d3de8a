-- Projection: the site an invoice was taken over at, as the desk there names it ('' is the main site); who pays where that is not the customer; the other
-- vehicles of the invoice; whether a rule found something that nobody has confirmed yet.
ALTER TABLE board ADD COLUMN site TEXT NOT NULL DEFAULT '';
ALTER TABLE board ADD COLUMN payer TEXT NOT NULL DEFAULT '';
ALTER TABLE board ADD COLUMN also TEXT NOT NULL DEFAULT '';
ALTER TABLE board ADD COLUMN to_confirm INTEGER NOT NULL DEFAULT 0;
