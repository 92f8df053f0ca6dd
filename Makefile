# Thin on purpose: every target is a command a person could type.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What people run, and with it what the checks need.
USED := eval,batch,llm,mcp,api
CHECKED := train,oidc,otel,haystack,milvus,ray,dev
RUNS := $(VENV)/.runs
STAMP := $(VENV)/.installed
# The tool of `make sbom`, in an environment of its own.
CYCLONEDX := 7.5.0
# Pins what is installed and, by the second name, which pip 25.3 and later read, what builds this package.
PINNED := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt

.PHONY: run test slow check lint bench bench-ui bench-api bench-peers bench-scale floor fit wheel sbom install clean

run: $(RUNS)
	$(BIN)/pincite index
	$(BIN)/pincite ui

test: install
	$(BIN)/pytest -q -n auto --dist loadfile

# What takes too long for every change: paths in a browser, kills, speeds, real models and servers where there are any.
slow: install
	$(BIN)/pytest -q -n auto --dist loadfile -m slow

check: lint test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Cold, warm and batched questions, memory and a build, then the scores of answers;
# `make bench PDFS=folder` measures how fast the PDF files there are read, too;
# `make bench BEIR=folder SPLIT=dev LIMIT=250` measures a set in BEIR format as well.
bench: install
	$(BIN)/pincite index
	$(BIN)/python -m ui.bench.latency --profile fast
	$(BIN)/python -m ui.bench.latency
	$(BIN)/pincite eval run
	$(if $(PDFS),$(BIN)/python -m eval.reading_speed $(PDFS)/*.pdf)
	$(if $(BEIR),$(BIN)/pincite eval beir $(BEIR) --split $(or $(SPLIT),dev) $(if $(LIMIT),--limit $(LIMIT)))

# Twenty readers asking the app at once, then fifty, then a thousand that come and go; in half an hour.
bench-ui: install
	$(BIN)/pincite index
	$(BIN)/python -m ui.bench.load
	$(BIN)/python -m ui.bench.load --sessions 50 --questions 10
	$(BIN)/python -m ui.bench.sessions

# Fifty programs asking the server at once, for two minutes.
bench-api: install
	$(BIN)/pincite index
	$(BIN)/python -m ui.bench.api_load

# Other tools on the same weights, paragraphs and questions, in an environment of their own.
bench-peers: install
	$(BIN)/pincite index
	$(PYTHON) -m venv .pincite/peers
	.pincite/peers/bin/python -m pip install --quiet --requirement ui/bench/peers/requirements.txt
	$(BIN)/python -m ui.bench.peers .pincite/peers/bin/python

# Questions among 1,000 to 200,000 paragraphs, in half an hour; `make bench-scale SIZES=1000000` among others, and
# `make bench-scale BEIR=folder` takes the foreign paragraphs from a set in BEIR format.
bench-scale: install
	$(BIN)/python -m ui.bench.scale $(SIZES) $(if $(BEIR),--beir $(BEIR)) --output .pincite/scale.json

# The scores in eval/reports/expected.toml, reached again.
floor: install
	$(BIN)/pincite index
	$(BIN)/pincite eval check

# The weights for the packaged model, fitted anew on the tune split and put in place in this checkout.
fit: install
	$(BIN)/python -m eval.fit --output rag/calibrations/pincite-encoder-en.en.json

# The wheel, built and put to use in an environment that has nothing else.
wheel: install
	rm -rf dist
	$(PINNED) $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	PYTHON=$(PYTHON) .ci/installed dist/*.whl

# What the server is made of, as CycloneDX; the tool has an environment of its own.
sbom:
	rm -rf dist/sbom
	PYTHON=$(PYTHON) .ci/server-environment dist/sbom/server
	$(PYTHON) -m venv dist/sbom/tool
	dist/sbom/tool/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==$(CYCLONEDX)
	dist/sbom/tool/bin/cyclonedx-py environment --pyproject pyproject.toml --output-file dist/sbom.cdx.json dist/sbom/server
	rm -rf dist/sbom

install: $(STAMP)

$(RUNS): pyproject.toml constraints.txt
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PINNED) $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(USED)]'
	touch $(RUNS)

$(STAMP): $(RUNS)
	$(PINNED) $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(USED),$(CHECKED)]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) dist .pincite .mypy_cache .ruff_cache .pytest_cache .hypothesis
