"""The way from any page to the right letter, filled in from the record that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.views.desk import Desk


def open_letter(
    desk: Desk, kind: str, about: RecordKey | None = None, back: str = "letters"
) -> None:
    """Show the letter of ``kind`` (a `LetterKind` or its value); its *Back* leads to ``back``.

    ``about`` is the type name and the id of the record it is about: a decision, a complaint, a
    grant, an inquiry, a trip, a course, an application, moved hours, a hand-over, a stay in
    hospital or a relocation. ``("rule", key)`` asks about a municipality's value that is not
    known, ``("change", "leading")`` tells that the ability to lead has changed. Without it the
    letter is about the record that waits for such a letter. A draft that was begun goes on.
    """
    from bpa_desktop.services import letters  # noqa: PLC0415 - read when a letter is opened

    def find() -> None:
        letter = letters.letter_for(desk.session, letters.kind_called(kind), about)
        desk.show_record("letter", letters.address_of(letter), back)

    desk.attempt(find)
