-- Projection: who works here, and the changes that wait for a second person. A handful of rows each; body is JSON.
CREATE TABLE person(place BIGINT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE proposal(place BIGINT PRIMARY KEY, body TEXT NOT NULL);
