# Everything is set up by the first target that needs it. `make help` lists the targets.

PYTHON ?= python3
BROWSER ?= 1
export PYTHON BROWSER

BIN := .venv/bin
READY := .venv/.ready
TEMPLATES = find templates balance articles -name '*.html' -print0 | xargs -0 -r $(BIN)/djade --target-version 5.2

export UV_COMPILE_BYTECODE := 1
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages bench lighthouse shots clean chromium gettext

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: $(READY)  ## Run the whole site on http://127.0.0.1:8000 (another port: PORT=8001 make run)
	@exec $(BIN)/python -m config.launch run

test: $(READY) chromium gettext  ## Run all tests (without those that need Chromium: BROWSER=0 make test)
	@exec $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: export SECRET_KEY := lint
lint: export DATABASE_URL := postgresql:///lint
lint: $(READY)  ## Check style, layers, types and templates; change nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(TEMPLATES) --check

format: $(READY)  ## Put code and templates into the house's layout
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(TEMPLATES)

messages: $(READY) gettext  ## Write the sentences of the code into the catalogues of locale/
	@exec $(BIN)/python manage.py makemessages

bench: $(READY) chromium  ## Measure speed on the demonstration data, in a site of its own
	@exec $(BIN)/python -m benchmarks

lighthouse: $(READY) chromium  ## Ask Lighthouse about the public pages; needs Node
	@exec $(BIN)/python -m benchmarks.lighthouse

shots: $(READY) chromium  ## Take the pictures of the documentation, in a site of its own
	@exec $(BIN)/python -m tests.browser.shots

clean:  ## Remove what can be made again; with DATA=1 the data of `make run` as well
	rm -rf .venv staticfiles .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f locale/*/LC_MESSAGES/*.mo
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	$(if $(DATA),if [ -L .dev/postgres ]; then rm -rf "$$(readlink .dev/postgres)"; fi; rm -rf .dev)

$(READY): requirements.lock config/launch/setup.sh
	@sh config/launch/setup.sh .venv
	@touch $@

gettext:
	@sh config/launch/gettext.sh

chromium:
	@sh config/launch/chromium.sh
