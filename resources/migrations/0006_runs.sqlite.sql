-- Projection: the run that brought an invoice as new, for as long as it can be taken back; '' once something has changed it since.
ALTER TABLE item ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
CREATE INDEX item_taken_by ON item(taken_by) WHERE taken_by <> '';
