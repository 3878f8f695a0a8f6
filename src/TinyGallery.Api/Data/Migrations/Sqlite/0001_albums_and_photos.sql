-- phase: expand

-- Identifiers are UUIDv7 as text: their order is the order of creation. Times are milliseconds since 1970, UTC.
-- Text and integers alone, so that one data layer reads this database and PostgreSQL alike.

CREATE TABLE albums (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE photos (
    id TEXT NOT NULL PRIMARY KEY,
    album_id TEXT NOT NULL REFERENCES albums (id),
    title TEXT NOT NULL,
    caption TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE INDEX photos_by_album ON photos (album_id, id);

-- A photo's bytes in pieces of 64 KiB, so that a download or a range never holds a whole photo in memory.
CREATE TABLE photo_chunks (
    photo_id TEXT NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (photo_id, number)
);
