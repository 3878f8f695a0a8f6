#!/usr/bin/env bash
# Runs the build: ./build.sh [targets] [parameters]; ./build.sh --help lists them.
# Compiles it first, but only when something that it is made of has changed.
set -euo pipefail

SCRIPT=$(readlink -f "${BASH_SOURCE[0]}")
ROOT=${SCRIPT%/*}
PROJECT="$ROOT/build/_build.csproj"
AHEAD="$ROOT/build/ahead.proj"
TEMP="$ROOT/.nuke/temp"
STAMP="$TEMP/build.stamp"           # what is compiled: its stand-in mode, the dotnet to run it with, the assembly
FEED="$TEMP/use-stand-ins"          # which feed this machine has; Directory.Build.props reads it too
# Apart from what the targets compile, and unjudged: the analyzers are the Lint target's.
OPTIONS=(--artifacts-path "$TEMP/dotnet" -p:RunAnalyzers=false)
INSTALLER_URL="https://dot.net/v1/dotnet-install.sh"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_ROLL_FORWARD=Major NUKE_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

# Everything that the build is compiled from. Binaries go to artifacts/, so a newer file here is a changed input.
is_fresh() {
    [ -f "$STAMP" ] || return 1
    { read -r mode && read -r dotnet && read -r assembly; } <"$STAMP" || return 1
    [ -f "$assembly" ] && [ -x "$dotnet" ] || return 1
    [ -z "${UseStandIns:-}" ] || [ "$UseStandIns" = "$mode" ] || return 1
    # A find that cannot answer (not every one knows the time of a change) is no proof.
    local changed
    changed=$(find "$ROOT"/build "$ROOT"/src/Slipway.* "$ROOT"/src/StandIns "$ROOT"/Directory.* "$ROOT"/global.json \
        -newercm "$STAMP" -print -quit 2>/dev/null) && [ -z "$changed" ]
}

satisfies() { (cd "$ROOT" && "$1" --version >/dev/null 2>&1); }

# The SDK on PATH when it satisfies global.json, else a copy of our own under .nuke/temp.
find_dotnet() {
    if dotnet=$(type -P dotnet) && satisfies "$dotnet"; then return; fi
    dotnet="$TEMP/dotnet-unix/dotnet"
    if ! satisfies "$dotnet"; then
        install_dotnet "$(sed -n 's/.*"version"[^"]*"\([^"]*\)".*/\1/p' "$ROOT/global.json" | head -n 1)"
    fi
    export DOTNET_ROOT="$TEMP/dotnet-unix" PATH="$TEMP/dotnet-unix:$PATH"
}

install_dotnet() {
    local installer="$TEMP/dotnet-install.sh" instead="Install the .NET SDK $1 and run this again."
    look_around
    say "No .NET SDK that satisfies global.json ($1) is on PATH: installing one into .nuke/temp/dotnet-unix."
    curl -fsSL --connect-timeout 30 -o "$installer" "$INSTALLER_URL" ||
        { say "It could not be downloaded from $INSTALLER_URL. $instead"; exit 1; }
    bash "$installer" --install-dir "$TEMP/dotnet-unix" --version "$1" --no-path >&2 ||
        { say "It could not be installed. $instead"; exit 1; }
}

# With the real packages where the feed has them; with the stand-ins of src/StandIns where it says it has not.
restore() {
    mode=${UseStandIns:-}
    [ -n "$mode" ] || [ ! -f "$FEED" ] || mode=$(<"$FEED")
    local log="$TEMP/restore.log"
    if [ "$mode" != true ]; then
        if "$dotnet" restore "$PROJECT" "${OPTIONS[@]}" -p:UseStandIns=false >"$log" 2>&1; then
            mode=false
        elif [ -z "${UseStandIns:-}" ] && grep -qE 'error NU110[123]' "$log"; then
            mode=true
            say "The configured package feed lacks NUKE: using the stand-ins in src/StandIns (remembered in .nuke/temp/use-stand-ins)."
        else
            fail "$log" "The build's packages could not be restored."
        fi
    fi
    if [ "$mode" = true ]; then
        "$dotnet" restore "$PROJECT" "${OPTIONS[@]}" -p:UseStandIns=true >"$log" 2>&1 || fail "$log" "The build's packages could not be restored."
    fi
    [ -n "${UseStandIns:-}" ] || { printf '%s\n' "$mode" >"$FEED.new" && mv "$FEED.new" "$FEED"; }
}

