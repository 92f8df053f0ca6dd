# Thin on purpose: every target is a command a person could type.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Pins what is installed and, by the second name, which pip 25.3 and later read, what builds this package.
PINNED := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt

.PHONY: run test check lint bench install clean

run: install
	@$(BIN)/pincite index
	@$(BIN)/pincite ask "In how many States parties are there central authorities for mutual legal assistance?"
	@echo
	@echo 'Ask another:  $(BIN)/pincite ask "What does the Global Focal Point Initiative do?"'

test: install
	$(BIN)/pytest -q

check: lint test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install
	$(BIN)/python -m eval.latency

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PINNED) $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[eval,batch,dev]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) .pincite .mypy_cache .ruff_cache .pytest_cache .hypothesis
