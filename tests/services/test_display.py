"""A window is only opened where somebody can see it."""

from __future__ import annotations

import sys

import pytest

from bpa_desktop.services.display import has_display


@pytest.mark.parametrize(
    ("platform", "names", "expected"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, False),
    ],
)
def test_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, names: dict[str, str], *, expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert has_display() is expected
