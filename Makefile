# Everything a newcomer needs. Each target sets up what it needs first.
RUN := .venv/bin

.PHONY: demo test missed lint bench shots texts setup clean

demo: setup ## Make the example file and the package, and open the program
	$(RUN)/bpa-desktop demo

test: setup lint ## Every check that must hold
	QT_QPA_PLATFORM=offscreen $(RUN)/python -m pytest -q -n 2 --dist worksteal \
	    --cov --cov-report=

missed: setup ## The lines that the last run of all tests did not reach
	$(RUN)/coverage report

lint: setup
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports

bench: setup ## Speed as ratios against bare counterparts
	QT_QPA_PLATFORM=offscreen $(RUN)/python -m pytest -q tests/benchmarks --benchmark-only \
	    --benchmark-columns=min,median,rounds

shots: setup ## A picture of every screen into shots/
	QT_QPA_PLATFORM=offscreen $(RUN)/python -m tests.shots

texts: setup ## Collect the texts for the translators
	$(RUN)/python translations/collect.py

setup:
	@.ci/setup.sh

clean:
	rm -rf .venv .tools build dist shots example
