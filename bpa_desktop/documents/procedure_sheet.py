"""A work procedure on paper: how the task is done, with pictures, and who has been instructed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bullets, Document, Facts, Heading, Note, Style, Text
from bpa_desktop.documents.phrases import footer
from bpa_desktop.documents.sign_off import sign_off_table
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Line, Picture
    from bpa_desktop.documents.sign_off import SignOff

KEY: Final = "procedure_sheet"
_DASHES: Final = ("- ", "– ", "• ", "* ")


@dataclass(frozen=True, kw_only=True)
class ProcedureSheet:
    """A procedure in one version; ``people`` are those who must know the one that holds.

    ``aids`` name each aid it uses and where that is. A sheet without ``people`` is for reading.
    ``remark`` says of another version than the one that holds when it was used, and ``learned``
    holds a line for everybody who was instructed in it.
    """

    case_number: str
    title: str
    valid_from: dt.date
    leader: str
    words: str
    made_on: dt.date
    aids: tuple[str, ...] = ()
    pictures: tuple[Picture | Text, ...] = ()
    people: tuple[SignOff, ...] = ()
    remark: str = ""
    learned: tuple[str, ...] = ()


def procedure_sheet(values: ProcedureSheet) -> Document:
    """The procedure as a document."""
    return Document(
        key=KEY,
        title=values.title,
        subtitle=_("Work procedure. Version from {date}.").format(
            date=date_words(values.valid_from)
        ),
        language=language(),
        footer_left=footer(values.case_number, _("Work procedure")),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: ProcedureSheet) -> Iterator[Block]:
    if values.remark:
        yield Note(text=values.remark)
    yield Facts(pairs=tuple(_facts(values)))
    yield Heading(text=_("How it is done"))
    yield from paragraphs(values.words)
    yield from values.pictures
    if values.people:
        yield Heading(text=_("Who is instructed"))
        summary = _("Each helper, when and by whom instructed, and room to sign.")
        yield sign_off_table(_("Helper"), values.people, summary)
        told = _("Sign when you have been shown how it is done and have tried it yourself.")
        yield Text(text=told, style=Style.MUTED)
    if values.learned:
        yield Heading(text=_("Who was instructed in this version"))
        yield Bullets(items=values.learned)


def _facts(values: ProcedureSheet) -> Iterator[tuple[str, str | Line]]:
    if values.aids:
        yield _("Aids used"), ", ".join(values.aids)
    if values.leader:
        yield _("Written by"), values.leader
    yield _("Printed on"), date_words(values.made_on)


def paragraphs(words: str) -> Iterator[Text | Bullets]:
    """A text as people write it: a blank line parts paragraphs, lines with a dash are a list."""
    lines: list[str] = []
    items: list[str] = []
    for line in [*words.splitlines(), ""]:
        stripped = line.strip()
        if stripped.startswith(_DASHES):
            yield from _text(lines)
            items.append(stripped[2:].strip())
            continue
        yield from _list(items)
        if stripped:
            lines.append(stripped)
        else:
            yield from _text(lines)


def _text(lines: list[str]) -> Iterator[Text]:
    """The lines so far as one paragraph; they are used up."""
    if lines:
        yield Text(text="\n".join(lines))
        lines.clear()


def _list(items: list[str]) -> Iterator[Bullets]:
    """The items so far as one list; they are used up."""
    kept = tuple(item for item in items if item)
    items.clear()
    if kept:
        yield Bullets(items=kept)
