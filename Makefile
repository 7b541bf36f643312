# Everything StudyApp needs, by name. `make help` lists it. Works with GNU make 3.81 and later.

PYTHON ?=
HOST ?= 127.0.0.1
PORT ?= 8000
DATA_DIR ?= var
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check
KEY := $(DATA_DIR)/secret-key
STATIC := $(DATA_DIR)/static/staticfiles.json
RUNTIME := $(VENV)/runtime-installed
TOOLS := $(VENV)/tools-installed

.DEFAULT_GOAL := help
.PHONY: help run setup test check lint types imports migrations-check translations bench clean

help: ## List the commands
	@echo "make COMMAND, where COMMAND is one of:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo "Variables: HOST=$(HOST) PORT=$(PORT) DATA_DIR=$(DATA_DIR) PYTHON=$(if $(PYTHON),$(PYTHON),python3.11)"

run: setup ## Start the site; the first time this installs everything
	@exec $(BIN)/python manage.py serve

setup: $(RUNTIME) $(STATIC) | $(KEY) ## Install what running needs, without starting

test: $(TOOLS) ## Run every test, the browser's included (PYTEST_ARGS="-k reader" to choose)
	$(BIN)/pytest -n 2 --dist loadfile $(PYTEST_ARGS)

check: lint types imports migrations-check ## Run every check that is not a test

lint: $(TOOLS) ## Style of Python and templates
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/djlint templates --lint --quiet

types: $(TOOLS) ## Types
	$(BIN)/mypy studyapp quizzes

imports: $(TOOLS) ## The rings: who may import whom
	$(BIN)/lint-imports --no-cache

migrations-check: $(TOOLS) | $(KEY) ## Every change of a model has its migration
	$(BIN)/python manage.py makemigrations --check --dry-run

translations: $(TOOLS) | $(KEY) ## Bring the message catalog up to date and compile it
	$(BIN)/python manage.py make_translations

bench: $(TOOLS) ## Run the benchmark and print its table
	$(BIN)/python -m bench

clean: ## Remove the installed packages and the caches; the data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find studyapp quizzes tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# A Python that only pretends to be 3.11 (a version manager's stand-in, an older python3) is passed over.
$(BIN)/python:
	@for candidate in $(if $(PYTHON),$(PYTHON),python3.11 python3 python); do \
	    "$$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1 || continue; \
	    echo "Making $(VENV) with $$candidate"; \
	    "$$candidate" -m venv --clear $(VENV) && exit 0; \
	    rm -rf $(VENV); \
	    echo "$$candidate could not make a virtual environment. On Debian or Ubuntu: apt-get install python3.11-venv" >&2; \
	    exit 1; \
	done; \
	echo "StudyApp needs Python 3.11, and $(if $(PYTHON),$(PYTHON) is not it,none was found)." >&2; \
	echo "Install it, or say where it is: make run PYTHON=/path/to/python3.11" >&2; \
	exit 1

# The stamp is written only after a complete installation; sed turns pip's talk into one line a package.
$(RUNTIME): requirements.txt | $(BIN)/python
	@echo "Installing what StudyApp needs (about 100 MB the first time)"
	@rm -f $@
	@{ $(PIP_INSTALL) -r requirements.txt && touch $@; } | sed -n 's/^Collecting \([^ ]*\).*/  \1/p'
	@test -e $@ || { echo "Installing failed; the lines above say why. Run make again to retry." >&2; exit 1; }

$(TOOLS): tests/requirements.txt $(RUNTIME)
	@echo "Installing the tools of development"
	@rm -f $@
	@{ $(PIP_INSTALL) -r tests/requirements.txt && touch $@; } | sed -n 's/^Collecting \([^ ]*\).*/  \1/p'
	@test -e $@ || { echo "Installing failed; the lines above say why. Run make again to retry." >&2; exit 1; }

# Made once and kept: another key signs everybody out.
$(KEY): | $(BIN)/python
	@mkdir -p $(DATA_DIR)
	@umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@.new && mv $@.new $@
	@echo "Made the secret key $@"

$(STATIC): $(RUNTIME) $(shell find static 2>/dev/null) | $(KEY)
	@echo "Collecting static files"
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@touch $@
