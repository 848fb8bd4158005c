# Haigui: `make run` serves it, `make test` proves it. Nothing is installed outside .venv; the peers of `make bench`
# have .venv-bench.
# Needs: Python >= 3.11 with venv, and make. PostgreSQL and Chromium widen the tests when present.

PORT ?= 8000
V := .venv
BIN := $(V)/bin
PEERS := .venv-bench

# -qq leaves errors: a cache folder that cannot be written is pip's business, not the reader's.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install
UV_COMPILE := $(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --only-binary :all: \
	--python-version 3.11 --no-header $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL: # every target here is a sequence; two pips in one folder would break it
.PHONY: help run test bench bench-growth bench-names bench-names-speed lock format image clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: $(V)/.run ## install, migrate, load the seeds, serve on 127.0.0.1 (PORT=8000)
	$(BIN)/haigui migrate
	$(BIN)/haigui load
	exec $(BIN)/haigui serve --host 127.0.0.1 --port $(PORT)

test: $(V)/.test ## format, lint, types, arrows between packages, Dockerfile, then every test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/python -m pytest -n auto

bench: $(V)/.run $(PEERS)/.run ## measure against peers and the ceiling, some 20 minutes (ARGS='--people 5000 --quick': a minute)
	@$(BIN)/python -m benchmarks.compare $(ARGS)

bench-growth: $(V)/.run ## measure how answers, start-up and memory grow (ARGS='--people 1000000': other sizes)
	@$(BIN)/python -m benchmarks.growth $(ARGS)

# The server of pg_trgm is started as the tests start theirs.
bench-names: $(V)/.test $(PEERS)/.run ## measure how names are matched from Korean, against peers, half an hour (ARGS=--quick: a minute)
	@$(BIN)/python -m benchmarks.name_matching $(ARGS)

bench-names-speed: $(V)/.run ## measure suggesting and reconciling among a million names, some minutes (ARGS='--names 10000')
	@$(BIN)/python -m benchmarks.names_speed $(ARGS)

format: $(V)/.test ## rewrite the code as `make test` wants it
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# Asks for an installed uv only: a lock that cannot be installed must not prevent its own repair.
lock: $(if $(wildcard $(BIN)/uv),,$(V)/.test) ## compile pyproject.toml into the locks (UPGRADE=1: newest versions)
	$(UV_COMPILE) pyproject.toml -o requirements.lock
	$(UV_COMPILE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(UV_COMPILE) --group bench -c requirements.lock -o benchmarks/requirements.lock

image: $(BIN)/python ## build the container image, run it and ask it a question (root on Debian)
	.ci/image $(BIN)/python

clean: ## remove .venv, .venv-bench and caches; var/, where the database is, stays
	rm -rf $(V) $(PEERS) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build
	find app migrations tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# PY=... names an interpreter; without it the first that is new enough is taken.
# `--clear`, because a .venv without a working python (an interpreter that was upgraded away) is of no use.
$(BIN)/python:
	@for py in $(or $(PY),python3 python3.14 python3.13 python3.12 python3.11); do \
	  if "$$py" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "$$py -m venv $(V)"; exec "$$py" -m venv --clear $(V); \
	  fi; \
	done; \
	echo 'Haigui needs Python 3.11 or newer with venv and ensurepip (Debian: apt install python3-venv; elsewhere: make PY=/path/to/python3).' >&2; \
	exit 1

# The lock with its hashes, and nothing beside it: it is whole. Then the project itself, built by the flit_core of that
# lock, so nothing unhashed is fetched.
define install
@$(BIN)/python -m pip --version >/dev/null 2>&1 || { echo '$(V) is broken (was Python upgraded?): run make clean, then again.' >&2; exit 1; }
@echo "$< -> $(V) (about a minute the first time)"
@$(PIP) --require-hashes --only-binary :all: --no-deps -r $<
@$(PIP) --no-deps --no-build-isolation -e .
endef

# A plain prerequisite on python, not an order-only one: a new .venv must make both stamps stale.
$(V)/.run: requirements.lock pyproject.toml $(BIN)/python
	$(install)
	@touch $@

# The development lock contains the runtime lock, version by version.
$(V)/.test: requirements-dev.lock pyproject.toml $(BIN)/python
	$(install)
	@touch $@ $(V)/.run

# Only the interpreter is taken from .venv: what peers need must not change what we run on. The lock is whole, so no
# dependencies are asked for: pip would not know which of them pyproject.toml overrides.
$(PEERS)/.run: benchmarks/requirements.lock $(BIN)/python
	$(BIN)/python -m venv --clear $(PEERS)
	@echo "$< -> $(PEERS)"
	@$(PIP:$(BIN)/%=$(PEERS)/bin/%) --require-hashes --only-binary :all: --no-deps -r $<
	@touch $@
