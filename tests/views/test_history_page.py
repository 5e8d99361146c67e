"""The history names every action, newest first, and leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from tests import little_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


def test_actions_stand_newest_first_and_can_be_undone_and_done_again(me: Seat) -> None:
    me.session.actor = "Kim"
    me.details("Bo")
    me.enter("Telefon", "1")
    me.press("Færdig")
    before = me.everything()
    me.go("history")
    lines = me.page_words()[3::2]
    assert lines == ["Ret Bo Olsen, Vikar (Kim)", "Udfyld eksemplet"]
    assert not me.button("Gør det igen").isEnabled()
    assert me.press("Fortryd det nyeste") == "Fortrudt: ret Bo Olsen, Vikar."
    assert "Ret Bo Olsen, Vikar (Kim) – fortrudt" in me.words()
    assert me.everything() != before
    me.press("Gør det igen")
    assert me.everything() == before


def test_a_new_file_has_no_history(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "new.bpa", ()))
    me.go("history")
    assert _("Nothing has been done yet.") in me.words()
    assert not me.button("Fortryd det nyeste").isEnabled()


def test_a_read_only_file_shows_its_history(sit: Sit) -> None:
    me = sit(read_only=True)
    me.go("documents")
    me.go("history")
    assert "Udfyld eksemplet" in me.words()
    assert not me.button("Fortryd det nyeste").isEnabled()
    me.press("Tilbage")
    assert me.window.frame.current == "documents"
