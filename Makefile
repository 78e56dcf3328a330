# Everything is set up by the first target that needs it. `make help` lists the targets.

PYTHON ?= python3
UV_VERSION := 0.13.9
BROWSER ?= 1

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export UV_COMPILE_BYTECODE := 1
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench shots clean chromium

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY)  ## Run the whole site on http://127.0.0.1:8000 (PORT=8001 make run: elsewhere)
	@exec $(BIN)/python -m config.launch run

test: $(READY) chromium  ## Run all tests (BROWSER=0: without those that need Chromium)
	@BROWSER=$(BROWSER) exec $(BIN)/python -m pytest -n auto --dist loadscope $(ARGS)

lint: $(READY)  ## Check style, types, layers and templates, and change nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	find templates balance articles -name '*.html' -print0 | xargs -0 -r $(BIN)/djade --target-version 5.2 --check

format: $(READY)  ## Put code and templates into the house's layout
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	find templates balance articles -name '*.html' -print0 | xargs -0 -r $(BIN)/djade --target-version 5.2

bench: $(READY)  ## Measure, and print what benchmarks/ keeps
	$(BIN)/python -m config.launch exec $(BIN)/python -m benchmarks

shots: $(READY) chromium  ## Take the pictures of the documentation
	$(BIN)/python -m config.launch exec $(BIN)/python -m benchmarks.shots

clean:  ## Remove everything that was made here, the data of `make run` included
	@$(PYTHON) .ci/clean

$(READY): requirements.lock .ci/setup
	@PYTHON=$(PYTHON) UV_VERSION=$(UV_VERSION) sh .ci/setup $(VENV)
	@touch $@

chromium:
	@BROWSER=$(BROWSER) sh .ci/chromium
