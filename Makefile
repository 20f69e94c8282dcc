# What one does with a checkout. `make run` and `make test` need Python 3.11 or newer and nothing else.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# what figures rest on: every branch of it is tested
EXACT := src/bvtrack/core/money/*,src/bvtrack/core/financial_year.py,src/bvtrack/core/period/*,src/bvtrack/core/due/*,$\
	src/bvtrack/core/target/*,src/bvtrack/core/owner/*,src/bvtrack/checks/*,src/bvtrack/delivery/*,src/bvtrack/store/*
REVIEW := reviews/hertfordshire-services-to-schools-2002.toml
DATABASE := hertfordshire.db

.PHONY: run test format docs golden mutants slow scorecard bench clean

.venv/made: pyproject.toml
	@test -n "$(PYTHON)" || { echo "bvtrack: no Python 3.11 or newer found (set PYTHON=/path/to/python3)" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

.venv/made-dev: .venv/made
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# opens the Hertfordshire review on a database of its own; where nobody sits at a terminal it prints what is in it
run: .venv/made
	@if test -t 0 && test -t 1; then $(BIN)/bvtrack --db $(DATABASE) $(REVIEW); else \
		$(BIN)/bvtrack export finance $(REVIEW) && echo && $(BIN)/bvtrack status $(REVIEW) && echo && \
		$(BIN)/bvtrack check $(REVIEW) --fail-on never; fi

test: .venv/made-dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n auto --cov --cov-report= --cov-fail-under=95
	@$(BIN)/coverage report --include='$(EXACT)' --fail-under=100 --skip-covered --show-missing > .coverage-exact \
		|| { cat .coverage-exact; exit 1; }

format: .venv/made-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# writes the generated pages: the rules' manual, the file format's reference and schema
docs: .venv/made-dev
	$(BIN)/python tools/make_docs.py

# writes the golden files anew: read the difference before committing it
golden: .venv/made-dev
	$(BIN)/pytest -q tests/golden --write-golden

# slow: changes each piece of the grammars and rules in turn and sees whether a test notices (docs/mutation.md)
mutants: .venv/made-dev
	@$(BIN)/python -m pip install --quiet --group mutants
	$(BIN)/python tools/mutants.py

# slow: kills, writers and disk faults by the thousand (docs/reliability.md)
slow: .venv/made-dev
	$(BIN)/python tools/slow.py

# slow: what the footing of document tables finds, and what it accuses wrongly (docs/scorecard.md)
scorecard: .venv/made-dev
	$(BIN)/python tools/scorecard.py

# slow: whole commands beside their peers (docs/performance.md)
bench: .venv/made-dev
	@test -x .venv-bench/bin/python || $(BIN)/python -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet beancount frictionless textual dooit
	$(BIN)/python benchmarks/headless.py .venv-bench/bin
	$(BIN)/python benchmarks/many.py .venv-bench/bin
	$(BIN)/python benchmarks/first_paint.py .venv-bench/bin

clean:
	rm -rf .venv .venv-bench mutants .coverage
