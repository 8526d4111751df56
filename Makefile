# The two commands of the README, and what they need. Everything lives in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs lock clean

demo: .venv/.ready
	@$(BIN)/newslint check fixtures/dirty || [ $$? -eq 1 ]

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint .venv/.peers
	$(BIN)/python -m pytest -n auto --dist worksteal --cov=newslint --cov-report=term:skip-covered --cov-fail-under=95 -rs

docs: .venv/.ready
	$(BIN)/python tools/build_docs.py
	$(BIN)/python tools/build_pictures.py

# The newest versions that pyproject.toml allows, for every platform and Python it allows.
lock: .venv/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check 'uv>=0.5'
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --upgrade --quiet \
	  --custom-compile-command 'make lock' --output-file requirements-dev.txt

.venv/.ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements-dev.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q newslint
	@touch $@

# What some tests drive, and the machine may lack; without it they are skipped with a reason.
.venv/.peers: tests/consumers/package.json | .venv/.ready
	@command -v vim >/dev/null || (command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y vim >/dev/null) || true
	@command -v npm >/dev/null && npm install --silent --no-package-lock --no-audit --no-fund --prefix tests/consumers >/dev/null 2>&1 || true
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache dist
