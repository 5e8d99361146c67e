"""The way from any page to the right letter, filled in from the record that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.views.desk import Desk


def open_letter(
    desk: Desk,
    kind: str,
    about: RecordKey | None = None,
    back: str = "letters",
    then: Callable[[], object] = lambda: None,
) -> None:
    """Show the letter of ``kind`` (a `LetterKind` or its value); its *Back* leads to ``back``.

    ``then`` shows beside that place what the letter was opened from.

    ``about`` is the type name and the id of the record it is about: a decision, a complaint, a
    grant, an inquiry, a trip, a course, an application, moved hours, a hand-over, a stay in
    hospital or a relocation. ``("change", "leading")`` tells that the ability to lead has
    changed. Without it the letter is about the record that waits for such a letter. A draft that
    was begun goes on.
    """
    from bpa_desktop.services import letters  # noqa: PLC0415 - read when a letter is opened

    def find() -> None:
        letter = letters.letter_for(desk.session, letters.kind_called(kind), about)
        desk.show_record("letter", letters.address_of(letter), back, then)

    desk.attempt(find)


def ask_municipality(
    desk: Desk, keys: Sequence[str], back: str, then: Callable[[], object] = lambda: None
) -> None:
    """Show the letter that asks the municipality about the rules ``keys``, as `open_letter` does.

    A key is that of a municipality's value, such as ``holiday.apply_weeks_before``.
    """
    from bpa_desktop.domain.letter import LetterKind  # noqa: PLC0415 - read when it is opened
    from bpa_desktop.services.letter_about import about_rules  # noqa: PLC0415

    open_letter(desk, LetterKind.QUESTION, about_rules(keys), back, then)
