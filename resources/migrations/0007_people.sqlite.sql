-- Projection: who works here, and the changes that wait for a second person. A handful of rows each; body is JSON.
CREATE TABLE person(place INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE proposal(place INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