fail() {
    # Each once, without the project: what is wrong with a package or its feed is told for every one of them.
    grep -E '(error|warning) [A-Z]+[0-9]+|: error' "$1" |
        sed -E 's/ \[[^]]*proj\]$//; s/^.*(proj :|\.targets\([0-9,]+\):) //' | sort -u | head -n 20 >&2 ||
        grep -vE '^ *(at |---)' "$1" | tail -n 20 >&2 || true
    look_around
    say "$2 The whole log: ${1#"$ROOT"/}"
    exit 1
}

# What makes everything fail, and hardly ever says so.
look_around() {
    local home=${DOTNET_CLI_HOME:-${HOME:-}}
    [ -z "$home" ] || [ -w "$home" ] ||
        say "The home directory $home cannot be written to, and the .NET SDK keeps files there: set HOME to one that can be."
    { head -c 65536 /dev/zero >"$TEMP/room"; } 2>/dev/null || say "There is no room left in $TEMP."
    rm -f "$TEMP/room"
}

# One at a time, where there is a lock for that.
compile() {
    mkdir -p "$TEMP"
    if command -v flock >/dev/null; then
        exec 9>"$TEMP/build.lock"
        flock -n 9 || { say "Another run compiles the build: waiting for it."; flock 9; }
        if is_fresh; then exec 9>&-; return; fi
    fi
    # Not for the compiler: it leaves servers behind, which would hold the lock for minutes.
    compile_alone 9>&-
    exec 9>&-
}

# Runs from a copy: another build that is under way must not have its assemblies changed beneath it.
compile_alone() {
    local log="$TEMP/compile.log" copy
    say "Compiling the build."
    touch "$STAMP.new" # before the compiler reads anything: what changes meanwhile is newer
    find_dotnet
    restore
    "$dotnet" build "$PROJECT" --no-restore -c Release "${OPTIONS[@]}" -p:UseStandIns="$mode" -v:q -nologo >"$log" 2>&1 ||
        fail "$log" "The build itself does not compile."
    copy=$(mktemp -d "$TEMP/build.XXXXXX")
    cp -R "$TEMP/dotnet/bin/_build/release/." "$copy" 2>"$log" || fail "$log" "The compiled build could not be copied."
    assembly="$copy/_build.dll"
    printf '%s\n%s\n%s\n' "$mode" "$dotnet" "$assembly" >"$STAMP.text"
    touch -r "$STAMP.new" "$STAMP.text"
    mv "$STAMP.text" "$STAMP"
    rm -f "$STAMP.new"
    forget_old_copies "$copy"
}

# A copy that a build still runs from is left: its process names it.
forget_old_copies() {
    local old running
    running=$(ps -A -o args= 2>/dev/null) || return 0
    for old in "$TEMP"/build.*/; do
        old=${old%/}
        # What compiles it ahead may still write there: then the next time.
        [ "$old" = "$1" ] || [[ "$running" == *"/${old##*/}/_build.dll"* ]] || rm -rf "$old" 2>/dev/null || true
    done
}

# Half of a run that has nothing to do is the runtime, compiling the build's code again. Behind the second run of a build that is
# done once, at rest; a machine that builds once, as in CI, is spared. Each file takes its place whole, under whoever runs from it.
compile_ahead() {
    local copy=${assembly%/*}
    [ -z "${CI:-}" ] && [ -f "$AHEAD" ] && mkdir "$copy/ahead" 2>/dev/null || return 0
    {
        nice -n 19 "$dotnet" msbuild "$AHEAD" -restore -t:CompileAhead -p:Build="$copy" -nologo &&
            mv -f "$copy"/ahead/*.dll "$copy"
        touch "$copy/ahead/done"
    } </dev/null >"$TEMP/ahead.log" 2>&1 &
}

end_by() {
    say "Interrupted."
    trap - "$1"
    kill -s "$1" $$
}

case "${UseStandIns:-}" in "" | true | false) ;; *) say "UseStandIns is '$UseStandIns': give true or false, or nothing."; exit 1 ;; esac
# The compiler ends by itself at Ctrl-C; what it then says of errors is not the reason.
trap 'end_by INT' INT
trap 'end_by TERM' TERM
if is_fresh; then compile_ahead; else compile; fi
case "$dotnet" in "$TEMP"/*) export DOTNET_ROOT="${dotnet%/dotnet}" PATH="${dotnet%/dotnet}:$PATH" ;; esac
# The root is found upwards from where the build is started.
case "$PWD/" in "$ROOT"/*) ;; *) cd "$ROOT" ;; esac
exec "$dotnet" "$assembly" "$@"
