"""The audit over every state of the window, in both languages, all sizes and two text sizes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from bpa_desktop import i18n
from bpa_desktop.i18n import _
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.theme import CONTRAST, DARK, LIGHT
from tests.views.audit import RULES, SWIFT, Setting, audit
from tests.views.audit.colours import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    pairs_keep_contrast,
    palette_reaches_all,
)
from tests.views.audit.overlay import numbers_cover_all
from tests.views.audit.text_fit import nothing_lies_over_anything, nothing_sticks_out, text_is_whole
from tests.views.audit.tree import shown
from tests.views.exceptions import outdated, unexplained
from tests.views.states import STATES
from tests.views.windows import opened, settle, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.app import Window
    from tests.views.audit import Finding

    Found: TypeAlias = dict[str, list[Finding]]
    Look: TypeAlias = tuple[str, str, int]
    Matrix: TypeAlias = Callable[[str, str, int], Found]
    Small: TypeAlias = Callable[[Look, tuple[int, int]], list[Finding]]

pytestmark = pytest.mark.usefixtures("uncounted")
TARGETS = {"standard": 44, "large": 56, "gaze": 72}
LOOKS = [
    (language, size, percent)
    for language in i18n.LANGUAGES
    for size in TARGETS
    for percent in (100, 200)
]
WALKED = {
    look for look in LOOKS if look[0] == "da" or look[1:] in {("standard", 100), ("gaze", 200)}
}
"""Tab and numbers hang on sizes; words matter to them only through the sizes they need."""
SMALL_WINDOWS = [(960, 540), (1280, 400)]
SMALL_LOOKS = [("da", "standard", 100), ("da", "gaze", 200)]
FITTING = (text_is_whole, nothing_lies_over_anything, nothing_sticks_out)
STATE_NAMES = [state.name for state in STATES]


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("audit"))


@pytest.fixture(name="matrix", scope="module")
def _matrix(file: Path) -> Matrix:
    """Findings by state; a look is worn once and every state visited in it."""
    known: dict[Look, Found] = {}

    def matrix(language: str, size: str, percent: int) -> Found:
        look = (language, size, percent)
        if look not in known:
            known[look] = _look_through(file, look)
        return known[look]

    return matrix


@pytest.fixture(name="small", scope="module")
def _small(file: Path) -> Small:
    """What a small window cuts off; its screens are called after it."""
    known: dict[tuple[Look, tuple[int, int]], list[Finding]] = {}

    def small(look: Look, size: tuple[int, int]) -> list[Finding]:
        if (look, size) not in known:
            known[look, size] = list(_squeeze(file, look, size))
        return known[look, size]

    return small


def _squeeze(file: Path, look: Look, size: tuple[int, int]) -> Iterator[Finding]:
    with opened(_application(), file, _preferences(look), size) as window:
        window.frame.setUpdatesEnabled(False)
        for name, setting in _visits(window, TARGETS[look[1]]):
            here = replace(setting, screen=f"{name} {size[0]}x{size[1]}")
            yield from audit(window.frame, here, FITTING)


def _preferences(look: Look) -> Preferences:
    language, size, percent = look
    return Preferences(language=language, size=size, text_percent=percent, colours="light")


def _look_through(file: Path, look: Look) -> Found:
    found: Found = {}
    with opened(_application(), file, _preferences(look)) as window:
        # Nothing here looks at a picture, and painting takes as long as looking.
        window.frame.setUpdatesEnabled(False)
        for name, setting in _visits(window, TARGETS[look[1]]):
            found[name] = audit(window.frame, setting, RULES if look in WALKED else SWIFT)
            if look in WALKED:
                found[name] += _numbers(window, setting)
    return found


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _visits(window: Window, target: int) -> Iterator[tuple[str, Setting]]:
    names = window.desk.session.helper_names().values()
    first = {name.split()[0] for name in names}
    people = frozenset({*names, *first, _("Unfilled")})
    for state in STATES:
        state.enter(window)
        settle(window.frame)
        yield state.name, Setting(screen=state.name, target=target, people=people)
        window.frame.step_back()


def _numbers(window: Window, setting: Setting) -> list[Finding]:
    numbers = window.frame.overlays.numbers
    numbers.show()
    settle(window.frame)
    found = list(numbers_cover_all(window.frame, numbers.layer.numbered, setting))
    numbers.hide()
    return found


def told(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


def test_no_excuse_is_outdated(qapp: QApplication, matrix: Matrix) -> None:
    """What the first look does not need to be excused for is excused no longer."""
    del qapp
    everything = [one for found in matrix(*LOOKS[0]).values() for one in found]
    assert outdated(everything) == []


@pytest.mark.parametrize(("language", "size", "percent"), LOOKS)
def test_nothing_is_in_the_way(
    qapp: QApplication,
    matrix: Matrix,
    subtests: pytest.Subtests,
    language: str,
    size: str,
    percent: int,
) -> None:
    """One test for a look: two workers that share the states of one would both visit them all."""
    del qapp
    found = matrix(language, size, percent)
    assert list(found) == STATE_NAMES
    for state, findings in found.items():
        left = unexplained(findings)
        with subtests.test(state):
            assert not left, told(left)


@pytest.mark.parametrize("look", SMALL_LOOKS)
@pytest.mark.parametrize("size", SMALL_WINDOWS)
def test_a_small_window_cuts_nothing_off(
    qapp: QApplication, small: Small, look: Look, size: tuple[int, int]
) -> None:
    del qapp
    left = unexplained(small(look, size))
    assert not left, told(left)


def test_every_part_follows_the_palette(qapp: QApplication, file: Path) -> None:
    left = []
    with opened(qapp, file, Preferences(colours="light")) as window:
        for _name, setting in _visits(window, 44):
            left += unexplained(palette_reaches_all(window.frame, setting))
    assert not left, told(left)


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
