-- Projection: the site an invoice was taken over at, as the desk there names it; '' is the main site.
ALTER TABLE board ADD COLUMN site TEXT NOT NULL DEFAULT '';
