# Scorewalk's commands. Each needs nothing before it: what is missing is installed into .venv first.
#   make try      the bot on the local stand-in for Telegram, with a chat page in the browser
#   make test     everything that must hold: lint, format, types, import contracts, tests
#   make check    the same without the tests        make batteries  kills, faults, a simulated year, a whole campaign
#   make kill     the kills alone                   make campaign   a quarter of 120 studios alone
#   make bench    the table of costs                make lock       the two locks anew
#   make install  what the program needs            make install-test  what its tests need too
#   make clean    forget .venv and caches (data/ stays)

PYTHON ?= python3
# More than the two cores of a small machine: while one waits for the disk, a child or a browser, another works.
WORKERS ?= 3
BATTERY_WORKERS ?= 2
KILLS ?= 200
STUDIOS ?= 120
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: install install-test try test check pytest batteries kill campaign bench lock clean

install: $(VENV)/.run
install-test: $(VENV)/.test

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) here: install Python 3.11 or newer, or say make PYTHON=/path/to/python."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Scorewalk needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Say make PYTHON=/path/to/python3.11."; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) -V 2>&1) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment (on Debian: apt-get install python3-venv)."; exit 1; }

$(VENV)/.run: $(BIN)/python requirements/run.lock pyproject.toml
	@echo "Installing what the program needs ..."
	@$(PIP) install --no-deps --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.lock
	@echo "Installing what the tests need ..."
	@$(PIP) install --no-deps --require-hashes -r requirements/test.lock
	@touch $@

try: install
	@$(BIN)/scorewalk try $(ARGS)

test: check pytest

check: install-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

pytest: install-test
	$(PYTEST) -n $(WORKERS) -m "not battery" $(ARGS)

batteries: install-test
	$(PYTEST) -n $(BATTERY_WORKERS) -m "battery or hypothesis" --hypothesis-profile thorough --kills $(KILLS) --studios $(STUDIOS) $(ARGS)

kill: install-test
	$(BIN)/python -m pytest -m kill --kills $(KILLS) $(ARGS)

campaign: install-test
	$(BIN)/python -m pytest tests/campaign --studios $(STUDIOS) $(ARGS)

bench: install-test
	$(BIN)/python -m tests.bench $(ARGS)

lock: $(BIN)/python
	$(PIP) install uv
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/run.lock
	$(COMPILE) pyproject.toml requirements/build.in --extra test -c requirements/run.lock -o requirements/test.lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
