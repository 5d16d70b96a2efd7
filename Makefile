# SPDX-License-Identifier: Apache-2.0
# Every command a person types. `make` alone lists them: a target's line ends in `## text`.
# Recipes are quiet and honest: what they run may fail the build, and says why itself.

LESSONS := 1 2 3 4
PROTO_MODULES := shared-contract interop solutions/projects/gateway

# Maven on the JDK that ./jbang uses too; without one it stops here, with advice. The
# options are for Maven itself: JDK 25 would warn about what Maven's own libraries do.
MVN := JAVA_HOME=$$(launcher/find-jdk.sh) && export JAVA_HOME && \
	MAVEN_OPTS="$$MAVEN_OPTS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
	mvn -B -q

# What `make setup` has unpacked stands behind the machine's own; ./jbang does the same.
export PATH := $(PATH):$(CURDIR)/.course/tools/usr/bin

# What `make test` is made of, in this order: what is over soon, then what is most likely to
# fail. What a machine lacks is skipped by the step itself, which says so.
TEST_STEPS := setup proto-check launcher-check pages-check verify prove \
	notebooks-check notebooks-browser-check interop offline-check

.DEFAULT_GOAL := help
.PHONY: help
help:
	@echo "usage: make <target>"
	@awk '/^[a-z$$].* ## / { \
	  name = text = $$0; sub(/.* ## /, "", text); sub(/:? ## .*/, "", name); \
	  if (sub(/%$$/, "N", name)) sub(/.* /, "", name); else sub(/:.*/, "", name); \
	  printf "  %-23s %s\n", name, text }' Makefile

# --- the course

.PHONY: run-basic run-advanced run-host list check hint
run-basic: lesson-1 ## lesson 1: a host starts a plugin and calls it
run-advanced: lesson-2 ## lesson 2: the plugin's life, with all output
run-host: ## lesson 2, finished: the full lifecycle
	@./jbang solution02/Host.java

.PHONY: $(LESSONS:%=lesson-%) $(LESSONS:%=check-lesson-%) $(LESSONS:%=check-solution-%)
$(LESSONS:%=lesson-%): lesson-%: ## runs lesson N's host and plugin, as you left them
	@./jbang lesson0$*/Host.java

$(LESSONS:%=check-lesson-%): check-lesson-%: ## checks your answers to lesson N
	@./jbang course check $*

$(LESSONS:%=check-solution-%): check-solution-%: ## the same checks on the solution of lesson N
	@./jbang course check $* --solution

check: ## checks one exercise: make check EX=1.4
	@$(if $(EX),,echo "Which exercise? For example: make check EX=1.4" >&2; exit 1;) ./jbang course check $(EX)

hint: ## shows the next hint: make hint EX=1.4
	@$(if $(EX),,echo "Which exercise? For example: make hint EX=1.4" >&2; exit 1;) ./jbang course hint $(EX)

list: ## lists the exercises and where you stand
	@./jbang course list

# Recorded beside the last trace first, which a run that breaks off must not cost. What the
# pair prints goes to stderr: stdout is the trace's.
.PHONY: trace
trace: ## what host and plugin did: make trace LESSON=2 | EX=2.7
	@$(if $(and $(LESSON),$(EX)),echo "Either LESSON or EX" >&2; exit 1;) \
	$(if $(LESSON)$(EX),,echo "Of what? make trace LESSON=2 runs a lesson, EX=2.7 shows a check" >&2; exit 1;) \
	$(if $(EX),exec ./jbang course trace '$(EX)';) \
	$(if $(filter $(LESSON),$(LESSONS)),,echo "There is no lesson '$(LESSON)' to run; there are $(LESSONS)" >&2; exit 1;) \
	new="$(CURDIR)/.course/traces/lesson-$(LESSON).new"; \
	trap 'rm -f "$$new"' EXIT; \
	COURSE_TRACE="$$new" ./jbang lesson0$(LESSON)/Host.java >&2; status=$$?; \
	[ -f "$$new" ] || { echo "Nothing was recorded: the host started no plugin" >&2; exit 1; }; \
	mv "$$new" "$${new%.new}.jsonl" || exit; \
	./jbang course trace $(LESSON) && exit $$status

.PHONY: new-plugin
new-plugin: ## a project for a plugin of yours: NAME=my-plugin
	@$(if $(NAME),,echo "Which name? For example: make new-plugin NAME=my-plugin" >&2; exit 1;) ./jbang new-plugin '$(NAME)'

.PHONY: notebooks notebooks-check notebooks-browser-check notebooks-self-check
notebooks: ## opens the notebooks; sets up JupyterLab with Java
	@notebooks/open.sh
