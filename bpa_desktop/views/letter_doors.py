"""The way from any page to the right letter, filled in from the record that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.views.desk import Desk


def open_letter(desk: Desk, kind: str, about: RecordKey | None = None) -> None:
    """Show the letter of ``kind`` (a `LetterKind` or its value) in its room, and say which it is.

    ``about`` is the type name and the id of the record it is about: a decision, a complaint, a
    grant, an inquiry, a trip, a course, an application, moved hours, a hand-over, a stay in
    hospital or a relocation. ``("rule", key)`` asks about a municipality's value that is not
    known, ``("change", "leading")`` tells that the ability to lead has changed. Without it the
    letter is about the record that waits for such a letter. A draft that was begun goes on.
    """
    # Read when a letter is opened, not when the program starts.
    from bpa_desktop.domain.letter import LetterKind  # noqa: PLC0415
    from bpa_desktop.services.letters import letter_for  # noqa: PLC0415
    from bpa_desktop.views.letter_panel import show_letter  # noqa: PLC0415

    def find() -> None:
        letter = letter_for(desk.session, next(one for one in LetterKind if one == kind), about)
        desk.go("letters")
        show_letter(desk, letter)
        desk.announcer.say(f"{_(letter.kind.label)}. {letter.subject}.")

    desk.attempt(find)
