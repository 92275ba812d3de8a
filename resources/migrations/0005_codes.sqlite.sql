-- Projection: which invoice a code on one of its sheets belongs to, superseded sheets too: the desk code, the token and the address of the link.
CREATE TABLE sheet_code(code TEXT NOT NULL, ref INTEGER NOT NULL REFERENCES item(ref), PRIMARY KEY(code, ref)) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_code_ref ON sheet_code(ref);
