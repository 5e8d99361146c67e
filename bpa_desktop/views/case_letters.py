"""The letters of the case: each button opens one that is filled in from what it stands beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.letter_doors import open_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.views.desk import Desk


def letter_buttons(desk: Desk, about: RecordKey) -> Iterator[Button]:
    """The letters that a decision may call for: complain, ask for reasons, ask to see the file."""
    from bpa_desktop.domain.letter import LetterKind  # noqa: PLC0415 - read when a case is opened

    for text, kind in (
        (_("Complain"), LetterKind.COMPLAINT),
        (_("Ask for the reasons"), LetterKind.REASONS),
        (_("Ask to see the file"), LetterKind.ACCESS),
    ):
        yield Button(text, press=partial(open_letter, desk, kind, about, back="case"))
