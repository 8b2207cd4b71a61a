# `make site` and `make test` need Python 3.11 or newer, make and git; they install the rest.

.DEFAULT_GOAL := help
.PHONY: help site check serve test coverage fuzz soak big lint types check bench lighthouse lock clean distclean chromium

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
OUTPUT := _site
WORKERS ?= 2
# How many articles `make bench` builds; 100000 takes hours.
SIZES ?= 1000 10000
# Where `make bench` builds: /dev/shm, say, leaves a slow or busy disk out of the figures.
SCRATCH ?=
EXAMPLES ?= 20000
KILLS ?= 200
BIG ?= 20000
# Colleagues' settings of pip must not change what the locks say.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: $(STAMPS)/site ## Build content/ into _site/
	$(BIN)/site-builder build . --output $(OUTPUT) $(if $(BASE_URL),--base-url "$(BASE_URL)")

check: $(STAMPS)/site ## Check the archive, and every link of the site that was built of it
	$(BIN)/site-builder check .
	$(BIN)/python .ci/check-links $(OUTPUT)

serve: $(STAMPS)/site ## Show the site at http://127.0.0.1:8000/ and rebuild it on every change
	$(BIN)/site-builder serve .

test: $(STAMPS)/test chromium ## Lint, check types and run all tests, as CI does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

coverage: $(STAMPS)/test chromium ## Run all tests and tell which lines none of them reaches
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term:skip-covered

fuzz: $(STAMPS)/test ## Try 20,000 examples of each property of texts, dates and names (EXAMPLES=…)
	SITE_BUILDER_FUZZ=$(EXAMPLES) $(BIN)/python -m pytest tests/properties -k fuzz

soak: $(STAMPS)/test ## Kill 200 builds at random moments (KILLS=…), fill the disk at every write
	SITE_BUILDER_KILLS=$(KILLS) $(BIN)/python -m pytest tests/test_incremental_build.py tests/output -k killed
	SITE_BUILDER_FULL_DISK=1 $(BIN)/python -m pytest -n $(WORKERS) tests/test_full_disk.py

big: $(STAMPS)/test ## Build 20,000 articles of one person (BIG=…): time, memory, sizes of pages
	SITE_BUILDER_BIG=$(BIG) $(BIN)/python -m pytest tests/test_big_archives.py

lint: $(STAMPS)/test ## Mend what ruff can mend, and show the rest
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(STAMPS)/test ## Check types
	$(BIN)/mypy

bench: $(STAMPS)/bench ## Measure builds beside other generators, search beside Pagefind, the importer
	$(BIN)/python -m benchmarks.peers --sizes $(SIZES) $(if $(SCRATCH),--scratch $(SCRATCH))
	$(BIN)/python -m benchmarks.search --articles 10000 --pagefind
	$(BIN)/python -m benchmarks.import_score
	$(BIN)/python -m benchmarks.import_speed

lighthouse: $(STAMPS)/test chromium ## Measure the built sample as Lighthouse does (ARGS="--desktop --runs 3")
	$(BIN)/python -m benchmarks.lighthouse $(ARGS)

lock: ## Choose the newest allowed versions and write them, with digests, to requirements/
	.ci/make-venv .cache/lock
	.cache/lock/bin/python -m pip --disable-pip-version-check install --quiet uv
	.ci/lock .cache/lock/bin/uv

clean: ## Remove the built site and all caches
	rm -rf $(OUTPUT) .cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

distclean: clean ## Remove what was installed as well
	rm -rf $(VENV) site_builder/_vendor

chromium: $(STAMPS)/test
	@$(BIN)/python -m tests.browser.chromium --install

$(BIN)/python:
	.ci/make-venv $(VENV)

# The build of the package brings lunr.js in with npm, or with the Node of a wheel.
$(STAMPS)/build: requirements/build.txt requirements/node.txt | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/build.txt
	command -v npm >/dev/null || $(PIP) install --quiet --require-hashes -r requirements/node.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/site: $(STAMPS)/build requirements/site.txt pyproject.toml $(wildcard site_builder/vendor/*)
	$(PIP) install --quiet --require-hashes -r requirements/site.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/bench: $(STAMPS)/site requirements/bench.txt
	$(PIP) install --quiet --require-hashes -r requirements/bench.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/test: $(STAMPS)/site requirements/test.txt
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@mkdir -p $(STAMPS) && touch $@
