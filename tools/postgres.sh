#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, which is gone when the
# command ends: tools/postgres.sh go test ./internal/actuals/database
#
# The server lives in a temporary folder, listens on a free port of 127.0.0.1
# alone, and lets nobody in without a password made for this run. It has nothing
# to do with any other server of the machine. The command gets
#
#   EMBUDO_TEST_POSTGRES     its URL, without the password
#   EMBUDO_TEST_POSTGRES_CA  the certificate that it shows, in a file
#   PGPASSWORD               the password
#
# PostgreSQL comes from apt-get where it is missing. It refuses to run as root:
# root runs it as the user postgres.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: tools/postgres.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

# programs prints the folder of the newest server there is. Debian keeps them off
# the PATH, one folder a version.
programs() {
	local found
	found=$(command -v initdb || printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
	[ -x "$found" ] && dirname "$found"
}

install_postgres() {
	echo "no PostgreSQL server here: installing postgresql" >&2
	local sudo=()
	[ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
	"${sudo[@]}" apt-get update -qq >&2
	"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >&2
}

bin=$(programs) || { install_postgres; bin=$(programs); }

# as_server COMMAND...: as the user who owns the server. From a folder that it
# may enter, since it looks where it is.
as_server() (
	cd /
	if [ "$(id -u)" -eq 0 ]; then
		runuser -u postgres -- env LC_ALL=C "$@"
	else
		env LC_ALL=C "$@"
	fi
)

home=$(mktemp -d)
stop() {
	as_server "$bin/pg_ctl" stop -D "$home/data" -m immediate -s 2>/dev/null || true
	rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

PGPASSWORD=$(head -c 18 /dev/urandom | od -An -tx1 | tr -d ' \n')
printf '%s\n' "$PGPASSWORD" >"$home/password"

# A certificate signed by itself, so that encrypted connections are tested too.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
	-subj /CN=localhost -addext subjectAltName=DNS:localhost \
	-keyout "$home/server.key" -out "$home/server.crt" 2>/dev/null
chmod 600 "$home/server.key" "$home/password"
[ "$(id -u)" -ne 0 ] || chown -R postgres "$home"
chmod 755 "$home"

as_server "$bin/initdb" -D "$home/data" -U postgres -A scram-sha-256 --pwfile="$home/password" \
	-E UTF8 --locale=C.UTF-8 >"$home/initdb.log" 2>&1 || { cat "$home/initdb.log" >&2; exit 1; }

# Nothing here must survive a crash. The zone is one that nobody should come to
# depend on.
as_server tee -a "$home/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$home'
ssl = on
ssl_cert_file = '$home/server.crt'
ssl_key_file = '$home/server.key'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
timezone = 'Asia/Tokyo'
CONF

# Ports cannot be asked for, only tried.
start() {
	local try
	for try in 1 2 3 4 5 6 7 8; do
		port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
		as_server "$bin/pg_ctl" start -D "$home/data" -w -s -o "-p $port" -l "$home/server.log" >/dev/null 2>&1 && return
	done
	cat "$home/server.log" >&2
	return 1
}
start

export PGPASSWORD
export EMBUDO_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres"
export EMBUDO_TEST_POSTGRES_CA="$home/server.crt"
status=0
"$@" || status=$?
exit "$status"
