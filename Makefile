# make site    the site and its PDFs from content/, in site/
# make test    all tests            make check   format, lint, types, layers, content, digests
# make test-fast   the tests that need no browser, no PDF engine and no large site
# make serve   a live preview       make bench   the benchmarks
# make screenshots   every type of page, wide and narrow, in .cache/screenshots/
# make crash   verbs killed at random system calls, and verbs that race (ARGS="1000 1 50": kills, seed, races)
# make hostile   very many hostile inputs at every door, and what fails (ARGS=100000)
# make readers   hundreds of readers during dozens of releases
# make lighthouse   Lighthouse's scores of the main pages, on a machine with nothing else to do
# make pictures   the guide's pictures and transcripts again, as the program shows itself now
# make release   wheel, source, what changed, bill of materials, licences and digests, in dist/ (TAG=1 tags the commit)
# make fmt     the code in its form    make clean   without what can be made again
# make lock    the locks again from pyproject.toml and requirements-dev.in (newer parts: UPGRADE=--upgrade)
#
# Everything is installed into .venv from the locks, and only when they have changed.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:

BIN := .venv/bin
UV := uv==0.13.9
ARGS ?=
UPGRADE ?=
TAG ?=
# Two workers, the one that is done first taking over from the other; -n 0 keeps to one process.
WORKERS := -n 2 --dist worksteal
# Modules are compiled once, also where somebody's environment forbids it: the tests start thousands of processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site test test-fast check bench pictures screenshots lighthouse crash readers hostile serve lock release fmt clean debian-site debian-test

site: .venv/.stamp-run
	@echo "make: building the site and its PDFs into site/"
	@$(BIN)/bulletin build $(ARGS)

serve: .venv/.stamp-run
	@echo "make: serving a live preview; Ctrl+C ends it"
	@$(BIN)/bulletin serve $(ARGS)

test: .venv/.stamp-dev tests/editor/node_modules/.stamp tests/web/node_modules/.stamp tests/oidc/node_modules/.stamp
	@echo "make: running all tests"
	@$(BIN)/pytest $(WORKERS) --durations=20 $(ARGS)

test-fast: .venv/.stamp-dev tests/editor/node_modules/.stamp
	@echo "make: running the tests that need no browser, no PDF engine and no large site"
	@$(BIN)/pytest $(WORKERS) --fast $(ARGS)

check: .venv/.stamp-dev
	@echo "make: format of the code (ruff format)"
	@$(BIN)/ruff format --check --quiet
	@echo "make: rules of the code (ruff check)"
	@$(BIN)/ruff check --quiet
	@echo "make: types (mypy)"
	@$(BIN)/mypy --no-error-summary
	@echo "make: declared packages (deptry)"
	@$(BIN)/deptry . --no-ansi
	@echo "make: layers (import-linter)"
	@$(BIN)/lint-imports --no-logo
	@echo "make: records (bulletin check)"
	@$(BIN)/bulletin check
	@echo "make: digests and chain (bulletin verify)"
	@$(BIN)/bulletin verify

bench: .venv/.stamp-dev
	@echo "make: running the benchmarks"
	@$(BIN)/python -m tests.benchmarks $(ARGS)

pictures: .venv/.stamp-dev
	@echo "make: writing what commands print now into the guide"
	@$(BIN)/pytest --update -k print tests/test_guide.py tests/test_guide_stories.py
	@echo "make: taking the pictures of the guide"
	@$(BIN)/python -m tests.pictures

screenshots: .venv/.stamp-dev
	@echo "make: taking pictures of every type of page"
	@$(BIN)/python -m tests.screenshots $(ARGS)

crash: .venv/.stamp-dev
	@echo "make: killing verbs at random system calls, and letting two race (ARGS='1000 1 50')"
	@$(BIN)/python -m tests.crash $(ARGS)

hostile: .venv/.stamp-dev tests/web/node_modules/.stamp
	@echo "make: giving hostile inputs to every door (ARGS=100000 for so many)"
	@$(BIN)/python -m tests.hostile_inputs $(ARGS)

readers: .venv/.stamp-dev
	@echo "make: people read while releases are published (ARGS='300 60')"
	@$(BIN)/python -m tests.readers $(ARGS)

lighthouse: .venv/.stamp-dev tests/web/node_modules/.stamp
	@echo "make: asking Lighthouse for the scores of the main pages on a slow phone"
	@$(BIN)/python -m tests.lighthouse

# The order-only packages are looked at on every run (it takes an instant) but renew nothing.
.venv/.stamp-run: requirements.lock requirements-build.lock pyproject.toml | debian-site
	@.ci/set-up requirements.lock requirements-build.lock
	@touch $@

# The development lock holds the other two as well, so one installation serves both stamps.
.venv/.stamp-dev: requirements-dev.lock pyproject.toml | debian-test
	@.ci/set-up requirements-dev.lock
	@touch .venv/.stamp-run $@

# What the tests drive an editor with, and what they judge pages with; each file checked by its digest.
tests/%/node_modules/.stamp: tests/%/package-lock.json | debian-test
	@echo "make: installing what $< names"
	@cd $(<D) && npm ci --silent --ignore-scripts
	@touch $@

debian-site:
	@.ci/debian-packages site

debian-test:
	@.ci/debian-packages test

release: .venv/.stamp-dev
	@TAG=$(TAG) .ci/release $(ARGS)

fmt: .venv/.stamp-dev
	@$(BIN)/ruff check --quiet --fix
	@$(BIN)/ruff format --quiet

# Neither records nor what is installed.
clean:
	@rm -rf site .site.previous dist .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

lock:
	@.ci/lock $(UV) $(UPGRADE)
