-- phase: expand

-- Identifiers are UUIDv7 as text: their order is the order of creation. Times are milliseconds since 1970, UTC.
-- Text and integers alone, so that one data layer reads this database and SQLite alike.

CREATE TABLE albums (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    title text NOT NULL,
    description text NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE photos (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    album_id text COLLATE "C" NOT NULL REFERENCES albums (id),
    title text NOT NULL,
    caption text NOT NULL,
    content_type text NOT NULL,
    size bigint NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    sha256 text NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE INDEX photos_by_album ON photos (album_id, id);

-- A photo's bytes in pieces of 64 KiB, so that a download or a range never holds a whole photo in memory.
CREATE TABLE photo_chunks (
    photo_id text COLLATE "C" NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
    number bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (photo_id, number)
);

-- Images are compressed already.
ALTER TABLE photo_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
