-- How portals call payments where only a signed notice tells. of_what: the link, or our own reference. Needed to give money back.
CREATE TABLE payment_name(portal TEXT NOT NULL, of_what TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(portal, of_what));

-- Projection: which invoice a link belongs to, also when nobody looks at it any more: money may go back long after the key has gone.
CREATE TABLE request_link(portal TEXT NOT NULL, link TEXT NOT NULL, ref BIGINT NOT NULL REFERENCES item(ref), PRIMARY KEY(portal, link));
CREATE INDEX request_link_ref ON request_link(ref);
