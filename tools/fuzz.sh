#!/bin/sh
# Runs every fuzz target of the module, each for FUZZTIME (default 5s), and
# stops at the first that fails. Any target that `go test` knows is run: there is
# no list to keep.
set -eu

fuzztime=${FUZZTIME:-5s}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM

# fuzz PACKAGE TARGET: unit tests of the package are not run again.
fuzz() {
	go test -run '^$' -fuzz "^$2\$" -fuzztime "$fuzztime" "$1" >"$log" 2>&1
}

# Go up to 1.26 at times reports the end of -fuzztime itself as a failure
# (https://go.dev/issue/75804). A real finding always writes its input or says
# what went wrong; this one says "context deadline exceeded" and nothing else.
deadline_race() {
	grep -q '^ *context deadline exceeded$' "$log" && ! grep -qi 'failing input\|panic' "$log"
}

# `go test -list` prints the names in a package, then a line with the package.
listing=$(go test -list '^Fuzz' ./...)
targets=$(printf '%s\n' "$listing" | awk '
	/^Fuzz/ { names[++n] = $1 }
	/^ok/   { for (i = 1; i <= n; i++) print $2, names[i]; n = 0 }')
if [ -z "$targets" ]; then
	echo "no fuzz targets"
	exit 0
fi

printf '%s\n' "$targets" | while read -r package target; do
	printf '%s %s ' "$package" "$target"
	if fuzz "$package" "$target" || { deadline_race && fuzz "$package" "$target"; }; then
		echo ok
	else
		echo FAILED
		cat "$log"
		exit 1
	fi
done
