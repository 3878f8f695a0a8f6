namespace Slipway.Databases.Tests.Migrations.Rules;

/// <summary>A schema that was there before: the examples of the rules act on it, in text and on real servers.</summary>
static class Gallery
{
    public const string Postgres = """
        -- phase: expand
        CREATE TYPE mood AS ENUM ('good', 'bad');
        CREATE TYPE pair AS (a int, b int);
        CREATE DOMAIN positive AS int CHECK (value > 0);
        CREATE SCHEMA other;
        CREATE SEQUENCE numbers;
        CREATE TABLE albums (id int PRIMARY KEY, size positive);
        CREATE TABLE photos (
            id int NOT NULL,
            album int,
            title varchar(10),
            caption text DEFAULT '',
            price numeric(6,2),
            taken timestamp(3),
            address cidr,
            rank int CONSTRAINT ranked CHECK (rank >= 0)
        );
        INSERT INTO albums SELECT n, n FROM generate_series(1, 100) AS n;
        INSERT INTO photos SELECT n, n, 't', 'c', n, now(), '10.0.0.0/8', n FROM generate_series(1, 100) AS n;
        CREATE INDEX photos_rank ON photos (rank);
        CREATE UNIQUE INDEX photos_id ON photos (id);
        CREATE VIEW ranks AS SELECT rank FROM photos;
        CREATE MATERIALIZED VIEW sizes AS SELECT size FROM albums;
        CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$;
        CREATE TRIGGER photos_nothing AFTER DELETE ON photos EXECUTE FUNCTION nothing();
        CREATE TABLE years (year int NOT NULL) PARTITION BY LIST (year);
        CREATE TABLE year1 PARTITION OF years FOR VALUES IN (1);
        """;

    public const string Sqlite = """
        -- phase: expand
        CREATE TABLE albums (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
        CREATE TABLE photos (id INTEGER PRIMARY KEY, album INTEGER REFERENCES albums (id) ON DELETE CASCADE, title TEXT);
        CREATE INDEX photos_title ON photos (title);
        CREATE VIEW titles AS SELECT title FROM photos;
        CREATE TRIGGER photos_gone AFTER DELETE ON photos BEGIN SELECT 1; END;
        INSERT INTO albums VALUES (1, 'a'), (2, 'b');
        INSERT INTO photos VALUES (1, 1, 't'), (2, 2, 't');
        """;
}
