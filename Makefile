# usmex-data: `make` sets up and builds everything, `make test` sets up and checks everything. `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
MAKEFLAGS += --no-print-directory

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
LOG := $(VENV)/setup.log
JOBS ?= 2
# nbval runs each stored notebook in this environment and compares what it prints; tests/nbval_pictures.py what it draws.
NBVAL := $(if $(wildcard notebooks/*.ipynb),--nbval --nbval-current-env --nbval-cell-timeout=120 notebooks)

# Imports are three times slower where nothing may cache bytecode; an empty value counts as not set.
export PYTHONDONTWRITEBYTECODE :=
# Networks with a certificate of their own: use the system's, as pip does.
export UV_SYSTEM_CERTS := 1
# The kernel says on every run that it talks over plain TCP on this machine; let it encrypt instead.
JUPYTER_FLAGS := --KernelManager.transport_encryption=auto

.PHONY: all build data notebooks site lab test clone lint format check bench dist export test-browser clean lock setup help

all build: $(READY) ## set up and build everything: data, notebooks, site
	@$(PY) -m usmex_data build

data: $(READY) ## the tables of data/clean
	@$(PY) -m usmex_data build --tables

notebooks: $(READY) ## execute the notebooks and store their outputs
	@$(PY) -m usmex_data notebooks

site: $(READY) ## render notebooks and sources to build/site
	@$(PY) -m usmex_data site

lab: $(READY) ## open the notebooks in JupyterLab
	@test "$$(id -u)" != 0 || case "$(JUPYTER_FLAGS)" in *--allow-root*) ;; *) \
	  echo "JupyterLab does not run as root: use another account, or make lab JUPYTER_FLAGS=--allow-root" >&2; exit 1 ;; esac
	@$(VENV)/bin/jupyter lab $(JUPYTER_FLAGS) notebooks

test: clone lint ## everything that can go wrong: lint, types, layers, tests, notebooks
	@$(PY) -m pytest -q -n $(JOBS) --dist loadscope tests $(NBVAL)

# Some tests ask git what belongs to the repository.
clone:
	@command -v git >/dev/null || { echo "make test needs git, which is not installed" >&2; exit 1; }
	@said=$$(git rev-parse --show-toplevel 2>&1) || { case "$$said" in \
	  *dubious*) echo "this folder is another user's: git config --global --add safe.directory '$(CURDIR)'" ;; \
	  *) echo "make test needs a clone: this folder is no git repository" ;; esac >&2; exit 1; }

lint: $(READY) ## style, types, and that no module imports from a later room
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --check --quiet . || { echo "not formatted: run 'make format'" >&2; exit 1; }
	@$(PY) -m mypy --no-error-summary
	@out=$$($(VENV)/bin/lint-imports --no-logo 2>&1) || { echo "$$out" >&2; exit 1; }
	@echo "lint: style, types and layers are fine"

format: $(READY) ## put code and notebooks into the house's form
	@$(VENV)/bin/ruff check --quiet --fix-only .
	@$(VENV)/bin/ruff format .

check: $(READY) ## is what is committed what a build makes?
	@$(PY) -m usmex_data check

bench: $(READY) ## accuracy and speed beside other extractors
	@$(PY) benchmarks/run.py
	@$(PY) benchmarks/linear.py
	@$(PY) benchmarks/audit/score.py

export: $(READY) ## the tables as Parquet, SQLite, Excel and a zip, in build/export
	@$(PY) -m usmex_data export --to build/export

dist: $(READY) ## wheel and source distribution, the same bytes whenever and wherever they are made
	@$(PY) -m hatchling build --clean --directory build/dist 2>/dev/null
	@! grep -Hn 'example\.org' pyproject.toml CITATION.cff || echo "before you publish, put the repository's address there"

fuzz: $(READY) ## texts and files made by chance, two minutes of them: SECONDS=3600 SEED=7 for others
	@$(PY) tests/fuzzing.py --seconds $(or $(SECONDS),120) --seed $(or $(SEED),1)

test-browser: $(READY) ## open every page of the site in Chromium
	@if [ ! -d tests/browser ]; then echo "no browser tests yet"; \
	elif ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then \
	  echo "no chromium: apt-get install chromium chromium-driver" >&2; exit 1; \
	else $(PY) -m pytest -q tests/browser; fi

clean: ## remove what can be made again, the environment too
	@rm -rf build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# --- the environment -----------------------------------------------------------------------------------------------

setup: $(READY) ## only set up the environment

# Why a package could not be installed, in one line, from what pip and uv said.
define WHY
case "$$(cat $(LOG))" in \
  *[Pp]roxy*) echo "the proxy cannot be reached, or refuses: look at HTTPS_PROXY and NO_PROXY" ;; \
  *CERTIFICATE*|*ertificate*) echo "the certificate of the package index is not trusted: name its authority in SSL_CERT_FILE" ;; \
  *"No space left"*) echo "the disk is full: the environment takes 1.2 GB" ;; \
  *"ermission denied"*|*"Read-only"*) echo "$(VENV) cannot be written: see whose it is, or take it away with make clean" ;; \
  *"do not match the hashes"*|*"ash mismatch"*) echo "a package is not the one that requirements.lock vouches for" ;; \
  *onnection*|*"timed out"*|*resol*|*nreachable*|*"error sending request"*) \
    echo "the package index cannot be reached: is there a network? A mirror is named in PIP_INDEX_URL and UV_INDEX_URL" ;; \
  *) tail -n 1 $(LOG) ;; \
esac
endef

# uv is taken from the lock too, its hash checked, and installs the rest; where it cannot, pip does, from the same lock.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 or newer is needed; say which with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "setting up $(VENV) from requirements.lock (half a minute, once)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); echo "$(PYTHON) cannot make an \
	environment in $(VENV): install its venv module (Debian: python3-venv), or see whether the folder can be written" >&2; exit 1; }
	@awk '/^[^ ]/ { uv = /^uv==/ } uv'  requirements.lock > $(VENV)/uv.lock
	@awk '/^[^ ]/ { uv = /^uv==/ } !uv' requirements.lock > $(VENV)/rest.lock
	@: > $(LOG); said() { "$$@" >>$(LOG) 2>&1; }; \
	pip="$(PY) -m pip install -q --disable-pip-version-check --retries 2"; \
	if said $$pip --require-hashes -r $(VENV)/uv.lock && said $(VENV)/bin/uv --version; then \
	  uv="$(VENV)/bin/uv pip install --quiet --python $(PY)"; \
	  said $$uv --require-hashes --compile-bytecode -r $(VENV)/rest.lock && \
	  said $$uv --no-deps --no-build-isolation --no-index --editable .; \
	else \
	  said $$pip --require-hashes -r $(VENV)/rest.lock && \
	  said $$pip --no-deps --no-build-isolation --no-index --editable .; \
	fi || { echo "the packages could not be installed: $$($(WHY)); all of it is in $(LOG)" >&2; exit 1; }
	@$(PY) -m compileall -q src
	@touch $@

LOCK := pip compile pyproject.toml --extra docs --extra formats --extra export --group dev --universal --fork-strategy fewest \
  --generate-hashes --no-header --no-annotate --quiet

lock: ## write requirements.lock after a change of pyproject.toml; UPGRADE=1 takes newer versions
	@test -x $(VENV)/bin/uv || { test -x $(PY) || $(PYTHON) -m venv $(VENV); $(PY) -m pip install --quiet uv; }
	@$(VENV)/bin/uv $(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	@echo "requirements.lock: $$(grep -c == requirements.lock) pins"

help: ## this list
	@awk -F ':[^#]*## ' '/^[a-z -]+:[^#]*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
