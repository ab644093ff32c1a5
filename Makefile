# SchoolIndicators. `make` alone says what there is.
#
# Variables pass to the options of the command as they are written:
#   DATA OUT REFERENCE YEAR TERM ON LA REGION SIP URN SEASON FORM AUDIENCE FORMATS TABLES JOBS
#   STRICT=1 QUIET=1 REPLACE=1 READABLE_BY_ALL=1
# e.g.  make report DATA=my/files OUT=my/reports YEAR=2009 TERM=autumn
# Several folders in DATA stand apart by colons, or by blanks: DATA="my files:register".

BUILD ?= .build
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 3600
FUZZ_SEED ?= 1
TOOL := $(BUILD)/release/school-indicators

VARIABLES := DATA OUT REFERENCE YEAR ON LA REGION SIP URN SEASON FORM AUDIENCE FORMATS TABLES JOBS STRICT QUIET REPLACE READABLE_BY_ALL
KNOWN := $(VARIABLES) TERM BUILD PREFIX DESTDIR SHARED CHECKER FUZZ_SECONDS FUZZ_SEED
# A variable that is not known would go unnoticed, and the run be one on the sample.
UPPER = $(subst a,A,$(subst b,B,$(subst c,C,$(subst d,D,$(subst e,E,$(subst f,F,$(subst g,G,$(subst h,H,$(subst i,I,$(subst \
  j,J,$(subst k,K,$(subst l,L,$(subst m,M,$(subst n,N,$(subst o,O,$(subst p,P,$(subst q,Q,$(subst r,R,$(subst s,S,$(subst \
  t,T,$(subst u,U,$(subst v,V,$(subst w,W,$(subst x,X,$(subst y,Y,$(subst z,Z,$(1)))))))))))))))))))))))))))
CHECKED := $(foreach name,$(.VARIABLES),$(if $(findstring command line,$(origin $(name))),$(if $(filter-out $(KNOWN),$(name)),$(error \
  '$(name)' is no variable here$(if $(filter $(KNOWN),$(call UPPER,$(name))),; write $(call UPPER,$(name))=...,; known are $(KNOWN)))))))
# Values reach the tool through the environment as they were typed: neither make nor a shell reads anything into them.
EXPORTED := $(foreach name,$(VARIABLES),$(eval override export $(name) := $$(value $(name))))
# The environment has a TERM of its own, the kind of terminal; only `make report TERM=autumn` means the school term.
override export SCHOOL_TERM := $(if $(findstring command,$(origin TERM)),$(value TERM))
LIBRARIES := libcsv-dev libxlsxwriter-dev libssl-dev pkg-config libglpk-dev
SWIFT_BUILD := swift build --build-path $(BUILD) --explicit-target-dependency-import-check error
# With Swift's own libraries inside, the tool starts quicker and runs on machines without Swift.
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static),--static-swift-stdlib)
RUN := Scripts/run-tool $(TOOL)

.PHONY: help report compare packs check sample install test verify check-workbooks fuzz fuzz-inputs fuzz-short kills kills-short lint format setup clean \
  bench bench-read bench-report bench-similar bench-compare bench-packs bench-files

help: ## Say what there is to make
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

report: $(TOOL) ## Write the LA indicator tables and pages (DATA=folder YEAR=2009 TERM=autumn)
	@$(RUN) report

compare: $(TOOL) ## Write the authorities of each region side by side (DATA=folder YEAR=2009 REGION="North West")
	@$(RUN) compare

packs: $(TOOL) $(if $(findstring pdf,$(FORMATS)),.venv/printing) ## Write pre-visit packs (LA=901 or SIP=id or URN=number, TERM=autumn, FORMATS=html,pdf)
	@$(RUN) packs

# Typst prints the packs; the typeface is Liberation Sans where no Source Sans is there.
.venv/printing: Scripts/printing.txt
	@Scripts/install-packages python3-venv fonts-liberation
	python3 -m venv .venv
	.venv/bin/pip install --quiet --require-hashes --requirement Scripts/printing.txt
	@touch .venv/printing

check: $(TOOL) ## Read and check the inputs only
	@$(RUN) check

