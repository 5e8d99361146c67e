"""The actions that belong to the window itself, with their words and shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import N_
from bpa_desktop.services.preferences import larger_text, smaller_text
from bpa_desktop.views.actions import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.frame import Frame
    from bpa_desktop.views.place import Place


def frame_actions(frame: Frame) -> list[Action]:
    """Everything that can be done from anywhere, places first."""
    return [
        *_place_actions(frame),
        *_history_actions(frame.desk),
        *_way_actions(frame),
        *_text_actions(frame.desk),
        *_look_actions(frame.desk),
    ]


def _place_actions(frame: Frame) -> Iterator[Action]:
    numbered = [place for place in frame.places.values() if not place.tool]
    for number, place in enumerate(numbered, start=1):
        yield _to_place(frame, place, f"Ctrl+{number}")
    for place in frame.places.values():
        if place.tool:
            yield _to_place(frame, place, {"help": "F1", "settings": "Ctrl+,"}.get(place.key, ""))
        if place.actions is not None:
            yield from place.actions(frame.desk)


def _to_place(frame: Frame, place: Place, shortcut: str) -> Action:
    return Action(
        key=f"go-{place.key}",
        title=place.title,
        wording=N_("Go to {title}"),
        synonyms=place.synonyms,
        run=lambda: frame.go(place.key),
        shortcut=shortcut,
        icon=place.icon,
    )


def _history_actions(desk: Desk) -> Iterator[Action]:
    yield Action(
        key="undo",
        title=N_("Undo"),
        synonyms=N_("take back, regret, go back one step"),
        run=desk.undo,
        shortcut="Ctrl+Z",
        icon="undo-2",
    )
    yield Action(
        key="redo",
        title=N_("Do again"),
        synonyms=N_("redo, repeat what I undid"),
        run=desk.redo,
        shortcut="Ctrl+Y",
        icon="redo-2",
    )


def _way_actions(frame: Frame) -> Iterator[Action]:
    yield Action(
        key="search",
        title=N_("Search or do"),
        synonyms=N_("find, command, what can I do"),
        run=frame.overlays.open_box,
        shortcut="Ctrl+K",
        icon="search",
    )
    yield Action(
        key="numbers",
        title=N_("Numbers on everything"),
        synonyms=N_("show numbers, speech control, hide numbers"),
        run=frame.overlays.toggle_numbers,
        shortcut="F8",
        icon="hash",
    )
    yield Action(
        key="next-pane",
        title=N_("Next part of the window"),
        synonyms=N_("jump, next pane, side panel"),
        run=frame.next_pane,
        shortcut="F6",
    )
    yield Action(
        key="close",
        title=N_("Close what is open"),
        synonyms=N_("back, close the panel, cancel"),
        run=frame.step_back,
        shortcut="Esc",
    )


def _text_actions(desk: Desk) -> Iterator[Action]:
    def resize(percent: int) -> None:
        desk.change_preferences(text_percent=percent)

    yield Action(
        key="larger-text",
        title=N_("Larger text"),
        synonyms=N_("zoom in, bigger letters"),
        run=lambda: resize(larger_text(desk.preferences.text_percent)),
        shortcut="Ctrl++",
    )
    yield Action(
        key="smaller-text",
        title=N_("Smaller text"),
        synonyms=N_("zoom out, smaller letters"),
        run=lambda: resize(smaller_text(desk.preferences.text_percent)),
        shortcut="Ctrl+-",
    )
    yield Action(
        key="normal-text",
        title=N_("Normal text size"),
        synonyms=N_("reset zoom, 100 percent"),
        run=lambda: resize(100),
        shortcut="Ctrl+0",
    )


def _look_actions(desk: Desk) -> Iterator[Action]:
    yield Action(
        key="danish",
        title=N_("Danish"),
        synonyms=N_("in Danish, speak Danish"),
        run=lambda: desk.change_preferences(language="da"),
    )
    yield Action(
        key="english",
        title=N_("English"),
        synonyms=N_("in English, speak English"),
        run=lambda: desk.change_preferences(language="en"),
    )
    yield Action(
        key="light",
        title=N_("Light colours"),
        synonyms=N_("white, day, bright"),
        run=lambda: desk.change_preferences(colours="light"),
    )
    yield Action(
        key="dark",
        title=N_("Dark colours"),
        synonyms=N_("black, night, dark mode"),
        run=lambda: desk.change_preferences(colours="dark"),
    )
