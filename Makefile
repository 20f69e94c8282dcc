# What one does with a checkout. `make run` and `make test` need Python 3.11 or newer and nothing else.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
REVIEW := reviews/hertfordshire-services-to-schools-2002.toml

.PHONY: run test format docs mutants clean

.venv/made: pyproject.toml
	@test -n "$(PYTHON)" || { echo "bvtrack: no Python 3.11 or newer found (set PYTHON=/path/to/python3)" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

.venv/made-dev: .venv/made
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

run: .venv/made
	@$(BIN)/bvtrack export finance $(REVIEW)
	@$(BIN)/bvtrack export outcomes $(REVIEW)
	@$(BIN)/bvtrack check $(REVIEW) --fail-on never

test: .venv/made-dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n auto --cov --cov-report= --cov-fail-under=95

format: .venv/made-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv mutants .coverage
