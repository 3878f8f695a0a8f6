# shellcheck shell=bash
# A Docker engine for one run, sourced by .ci/run; needs root. Its processes and mounts are in namespaces of their own,
# its files in one directory, its network is one bridge: it meets no other engine of the machine, and ends whole.

# Answers once the engine does; its socket is then in DOCKER_HOST.
start_engine() {
    local subnet limit
    engine=$(mktemp -d /tmp/slipway-engine.XXXXXX) || return
    engine_bridge=slipway$$
    subnet=$(free_subnet) || return
    ip link add "$engine_bridge" type bridge || return
    ip addr add "$subnet.1/24" dev "$engine_bridge" || return
    ip link set "$engine_bridge" up || return
    mkdir -p /etc/docker
    echo '{}' >"$engine/daemon.json" # else it reads that of the machine's own engine

    # It would take over a containerd that it finds in /run, where the shims have their sockets too, and it writes a key
    # to /etc/docker.
    # Only published ports are used, and a process relays those: no packet filter is touched.
    # shellcheck disable=SC2016 # "$@" is the inner shell's.
    setpriv --pdeathsig KILL unshare --mount --pid --mount-proc --fork --kill-child \
        sh -c 'for place in /run /etc/docker; do mount -t tmpfs tmpfs "$place" || exit; done; exec dockerd "$@"' dockerd \
        --config-file "$engine/daemon.json" --host "unix://$engine/docker.sock" --group root \
        --data-root "$engine/data" --exec-root "$engine/exec" --pidfile "$engine/pid" \
        --bridge "$engine_bridge" --iptables=false --ip-masq=false --ip-forward=false \
        --cgroup-parent "/${engine##*/}" >"$engine/log" 2>&1 &
    engine_process=$!

    export DOCKER_HOST="unix://$engine/docker.sock"
    limit=$((SECONDS + 60))
    until docker version >/dev/null 2>&1; do
        if ! kill -0 "$engine_process" 2>/dev/null || [ "$SECONDS" -ge "$limit" ]; then
            echo "The Docker engine did not start. Its last words:" >&2
            tail -n 5 "$engine/log" >&2
            return 1
        fi
        sleep 0.1
    done
}

# Leaves nothing of it behind.
stop_engine() {
    local first
    [ -n "${engine:-}" ] || return 0
    # The first process of the namespace: with it the kernel ends every other, and it is gone when they are.
    if first=$(pgrep --parent "${engine_process:-0}"); then kill -KILL "$first"; fi
    wait "${engine_process:-}" 2>/dev/null || true
    ip link delete "$engine_bridge" 2>/dev/null || true
    find /sys/fs/cgroup -depth -type d -path "*/${engine##*/}*" -exec rmdir {} + 2>/dev/null || true
    rm -rf "$engine"
}

# The first three numbers of a private network that this machine has no route of its own to.
free_subnet() {
    local third
    for third in {200..254}; do
        if [ -z "$(ip -4 route show root "10.213.$third.0/24")" ]; then
            echo "10.213.$third"
            return
        fi
    done
    echo "No network for the Docker engine: 10.213.200.0 to 10.213.254.0 are all in use." >&2
    return 1
}
