"""What a person chose is kept, and a damaged file never stops the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.services.preferences import (
    COLOURS,
    LANGUAGES,
    PAY_COLUMN_SETS,
    ROSTER_VIEWS,
    SIZES,
    TEXT_STEPS,
    Preferences,
    larger_text,
    load_preferences,
    preferences_path,
    save_preferences,
    smaller_text,
)

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Preferences(language="en", size="gaze", text_percent=200, colours="dark", calm=False)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "not yet there" / "preferences.json"
    save_preferences(path, CHOSEN)
    assert load_preferences(path) == CHOSEN


def test_a_missing_file_gives_danish_and_the_system_colours(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "none.json") == Preferences(
        language="da", size="standard", text_percent=100, colours="system", calm=True
    )


@pytest.mark.parametrize("content", ["", "{", "[]", "7", "null", '"da"', "\udcff"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert load_preferences(path) == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"),
        ("size", 44),
        ("text_percent", 117),
        ("text_percent", True),
        ("text_percent", "200"),
        ("colours", None),
        ("calm", 1),
        ("calm", "no"),
        ("cpr", "010101-0000"),
    ],
)
def test_one_wrong_value_does_not_spoil_the_others(
    tmp_path: Path, name: str, value: object
) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(path, CHOSEN)
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, name: value}), encoding="utf-8")
    known = Preferences._fields
    default = getattr(Preferences(), name) if name in known else None
    expected = CHOSEN._replace(**{name: default}) if name in known else CHOSEN
    assert load_preferences(path) == expected


@given(
    st.builds(
        Preferences,
        language=st.sampled_from(LANGUAGES),
        size=st.sampled_from(SIZES),
        text_percent=st.sampled_from(TEXT_STEPS),
        colours=st.sampled_from(COLOURS),
        calm=st.booleans(),
        roster_view=st.sampled_from(ROSTER_VIEWS),
        pay_columns=st.sampled_from(PAY_COLUMN_SETS),
    )
)
def test_every_choice_survives(
    tmp_path_factory: pytest.TempPathFactory, chosen: Preferences
) -> None:
    path = tmp_path_factory.getbasetemp() / "every.json"
    save_preferences(path, chosen)
    assert load_preferences(path) == chosen


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(path, CHOSEN)

    def fail(*_args: object, **_more: object) -> int:
        raise OSError("the disk is full")

    monkeypatch.setattr("pathlib.Path.write_text", fail)
    with pytest.raises(OSError, match="disk is full"):
        save_preferences(path, Preferences())
    assert load_preferences(path) == CHOSEN


def test_the_file_lies_in_the_users_own_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_path().name == "preferences.json"
    assert "bpa-desktop" in preferences_path().parts


def test_text_grows_and_shrinks_in_steps_and_stops_at_the_ends() -> None:
    assert [larger_text(step) for step in TEXT_STEPS] == [125, 150, 175, 200, 250, 250]
    assert [smaller_text(step) for step in TEXT_STEPS] == [100, 100, 125, 150, 175, 200]


@pytest.mark.parametrize("view", ["week", "two_weeks", "month", "list"])
def test_every_view_of_the_roster_is_remembered(tmp_path: Path, view: str) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(path, Preferences(roster_view=view))
    assert load_preferences(path).roster_view == view


def test_a_view_that_is_not_known_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"roster_view": "year", "size": "large"}), encoding="utf-8")
    assert load_preferences(path) == Preferences(size="large")
