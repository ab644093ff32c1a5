# SchoolIndicators. `make` alone says what there is.
#
# Variables pass straight to the options of the command:
#   DATA OUT REFERENCE YEAR TERM ON LA REGION SIP URN SEASON AUDIENCE FORMATS TABLES JOBS STRICT=1 QUIET=1
# e.g.  make report DATA=my/files OUT=my/reports YEAR=2009 TERM=autumn

DATA ?= Data/sample
OUT ?= Reports
BUILD ?= .build
TOOL := $(BUILD)/release/school-indicators
# The environment has a TERM of its own, the kind of terminal; only `make report TERM=autumn` means the school term.
SCHOOL_TERM := $(if $(findstring command,$(origin TERM)),$(TERM))
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
LIBRARIES := libcsv-dev libxlsxwriter-dev libssl-dev pkg-config liblapacke-dev
SWIFT_BUILD := swift build --build-path $(BUILD) --explicit-target-dependency-import-check error
# With Swift's own libraries inside, the tool starts quicker and runs on machines without Swift.
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static),--static-swift-stdlib)

options = $(foreach folder,$(DATA),--data $(folder)) --out $(OUT) \
  $(if $(REFERENCE),--reference $(REFERENCE)) $(if $(YEAR),--year $(YEAR)) $(if $(SCHOOL_TERM),--term $(SCHOOL_TERM)) \
  $(foreach code,$(LA),--la $(code)) $(if $(REGION),--region "$(REGION)") $(if $(FORMATS),--formats $(FORMATS)) \
  $(if $(TABLES),--tables $(TABLES)) $(if $(AUDIENCE),--audience $(AUDIENCE)) $(if $(JOBS),--jobs $(JOBS)) \
  $(if $(STRICT),--strict) $(if $(QUIET),--quiet)
check-options = $(foreach folder,$(DATA),--data $(folder)) $(if $(REFERENCE),--reference $(REFERENCE)) \
  $(if $(YEAR),--year $(YEAR)) $(if $(JOBS),--jobs $(JOBS)) $(if $(STRICT),--strict) $(if $(QUIET),--quiet)

pack-options = $(foreach folder,$(DATA),--data $(folder)) --out $(OUT) \
  $(if $(REFERENCE),--reference $(REFERENCE)) $(if $(YEAR),--year $(YEAR)) $(if $(SEASON)$(SCHOOL_TERM),--season $(or $(SEASON),$(SCHOOL_TERM))) \
  $(foreach code,$(LA),--la $(code)) $(foreach id,$(SIP),--sip $(id)) $(foreach number,$(URN),--urn $(number)) \
  $(if $(FORMATS),--formats $(FORMATS)) $(if $(AUDIENCE),--audience $(AUDIENCE)) $(if $(JOBS),--jobs $(JOBS)) \
  $(if $(ON),--on $(ON)) $(if $(STRICT),--strict) $(if $(QUIET),--quiet)

.PHONY: help report compare packs check sample test lint format setup clean \
  bench bench-read bench-report bench-similar bench-compare bench-packs

help: ## Say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

report: $(TOOL) ## Write the LA indicator tables and pages (DATA=folder YEAR=2009 TERM=autumn)
	$(TOOL) report $(options) $(if $(ON),--on $(ON))

compare: $(TOOL) ## Write the authorities of each region side by side (DATA=folder YEAR=2009 REGION="North West")
	$(TOOL) compare $(options)

packs: $(TOOL) $(if $(findstring pdf,$(FORMATS)),.venv/bin/weasyprint) ## Write pre-visit packs (LA=901 or SIP=id or URN=number, TERM=autumn, FORMATS=html,pdf)
	$(TOOL) packs $(pack-options)

# WeasyPrint prints the packs. Debian's own is too old for CSS grid and PDF/UA.
.venv/bin/weasyprint:
	@dpkg -s python3-venv libpango-1.0-0 libpangoft2-1.0-0 >/dev/null 2>&1 || { $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q python3-venv libpango-1.0-0 libpangoft2-1.0-0; }
	python3 -m venv .venv
	.venv/bin/pip install --quiet "weasyprint>=70"

check: $(TOOL) ## Read and check the inputs only
	$(TOOL) check $(check-options) --out $(OUT)

sample: $(TOOL) ## Write the synthetic sample anew (Data/sample)
	$(TOOL) sample --size modest --out Data/sample

test: setup ## Build and run all tests
	$(SWIFT_BUILD) --build-tests
	swift test --build-path $(BUILD) --skip-build --disable-xctest

lint: ## Check the source format
	swift format lint --recursive --strict Package.swift Sources Tests Benchmarks

format: ## Format the source
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

setup:
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
	@missing=""; for package in $(LIBRARIES); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then echo "Installing with apt-get:$$missing"; \
	  $(SUDO) apt-get update -q && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$missing; fi

# Always asks SwiftPM, which rebuilds only what changed.
.PHONY: $(TOOL)
$(TOOL): setup
	@$(SWIFT_BUILD) --configuration release $(STATIC) --product school-indicators

bench: bench-read bench-report bench-similar bench-compare bench-packs ## Measure speed and memory, against peers where there are any

PEERS := Benchmarks/peers/.venv/bin/python
$(PEERS):
	@dpkg -s python3-venv >/dev/null 2>&1 || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv; }
	python3 -m venv Benchmarks/peers/.venv
	$(PEERS) -m pip install --quiet polars==2.1.0 duckdb==2.0.0 numpy scipy

bench-read: setup $(PEERS) ## Reading, against libcsv alone and Polars
	cd Benchmarks && swift build --configuration release --product bench-read && \
	  .build/release/bench-read --python peers/.venv/bin/python

bench-report: $(TOOL) $(PEERS) ## Whole runs on the national sample, against Polars and DuckDB
	$(PEERS) Benchmarks/bench_report.py $(TOOL) Data/reference $(BUILD)/bench

bench-similar: setup $(PEERS) ## Value added ranks and similar schools, against brute force and scipy
	cd Benchmarks && swift build --configuration release --product bench-similar && \
	  .build/release/bench-similar --python peers/.venv/bin/python

bench-compare: $(TOOL) ## Pages of authorities and regions, and workbooks, of the national sample: files a second, peak memory
	python3 Benchmarks/bench_compare.py $(TOOL)

bench-packs: $(TOOL) ## Packs a second on one core and two, for an LA and for the national sample, with the peak memory
	python3 Benchmarks/bench_packs.py $(TOOL)

clean: ## Remove what was built
	rm -rf $(BUILD)
