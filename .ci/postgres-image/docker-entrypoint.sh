#!/bin/sh
# What the official image's entrypoint does, as far as this repository uses it; written for the stand-in.
set -eu

[ "${1#-}" = "$1" ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres "$PGDATA"
    exec setpriv --reuid postgres --regid postgres --clear-groups -- "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    if [ -z "${POSTGRES_PASSWORD:-}" ]; then
        echo "Error: the database is uninitialized and POSTGRES_PASSWORD is not set: no superuser without a password." >&2
        exit 1
    fi
    password=/var/lib/postgresql/.password
    (umask 077 && printf '%s\n' "$POSTGRES_PASSWORD" >"$password")
    # shellcheck disable=SC2086 # Several arguments in one variable, as the official image has them.
    initdb --username=postgres --pwfile="$password" ${POSTGRES_INITDB_ARGS:-}
    rm "$password"
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
fi
exec "$@"