notebooks-check: ## executes the notebooks without a browser
	@notebooks/check.sh
notebooks-browser-check: ## runs them in a headless browser: one with NOTEBOOK=01
	@notebooks/browser-check.sh $(if $(NOTEBOOK),notebooks/$(NOTEBOOK)*.ipynb)
notebooks-self-check: ## tests both checks, and what bad input is told
	@notebooks/check.sh --self-test

.PHONY: preflight offline-bundle offline-check
preflight: ## before a workshop: is this machine ready?
	@launcher/preflight.sh
offline-bundle: ## lesson 1 in one archive, for a place without a network
	@launcher/offline/bundle.sh
offline-check: ## makes it, and does lesson 1 with the network cut off
	@launcher/offline/check.sh

# --- for those who work on the course itself

.PHONY: setup build verify format derive weave prove proto proto-check pages-check launcher-check test bench clean
.PHONY: interop attacks soak coverage bench-lesson-3 bench-lesson-4
# Without lessons/: a learner's unfinished file must not stop it.
setup: ## checks what this machine lacks, fetches the rest
	@launcher/setup.sh
	@echo "setup: fetching Maven's plugins and libraries, and compiling (2 to 5 minutes)" >&2
	@$(MVN) -pl grader,interop -am -Dspotless.check.skip=true test-compile

build: ## compiles everything
	@$(MVN) test-compile

# Not Maven's phase verify: it packs a jar of each module, for which all that stands on it would be
# compiled once more than make setup and make build did.
verify: ## Maven's build: format, static checks, tests
	@$(MVN) test

format: ## formats the Java sources
	@$(MVN) spotless:apply

derive: ## derives lessons/ from solutions/
	@./jbang course derive

weave: ## fills the pages' code blocks from the sources
	@./jbang course weave

prove: ## proves the course: lessons, checks, wrong answers
	@./jbang course prove

# Into a folder of its own first: what protoc no longer makes has to go, and a failure
# must leave the committed code alone. $$out/<module> is what protoc makes.
PROTO := mkdir -p .course && out=$$(mktemp -d "$(CURDIR)/.course/proto.XXXXXX") && \
	trap 'rm -rf "$$out"' EXIT && \
	$(MVN) -N -P proto -Dprotobuf.compiler.incremental=false "-Dproto.out=$$out" generate-sources
proto: ## generates Java from the .proto files
	@$(PROTO) && for module in $(PROTO_MODULES); do \
	  rm -rf "$$module/generated" && mv "$$out/$$module" "$$module/generated" || exit 1; \
	done

proto-check: ## proves that the generated Java is fresh
	@$(PROTO) && for module in $(PROTO_MODULES); do \
	  diff -r "$$out/$$module" "$$module/generated" >&2 || { \
	    echo "$$module/generated is not what protoc makes of the .proto files: run make proto" >&2; \
	    exit 1; }; \
	done

pages-check: ## runs what pages tell, compares what they show
	@python3 grader/pages/check_test.py 2>/dev/null || python3 grader/pages/check_test.py
	@python3 grader/pages/check.py

launcher-check: ## tests ./jbang
	@launcher/tests/launcher-test.sh

test: ## all of it, as CI does; stops at the first failure
	@for step in $(TEST_STEPS); do \
	  echo "== make $$step" >&2; started=$$(date +%s); \
	  $(MAKE) --no-print-directory $$step || exit 1; \
	  echo "== make $$step: $$(($$(date +%s) - started)) s" >&2; \
	done

interop: ## each host with each plugin, Java and Go, in every way
	@./jbang matrix

attacks: ## runs each attack, prints which are refused
	@./jbang run-attacks

soak: ## 1,000 starts and kills, and what is left of them
	@./jbang soak

coverage: ## writes interop/COVERAGE.md: what is proved, and where
	@./jbang coverage

bench: ## times what a learner waits for, on this machine
	@bench/first-minute.sh

bench-lesson-3: ## measures swaps, a large file, speed
	@./jbang bench/RegistryBench.java
	@./jbang bench/FilesBench.java 1024
	@./jbang bench/SpeedBench.java

bench-lesson-4: ## measures recovery, and each defence
	@./jbang bench/RecoveryBench.java
	@./jbang bench/DefenceBench.java

clean: ## removes all that was built
	@rm -rf .course .venv target */target solutions/*/target solutions/projects/*/target lessons/*/target solutions/*/.build solutions/projects/*/.build lessons/*/.build interop/.build plugin-template/.build
