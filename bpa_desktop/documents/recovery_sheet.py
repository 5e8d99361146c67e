"""The recovery key on one page of paper: easy to read aloud, and where to keep it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import (
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Line,
    Note,
    Style,
    Table,
    Text,
)
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.documents.model import Block

KEY: Final = "recovery_sheet"

_SPOKEN: Final = {
    "da": "to tre fire fem seks syv otte ni Anna Bernhard Cecilie David Erik Frederik Georg Hans"
    " Johan Karen Mari Nikolaj Peter Quintus Rasmus Søren Theodor Ulla Viggo William Xerxes Yrsa"
    " Zackarias",
    "en": "two three four five six seven eight nine Alfa Bravo Charlie Delta Echo Foxtrot Golf"
    " Hotel Juliett Kilo Mike November Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray"
    " Yankee Zulu",
}
"""How each sign of a recovery key is said: the Danish and the international spelling alphabet."""
_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@dataclass(frozen=True, kw_only=True)
class RecoverySheet:
    """What the page tells: the groups of the key, the file it opens, and the day it was made."""

    groups: tuple[str, ...] = field(repr=False)
    file_name: str
    made_on: dt.date


def spoken(group: str) -> str:
    """``group`` as it is said in the language in use: ``K7`` is ``Karen, syv``."""
    words = dict(zip(_SIGNS, _SPOKEN[language()].split(), strict=True))
    return ", ".join(words[sign] for sign in group)


def document(sheet: RecoverySheet) -> Document:
    """The page as a document in the language in use."""
    return Document(
        key=KEY,
        title=_("Recovery key"),
        language=language(),
        footer_left=sheet.file_name,
        blocks=(_what_for(sheet), _facts(sheet), _table(sheet), *_keeping(), *_writing()),
    )


def _what_for(sheet: RecoverySheet) -> Block:
    text = _(
        "This key opens {file} when the computer no longer does it by itself: after a repair, "
        "on a new computer, or from a backup. Without the key nobody can open the file, "
        "not even those who made the program."
    )
    return Text(text=text.format(file=sheet.file_name))


def _facts(sheet: RecoverySheet) -> Block:
    return Facts(
        pairs=(
            (_("File"), sheet.file_name),
            (_("Made on"), date_words(sheet.made_on)),
            (_("The whole key"), Line(text="-".join(sheet.groups), style=Style.STRONG)),
        )
    )


def _table(sheet: RecoverySheet) -> Block:
    rows = tuple(
        (str(number), Line(text=group, style=Style.STRONG), spoken(group))
        for number, group in enumerate(sheet.groups, start=1)
    )
    return Table(
        summary=_("The key, one group in each row, and how the group is said aloud."),
        columns=(
            Column(title=_("Group"), weight=0, is_row_header=True),
            Column(title=_("Written"), weight=1),
            Column(title=_("Said aloud"), weight=4),
        ),
        rows=rows,
    )


def _keeping() -> tuple[Block, ...]:
    both = _(
        "Whoever has both this paper and the file can read everything in the file. "
        "So never keep the two together."
    )
    places = (
        _("Where you keep your passport and other important papers."),
        _("A copy in a closed envelope with somebody you trust."),
        _("Not beside the computer, not in an e-mail, and not as a photo."),
    )
    return Note(text=both), Heading(text=_("Where to keep it")), Bullets(items=places)


def _writing() -> tuple[Block, ...]:
    advice = (
        _("Capital and small letters are the same. Blanks and dashes do not count."),
        _("The key has no I, L or O and no 0 or 1, so they cannot be mistaken."),
        _("The program tells you if there is a slip, and you can try as often as you like."),
    )
    return Heading(text=_("When you write it")), Bullets(items=advice)
