# Every command of the project. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
FAST := $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make pins"

.PHONY: help
help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

.PHONY: run
run: ready ## serve the dashboard on this machine, http://127.0.0.1:8501
	@echo "BCCC Dash is starting: open http://127.0.0.1:$(PORT) in a browser. Ctrl+C stops it."
	@exec $(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

.PHONY: test
test: dev-ready chromium check ## everything that must hold: style, types, layers, tests
	@$(BIN)/python -m pytest -n 3 --dist loadfile

.PHONY: soak
soak: dev-ready chromium ## the long form of every long proof
	@BCCC_SOAK=1 $(BIN)/python -m pytest -m soak --timeout=7200

.PHONY: bench
bench: dev-ready ## speed, as ratios within one run
	@$(BIN)/python -m tests.bench

.PHONY: check
check: dev-ready ## style, types, layers, and whether the generated documents are current
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m docs.build --check

.PHONY: format
format: dev-ready ## put the code into its usual form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: docs
docs: dev-ready ## write the generated documents anew
	@$(BIN)/python -m docs.build

.PHONY: pins
pins: dev-ready ## choose versions anew from pyproject.toml, as few changes as it allows
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) --constraint requirements.txt --extra dev pyproject.toml --output-file requirements-dev.txt

# Set-up. Each step does nothing when nothing has changed.

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "BCCC Dash needs Python 3.11, 3.12 or 3.13; \`$(PYTHON)\` is another one, or missing." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python could not make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 2; }

.PHONY: ready
ready: $(BIN)/pip
	@cmp -s requirements.txt $(VENV)/installed.txt || \
		{ $(PIP) install --require-hashes -r requirements.txt && cp requirements.txt $(VENV)/installed.txt; }

.PHONY: dev-ready
dev-ready: $(BIN)/pip
	@cmp -s requirements-dev.txt $(VENV)/installed-dev.txt || \
		{ sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > $(VENV)/uv.txt \
		&& $(PIP) install --quiet --require-hashes -r $(VENV)/uv.txt \
		&& { $(FAST) -r requirements-dev.txt || $(PIP) install --require-hashes -r requirements-dev.txt; } \
		&& cp requirements-dev.txt $(VENV)/installed-dev.txt && cp requirements.txt $(VENV)/installed.txt; }

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { \
		command -v apt-get >/dev/null || { echo "The browser tests need Chromium: install it and try again." >&2; exit 2; }; \
		sudo=; if [ "$$(id -u)" != 0 ]; then command -v sudo >/dev/null || \
			{ echo "The browser tests need Chromium: as root, apt-get install chromium" >&2; exit 2; }; sudo=sudo; fi; \
		$$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive \
			apt-get install -q -y --no-install-recommends chromium; }
