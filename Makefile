# Everything one does with mdt from a checkout. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PACKAGES := libncursesw5-dev libsqlite3-dev libsodium-dev libpq-dev pkg-config tmux
# Servers of our own for the tests, of PostgreSQL and of SSH; whoever keeps records in a file needs neither.
TEST_PACKAGES := postgresql openssh-server procps
# So many tests at once: each on a server has a database and some connections of its own, and more cores there are not.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
BUILD_FLAGS ?=
SCENE ?= busyTuesday
MDT = $(shell swift build --show-bin-path)/mdt
SCENES = $(shell swift build --show-bin-path)/mdt-scene

.PHONY: help packages build run demo test check release format docs smoke faults bench fuzz clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

packages: ## install the Debian packages that are missing
	@Tests/Checks/packages.sh $(PACKAGES)

build: packages ## build everything, with debug information
	swift build $(BUILD_FLAGS)

run: build ## open mdt on the store of this account
	$(MDT)

demo: build ## open mdt on a throwaway copy of the sample data (SCENE=busyTuesday)
	@Tests/Checks/demo.sh "$(MDT)" "$(SCENES)" "$(SCENE)"

test: build ## run every test: on a file, on a server, the journeys in a real terminal, the short fault harnesses
	@Tests/Checks/packages.sh $(TEST_PACKAGES)
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build $(BUILD_FLAGS)
	Tests/Server/with-server.sh swift test --skip-build $(BUILD_FLAGS) --filter 'CaseStoreTests|LostServerStories|TwoSessionsStories|PlanEditingStories|ReviewStories'
	@Tests/Checks/units.sh "$(MDT)"
	@Tests/Smoke/run.sh "$(MDT)" "$(SCENES)"
	@FAULTS=short MDT_BIN="$$(dirname "$(MDT)")" Tests/Faults/run.sh

smoke: build ## run the journeys of the built program in tmux
	@Tests/Smoke/run.sh "$(MDT)" "$(SCENES)"

check: build ## formatting, import rules, house rules, generated pages
	swift format lint --strict -r Sources Tests Package.swift
	@Tests/Checks/rules.sh
	@Tests/Checks/fresh.sh "$(SCENES)"

format: ## rewrite the sources in the house's format
	swift format -i -r Sources Tests Package.swift

docs: build ## rewrite the pages that the program writes
	$(SCENES) keys > docs/keys.md
	$(SCENES) schema > docs/schema.sql

release: packages ## build the program to be installed: static, stripped
	swift build -c release --static-swift-stdlib --product mdt
	@cp "$$(swift build -c release --static-swift-stdlib --show-bin-path)/mdt" .build/mdt
	strip .build/mdt
	@ls -l .build/mdt

faults: packages ## break things on purpose for hours, write docs/promises.md (FAULTS=short: some minutes)
	@Tests/Faults/run.sh $(HARNESS)

bench: packages ## measure speed and memory at three sizes, beside their limits
	@Tests/Bench/run.sh

fuzz: ## feed the file readers rubbish for a while (SECONDS=60)
	@Tests/Fuzz/fuzz.sh

clean: ## remove what was built
	swift package clean
	rm -rf .build/mdt
