"""The audit over every state of the window, in both languages, all sizes and two text sizes.

The small windows and the other palette are looked at on the same visit.
"""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from bpa_desktop import i18n
from bpa_desktop.i18n import _
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.theme import CONTRAST, DARK, LIGHT
from tests.views.audit import FITTING, SIZED, WORDED, Setting, audit
from tests.views.audit.colours import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    pairs_keep_contrast,
    palette_put_back,
    palette_reaches_all,
)
from tests.views.audit.overlay import numbers_cover_all
from tests.views.audit.tab_order import tab_goes_round_in_reading_order
from tests.views.audit.tree import shown
from tests.views.exceptions import EXCUSES, outdated, unexplained
from tests.views.states import STATES
from tests.views.windows import FIRST_SIZE, opened, settle, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bpa_desktop.app import Window
    from tests.views.audit import Finding
    from tests.views.states import State

    Found: TypeAlias = dict[str, list[Finding]]
    Look: TypeAlias = tuple[str, str, int]

pytestmark = [pytest.mark.usefixtures("uncounted"), pytest.mark.slow]
TARGETS = {"standard": 44, "large": 56, "gaze": 72}
LOOKS = [
    *product(i18n.LANGUAGES, ("standard",), (100,)),
    *product(i18n.LANGUAGES, ("gaze",), (200,)),
    ("da", "standard", 200),
    ("da", "gaze", 100),
    ("da", "large", 200),
    ("en", "large", 100),
]
"""The smallest and the largest in each language, and every two of language, size and text."""
SPOKEN = LOOKS[:4]
"""Names, roles and headings are the same in between."""
WALKED = {look for look in LOOKS if look[0] == "da"} | {("en", "standard", 100)}
"""Tab and numbers hang on sizes; words matter to them only through the sizes they need."""
SMALL_WINDOWS = [(960, 540), (1280, 400)]
SMALL_LOOKS = [("da", "standard", 100), ("da", "gaze", 200)]
PAINTED = ("en", "large", 100)
"""Colours are the same in all looks; this one has the fewest other questions to answer."""
_MIDDLE = len(STATES) // 2
HALVES = {"first": STATES[:_MIDDLE], "second": STATES[_MIDDLE:]}
"""A look takes long, so each of two workers may take a half of it."""


def _seen_in(look: Look, half: str) -> tuple[State, ...]:
    """In the corners every state; in between each form once, by turns as new and as filled in."""
    twice = {name for _new, _, name in (one.name.partition("new ") for one in STATES) if name}
    twice &= {one.name.removeprefix("edit ") for one in STATES if one.name.startswith("edit ")}
    left = ("edit ", "new ")[LOOKS.index(look) % 2]
    skipped = set() if look in SPOKEN else {f"{left}{name}" for name in twice}
    return tuple(one for one in HALVES[half] if one.name not in skipped)


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("audit"))


def _preferences(look: Look) -> Preferences:
    language, size, percent = look
    return Preferences(language=language, size=size, text_percent=percent, colours="light")


def _look_through(file: Path, look: Look, states: Sequence[State]) -> Found:
    """Findings by state: to come to a state takes longer than all that is looked at in it."""
    found: Found = {}
    with opened(_application(), file, _preferences(look)) as window, palette_put_back():
        # Nothing here looks at a picture, and painting takes as long as looking.
        window.frame.setUpdatesEnabled(False)
        for name, setting in _visits(window, TARGETS[look[1]], states):
            found[name] = list(_findings(window, look, setting))
    return found


def _findings(window: Window, look: Look, setting: Setting) -> Iterator[Finding]:
    yield from audit(window.frame, setting, (*SIZED, *WORDED) if look in SPOKEN else SIZED)
    if look in WALKED:
        yield from tab_goes_round_in_reading_order(window.frame, setting)
        yield from _numbers(window, setting)
    if look in SMALL_LOOKS:
        yield from _squeezed(window, setting)
    if look == PAINTED:
        window.frame.setUpdatesEnabled(True)
        yield from palette_reaches_all(window.frame, setting)
        window.frame.setUpdatesEnabled(False)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _visits(window: Window, target: int, states: Sequence[State]) -> Iterator[tuple[str, Setting]]:
    names = window.desk.session.helper_names().values()
    first = {name.split()[0] for name in names}
    people = frozenset({*names, *first, _("Unfilled")})
    for state in states:
        state.enter(window)
        settle(window.frame)
        yield state.name, Setting(screen=state.name, target=target, people=people)
        window.frame.step_back()


def _numbers(window: Window, setting: Setting) -> Iterator[Finding]:
    numbers = window.frame.overlays.numbers
    numbers.show()
    settle(window.frame)
    yield from numbers_cover_all(window.frame, numbers.layer.numbered, setting)
    numbers.hide()


def _squeezed(window: Window, setting: Setting) -> Iterator[Finding]:
    """What a small window cuts off; its screens are called after it."""
    for size in SMALL_WINDOWS:
        window.frame.resize(*size)
        settle(window.frame)
        here = replace(setting, screen=f"{setting.screen} {size[0]}x{size[1]}")
        yield from audit(window.frame, here, FITTING)
    window.frame.resize(*FIRST_SIZE)
    settle(window.frame)


def _called(look: Look) -> str:
    return "-".join(map(str, look))


def told(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("look", LOOKS, ids=_called)
def test_nothing_is_in_the_way(
    qapp: QApplication, file: Path, subtests: pytest.Subtests, look: Look, half: str
) -> None:
    del qapp
    states = _seen_in(look, half)
    found = _look_through(file, look, states)
    assert list(found) == [state.name for state in states]
    for state, findings in found.items():
        left = unexplained(findings)
        with subtests.test(state):
            assert not left, told(left)


def test_no_excuse_is_outdated(qapp: QApplication, file: Path) -> None:
    """What the first look does not need to be excused for is excused no longer."""
    excused = [
        state for state in STATES if any(fnmatchcase(state.name, one.screen) for one in EXCUSES)
    ]
    with opened(qapp, file, _preferences(LOOKS[0])) as window:
        found = [
            finding
            for _name, setting in _visits(window, TARGETS["standard"], excused)
            for finding in audit(window.frame, setting)
        ]
    assert outdated(found) == []


INKS = ("text", "muted", "accent", "danger", "warn", "ok", "info")
GROUNDS = ("background", "surface")
SCHEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_of_colours_keeps_its_contrast(scheme: str) -> None:
    colours = SCHEMES[scheme]._asdict()
    words = [(ink, ground) for ink in INKS for ground in GROUNDS]
    words += [(ink, f"{ink}_tint") for ink in ("danger", "warn", "ok", "info")]
    words += [("on_accent", "accent"), ("text", "info_tint"), ("accent", "info_tint")]
    edges = [(ink, ground) for ink in ("border", "focus", "accent") for ground in GROUNDS]
    found = [
        finding
        for pairs, least in ((words, TEXT_CONTRAST), (edges, EDGE_CONTRAST))
        for finding in pairs_keep_contrast(
            scheme,
            [(f"{ink} on {ground}", colours[ink], colours[ground]) for ink, ground in pairs],
            least,
        )
    ]
    assert not unexplained(found), told(found)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_place_has_a_help_topic(qapp: QApplication, file: Path, language: str) -> None:
    with opened(qapp, file, Preferences(language=language, colours="light")) as window:
        window.frame.go("help")
        settle(window.frame)
        words = {one.text() for one in shown(window.frame) if isinstance(one, QLabel)}
        missing = [place.key for place in PLACES if _(place.help) not in words]
    assert missing == []
