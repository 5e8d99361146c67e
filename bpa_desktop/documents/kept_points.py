"""Where a rule was not kept and the work leader let it stand: the day, what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Column, Table
from bpa_desktop.documents.phrases import sentence
from bpa_desktop.i18n import _, day_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bpa_desktop.domain.findings import Code


@dataclass(frozen=True, kw_only=True)
class KeptPoint:
    """One decision; ``who`` as the package names the helper, ``reason`` as the user wrote it."""

    day: dt.date
    code: Code
    who: str = ""
    reason: str = ""


def heading() -> str:
    """What stands above the table."""
    return _("Where a rule was not kept, and why")


def kept_table(points: Sequence[KeptPoint]) -> Table:
    """A line for each decision, in order."""
    return Table(
        columns=(
            Column(title=_("Day"), weight=0, is_row_header=True),
            Column(title=_("What was found"), weight=0),
            Column(title=_("Why it stays as it is")),
        ),
        rows=tuple((day_words(one.day), _what(one), _why(one)) for one in points),
        summary=_("Each rule that was not kept, with the reason that was given."),
    )


def _what(one: KeptPoint) -> str:
    label = _(one.code.label)
    return f"{label}, {one.who}" if one.who else label


def _why(one: KeptPoint) -> str:
    return sentence(one.reason) if one.reason else _("No reason is written.")
