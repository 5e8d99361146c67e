"""The municipality is asked about rules by letter, and what was asked is remembered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.answers_expected import asked_of
from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.readability import LETTER_LIMIT, readability
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trips import APPLY_WEEKS
from bpa_desktop.i18n import LANGUAGES, speaking
from bpa_desktop.services.helper_costs import RECEIPTS
from bpa_desktop.services.letter_about import about_rules, rules_of
from bpa_desktop.services.letter_text import gaps
from bpa_desktop.services.letters import keep, letter_for, send_today
from bpa_desktop.services.profile_rules import unknown_keys
from bpa_desktop.services.profiles import municipality_or_country
from bpa_desktop.services.rules_asked import asked_words, rules_asked, rules_to_ask
from tests.services.little_roster import TODAY, lay, open_empty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.services.session import Session

SCHEME: Final = Scheme(id="scheme", citizen_name="Kim Prøve", municipality="Ishøj")
QUESTIONS: Final = sorted(key for key, term in TERMS.items() if term.question)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_empty(tmp_path) as opened:
        lay(opened, SCHEME)
        yield opened


def ask(session: Session, *keys: str) -> Letter:
    return letter_for(session, LetterKind.QUESTION, about_rules(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_in_its_letter_and_is_light_to_read(
    session: Session, language: str
) -> None:
    with speaking(language):
        for key in QUESTIONS:
            words = ask(session, key).words
            assert words.count("?") == 1
            assert not gaps(words)
            assert readability(words).lix <= LETTER_LIMIT, key


@pytest.mark.parametrize("key", sorted({RECEIPTS, APPLY_WEEKS, *map(asked_of, ApplicationKind)}))
def test_a_rule_that_a_page_asks_about_has_a_question(key: str) -> None:
    assert key in QUESTIONS


def test_one_letter_asks_about_everything_and_for_the_text_nobody_has_read(
    session: Session,
) -> None:
    lay(session, replace(SCHEME, municipality="Odense"))
    keys = rules_to_ask(session)
    words = ask(session, *keys).words
    assert words.count("?") == len(keys) > 30
    title = municipality_or_country("Odense").texts[0].title
    assert f"Jeg vil også gerne se jeres egen tekst: {title}." in words
    assert readability(words).lix <= LETTER_LIMIT


def test_a_letter_that_is_begun_goes_on_for_the_same_rules_only(session: Session) -> None:
    both = keep(session, ask(session, RECEIPTS, APPLY_WEEKS))
    assert ask(session, RECEIPTS, APPLY_WEEKS) == both
    assert ask(session, RECEIPTS).id == ""


def test_only_a_letter_that_was_sent_has_asked_and_the_latest_is_told(session: Session) -> None:
    keep(session, ask(session, RECEIPTS))
    assert not rules_asked(session)
    send_today(session, ask(session, RECEIPTS, APPLY_WEEKS))
    early = replace(ask(session, RECEIPTS), sent_on=TODAY - dt.timedelta(days=9))
    lay(session, early)
    assert set(rules_asked(session)) == {RECEIPTS, APPLY_WEEKS}
    assert asked_words(session, RECEIPTS) == "Du spurgte den 16. marts 2026."
    assert asked_words(session, "visit.place") == ""


def test_what_was_asked_before_a_move_was_asked_of_another_municipality(session: Session) -> None:
    asked = send_today(session, ask(session, RECEIPTS))
    lay(session, Relocation(moves_on=TODAY, from_municipality="Ishøj", to_municipality="Odense"))
    assert set(rules_asked(session)) == {RECEIPTS}
    lay(session, replace(asked, sent_on=TODAY - dt.timedelta(days=1)))
    assert not rules_asked(session)


def test_what_was_asked_is_not_asked_again_until_everything_was(session: Session) -> None:
    unknown = rules_to_ask(session)
    assert unknown == unknown_keys(municipality_or_country("Ishøj"))
    send_today(session, ask(session, unknown[0]))
    assert rules_to_ask(session) == unknown[1:]
    send_today(session, ask(session, *unknown[1:]))
    assert rules_to_ask(session) == unknown


def test_a_letter_about_anything_else_names_no_rule() -> None:
    assert rules_of(None) == rules_of(("trip", "a,b")) == ()
    assert rules_of(about_rules(["a.b", "c.d"])) == ("a.b", "c.d")
