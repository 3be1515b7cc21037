# Everything that is done to this repository more than once. `make` lists it.

VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
FUZZTIME ?= 5s
PACKAGES ?= ./...
DIST     ?= dist

GOLANGCI = go tool -modfile=tools/lint/go.mod golangci-lint

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# No cgo: one static file that starts faster. No paths of this machine in it. It is
# copied as an installer does: what the linker writes lies in the system's memory
# page by page, and starts in a fifth more time until it has left it.
.PHONY: build
build: ## build bin/embudo
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X embudo/cmd.version=$(VERSION)" -o bin/linked/embudo ./cmd/embudo
	install -m 755 bin/linked/embudo bin/embudo

.PHONY: test
test: ## run the tests
	go test $(PACKAGES)

.PHONY: race
race: ## run the tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -short $(PACKAGES)

.PHONY: lint
lint: ## check the code against .golangci.yml; the first run builds the linter, in some minutes
	$(GOLANGCI) run

.PHONY: fmt
fmt: ## format the code as lint wants it
	$(GOLANGCI) fmt

.PHONY: docs
docs: ## write the generated files: CLI reference, man pages, JSON Schema
	go generate ./...
	go run ./tools/docs

# Compares the tree before and after, so that work in progress is no failure.
.PHONY: check-docs
check-docs: ## fail if the generated files are not what `make docs` writes
	@before=$$(mktemp) && after=$$(mktemp) && trap 'rm -f "$$before" "$$after"' EXIT && \
	changes() { git status --porcelain --untracked-files=all && git diff; } && \
	changes >"$$before" && $(MAKE) --no-print-directory docs && changes >"$$after" && \
	if ! cmp -s "$$before" "$$after"; then \
		diff "$$before" "$$after"; \
		echo "generated files were out of date: run 'make docs' and commit what it writes" >&2; \
		exit 1; \
	fi

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (5s)
	FUZZTIME=$(FUZZTIME) tools/fuzz.sh

.PHONY: bench
bench: ## run the benchmarks
	go test -run '^$$' -bench . -benchmem $(PACKAGES)

.PHONY: startup
startup: build ## compare the time of a whole run with that of an empty Go program
	go run ./tools/startup

# PLATFORMS=linux/amd64,windows/arm64 builds these alone.
.PHONY: dist
dist: ## write archives, deb, rpm and checksums for all platforms into dist/
	go run ./tools/packages -version "$(VERSION)" -output "$(DIST)" $(if $(PLATFORMS),-platforms "$(PLATFORMS)")

.PHONY: ci
ci: ## everything that continuous integration does
	.ci/run

.PHONY: clean
clean: ## remove what build leaves behind
	rm -rf bin dist
