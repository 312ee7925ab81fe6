# Two commands for everyone: `make demo` and `make test`. The rest is for those who change the project.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples/deficient
JUDGE := .judges/node_modules/.bin/sarif-multitool
AXE := .judges/node_modules/axe-core/axe.min.js
# Nothing here reaches outside the clone: compiled rulebooks are kept in it, not among the user's caches.
export PDO_POLICY_CACHE := $(CURDIR)/.cache/rulebooks

.PHONY: demo test check docs check-formats judges mutate bench fix clean

demo: $(VENV)/.installed
	@echo '—— 检查 $(SAMPLE) ——'
	@$(BIN)/pdo-policy check $(SAMPLE) --as-of 2026-11-24; status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi
	@echo
	@echo '上面是一个有意写错的项目的检查结果（退出码 1 表示有不符合项）。接下来可以：'
	@echo '  $(BIN)/pdo-policy check samples/compliant           看一个符合要求的项目'
	@echo '  $(BIN)/pdo-policy explain HB-PLAN-TERM-ORDER        看一条规则和它的依据'
	@echo '  $(BIN)/pdo-policy explain 27号第九条                看一个条款和检查它的规则'
	@echo '  $(BIN)/pdo-policy law coverage                      看每一条款怎样检查'
	@echo '  README.zh-CN.md                                     看怎样检查自己的材料'

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/python -m pdo_policy.generated --check
	$(BIN)/python -m tests.pages --check
	$(BIN)/pdo-policy rules fmt --check rules samples/rulebooks
	$(BIN)/pdo-policy rules lint rules samples/rulebooks
	$(MAKE) docs
	$(MAKE) test

# The formats for continuous integration, held to the tools of others; the one from npm is fetched here and nowhere else.
check-formats: $(VENV)/.dev judges
	$(BIN)/python -m pytest -n 0 tests/e2e/test_sarif_multitool.py tests/e2e/test_pipelines.py tests/unit/test_ci_formats.py

judges: $(JUDGE) $(AXE)

# A tool from npm that tests hold our output to; without it they are skipped, and say so.
define judge
	@command -v npm > /dev/null || { echo '没有 npm：不安装$(2)，用它的测试会跳过并说明。'; exit 0; }; \
	timeout 300 npm install --prefix .judges --no-audit --no-fund --loglevel=error --fetch-retries=1 $(1) \
	  || echo '$(2)没有装上：用它的测试会跳过并说明。'
endef

$(JUDGE):
	$(call judge,@microsoft/sarif-multitool@5.7.0, SARIF 校验工具)

$(AXE): | $(JUDGE)
	$(call judge,axe-core@4.14.1,无障碍校验工具)

# The pages of docs/ as a site, in build/docs/index.html; a warning is an error. Half a minute, seconds after the first time.
docs: $(VENV)/.dev
	$(BIN)/python -m sphinx -j auto -n -W --keep-going -q -b html docs build/docs

# About a minute: ten thousand slips in the rules, one at a time, each to be told by a case.
mutate: $(VENV)/.dev
	$(BIN)/pdo-policy rules mutate

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.diagnostics

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/pdo-policy rules fmt rules samples/rulebooks
	$(BIN)/python -m pdo_policy.generated
	$(BIN)/python -m tests.pages
	$(BIN)/python -m tests.golden.update

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .cache .judges build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
