-- How far the history of each portal was read. No fact: without it everything is read again.
CREATE TABLE portal_place(portal TEXT PRIMARY KEY, place TEXT NOT NULL, at TEXT NOT NULL);

-- What portals called in, as it came: only ever a reason to ask. The same event is kept once.
CREATE TABLE notice(
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, portal TEXT NOT NULL, event_id TEXT NOT NULL, links TEXT NOT NULL, raw TEXT NOT NULL, at TEXT NOT NULL,
    UNIQUE(portal, event_id));
CREATE INDEX notice_at ON notice(at);
