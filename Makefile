# The README's two commands, and what a contributor runs. Needs Python 3.11 or later and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
OUT ?= out

.PHONY: run test check lint types imports rules gate speed clean

# Sets up and runs the main job: every article of corpus/ to out/facts.jsonl, with a summary.
run: $(VENV)/.installed
	@mkdir -p $(OUT)
	@$(BIN)/extractor run corpus/ -o $(OUT)/facts.jsonl
	@echo "facts, one JSON object a line: $(OUT)/facts.jsonl"

# Sets up and passes the tests.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

# Everything that CI asks of a change, except the wheel.
check: test lint types imports rules

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

imports: $(VENV)/.installed-dev
	$(BIN)/lint-imports

rules: $(VENV)/.installed
	$(BIN)/extractor rules check

# Labels quote their articles, and no score is below its floor in gold/baseline.json.
gate: $(VENV)/.installed
	$(BIN)/extractor gold check
	$(BIN)/extractor evaluate --gate --split all

speed: $(VENV)/.installed
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) $(OUT) dist build

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no python3.11 and no python3 found; install Python 3.11 or later"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
