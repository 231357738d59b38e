GO ?= go
TORI := bin/tori
WITHPG := $(GO) run ./internal/postgres/pgtest/withpg
TEMPL := $(GO) run github.com/a-h/templ/cmd/templ@v0.3.977

.DEFAULT_GOAL := help

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: setup build ## Serve the portal with demo data on http://127.0.0.1:8080
	@exec $(TORI) serve --demo

# make check vets the whole once; the tests, which vet each package for themselves, do not.
.PHONY: test
test: setup-test ## Run all tests on a real PostgreSQL
	$(WITHPG) $(GO) test -vet=off -shuffle=on -ldflags=-w -timeout 20m ./...

.PHONY: test-deep
test-deep: setup-test ## Run what the sweeps of make test leave for another day
	TORI_TEST_DEEP=1 $(WITHPG) $(GO) test -count=1 -vet=off -shuffle=on -ldflags=-w -timeout 40m -run '^($(SWEEPS)|$(JOURNEYS))$$' ./internal/moderation ./web ./web/e2e ./web/faults

# SWEEPS are the tests that look at a portion, JOURNEYS those that go one of two ways.
SWEEPS := TestOfTwoModeratorsOneWins|TestEveryFieldTakesAnything|TestPortalKilledAmidSubmissions|TestDatabaseAwayAndSilent|TestEachMessageToTheDatabaseLost
JOURNEYS := $(shell grep -oh '^func Test[A-Za-z]*' web/e2e/journey_*_test.go | cut -c6- | paste -sd'|' -)

.PHONY: check
check: ## Everything CI checks
	bash .ci/run

.PHONY: lint
lint: ## Look for what golangci-lint finds; it takes minutes to build
	$(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.6.2 run --timeout 15m ./...

.PHONY: bench
bench: setup-test build ## Measure the pages beside nginx, in one run; BENCH_ACTS=100000 for more
	$(WITHPG) $(GO) run ./web/bench -acts $${BENCH_ACTS:-10000}

.PHONY: bench-large
bench-large: setup-test ## Measure exports and figures of a million acts; BENCH_ACTS=100000 for fewer
	dir=$$(mktemp -d); chmod 755 $$dir; $(WITHPG) -dir $$dir/pg $(GO) run ./web/bench -large $${BENCH_ACTS:-1000000}; status=$$?; rm -rf $$dir; exit $$status

.PHONY: bench-burst
bench-burst: setup-test ## Measure 500 submissions within a minute, and what readers notice
	$(WITHPG) $(GO) run ./web/bench -burst 500

.PHONY: eval-search
eval-search: setup-test ## Measure how good the search is
	$(WITHPG) $(GO) test -count=1 -v -run 'TestDevSet|TestMoreOfTheDevSets|TestDemoSet|TestHeldOutSet|TestStockPostgres' ./internal/search

.PHONY: bench-search
bench-search: setup-test ## Measure how fast the search is; BENCH_ACTS=2000 for less
	for n in $${BENCH_ACTS:-2000 100000 1000000}; do BENCH_ACTS=$$n $(WITHPG) $(GO) test -run xxx -bench 'Find|Lists' -benchtime 1x -timeout 4h ./internal/search ./internal/stats; done

.PHONY: build
build: ## Build bin/tori
	$(GO) build -o $(TORI) ./cmd/tori

.PHONY: generate
generate: ## Make Go of the templ files
	$(TEMPL) generate

.PHONY: assets
assets: ## Rebuild css, js, fonts and icons (needs Node)
	cd web/assets && npm ci --no-audit --no-fund && node build.mjs

.PHONY: setup
setup: # install what is missing to run, or say what is
	@bash .ci/setup

.PHONY: setup-test
setup-test: # install what is missing to test, or say what is
	@bash .ci/setup test