sample: $(TOOL) ## Write the synthetic sample anew (Data/sample)
	$(TOOL) sample --size modest --out Data/sample

install: $(TOOL) ## Install the tool, its rules, man page and completions (PREFIX=/usr/local); Swift is not needed to run it
	@Scripts/install-tool $(TOOL) $(DESTDIR)$(PREFIX)

test: setup ## Build and run all tests
	$(SWIFT_BUILD) --build-tests
	swift test --build-path $(BUILD) --skip-build --disable-xctest

# Python's own library is enough: nothing is installed. Real folders are skipped, and said to be, where they are not there.
SHARED ?= ../shared/data
verify: $(TOOL) ## Recompute every table in another language, from the inputs, and compare every cell (SHARED=folder of real data)
	python3 Verification/verify.py $(TOOL) --shared $(SHARED)

fuzz: $(TOOL) fuzz-inputs ## Feed spoilt folders to check, report, packs and compare for FUZZ_SECONDS, and impossible values to every column
	python3 Fuzz/spoil_folders.py $(TOOL) --cells
	python3 Fuzz/spoil_folders.py $(TOOL) --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

# libFuzzer changes the rows of the sample, with the address sanitizer watching: the reader, and Ingest as a whole.
SANITIZED := -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=address -Xswiftc -use-ld=lld
fuzz-inputs: setup ## Feed changed files to the reader and to Ingest under the address sanitizer, FUZZ_SECONDS each
	@mkdir -p $(BUILD)/corpus-read $(BUILD)/corpus-ingest
	@for file in Data/sample/*.csv; do head -4 $$file > $(BUILD)/corpus-ingest/$$(basename $$file); done
	@cp $(BUILD)/corpus-ingest/*.csv $(BUILD)/corpus-read
	@for each in read ingest; do \
	  swift build --package-path Fuzz --product fuzz-$$each $(SANITIZED) && \
	  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 Fuzz/.build/debug/fuzz-$$each -max_total_time=$(FUZZ_SECONDS) \
	    -print_final_stats=1 -artifact_prefix=$(BUILD)/ $(BUILD)/corpus-$$each || exit 1; done

fuzz-short: $(TOOL) ## The folders alone, for a minute
	python3 Fuzz/spoil_folders.py $(TOOL) --seconds 60 --seed $(FUZZ_SEED)

CHECKER ?= ../shared/tools/a11y_xlsx_check.py
check-workbooks: $(TOOL) ## Hold the sample's workbooks against the checklist for accessible spreadsheets (CHECKER=script)
	@Scripts/check-workbooks $(TOOL) $(CHECKER)

kills: $(TOOL) ## Stop runs at 2,000 moments, 1,000 of them at the end, and look for damage
	python3 Fuzz/stop_runs.py $(TOOL) --random 1000 --aimed 1000

kills-short: $(TOOL) ## The same at 60 moments
	python3 Fuzz/stop_runs.py $(TOOL) --random 30 --aimed 30

lint: ## Check the source format
	swift format lint --recursive --strict Package.swift Sources Tests Benchmarks Fuzz

format: ## Format the source
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks Fuzz

setup:
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
	@Scripts/install-packages $(LIBRARIES)

# Always asks SwiftPM, which rebuilds only what changed.
.PHONY: $(TOOL)
$(TOOL): setup
	@$(SWIFT_BUILD) --configuration release $(STATIC) --product school-indicators

bench: bench-read bench-report bench-similar bench-compare bench-packs bench-files ## Measure speed and memory, against peers where there are any

PEERS := Benchmarks/peers/.venv/bin/python
$(PEERS):
	@Scripts/install-packages python3-venv
	python3 -m venv Benchmarks/peers/.venv
	$(PEERS) -m pip install --quiet --require-hashes --requirement Benchmarks/peers/requirements.txt

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

bench-files: $(TOOL) ## 10,000 small files: seconds, peak memory, and whether five times the files take five times as long
	python3 Benchmarks/bench_files.py $(TOOL)

clean: ## Remove what was built
	rm -rf $(BUILD)
