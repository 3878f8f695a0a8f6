# shellcheck shell=sh
# Keeps one throw-away PostgreSQL cluster: sh -c THIS slipway-postgres DIRECTORY BINARIES PORT [OWNER]
#
# Standard input   a pipe from the process that wants the cluster: the superuser's password, then nothing. It closes
#                  when that process ends, however it ends; then the server is stopped and the directory removed.
# Standard output  says nothing; it closes when the server has ended.
# Standard error   what went wrong with the directory; it closes when the directory is gone.
trap '' INT HUP TERM PIPE
directory=$1 binaries=$2 port=$3 owner=$4
umask 077

# Replaces the (sub)shell, so that $! is the server itself.
as_owner() {
    if [ -n "$owner" ]; then
        exec setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@"
    fi
    exec "$@"
}

mkdir "$directory" && cd "$directory" || exit 1
IFS= read -r password && printf '%s\n' "$password" >password
if [ -n "$owner" ]; then chown "$owner" . password; fi

server=
if (
    as_owner "$binaries/initdb" --pgdata="$directory/data" --no-sync --username=postgres --pwfile="$directory/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C
) </dev/null >log 2>&1; then
    rm -f password
    # Shared memory in files of the cluster, so that it goes with the directory.
    as_owner "$binaries/postgres" -D "$directory/data" -p "$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c dynamic_shared_memory_type=mmap </dev/null 2>>log &
    server=$!
fi
exec >&-

while read -r _; do :; done
# Again and again: a server that has only just been started does not listen to signals yet. The sleep also reaps it.
# One that still does not after five seconds or more is killed.
signal=QUIT rounds=0
while [ -n "$server" ] && kill "-$signal" "$server" 2>/dev/null; do
    sleep 0.02
    rounds=$((rounds + 1))
    if [ "$rounds" -gt 250 ]; then signal=KILL; fi
done
cd / && rm -rf "$directory"
