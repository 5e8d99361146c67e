"""What every letter is made of: a subject, paragraphs, and places that only the user can fill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import N_
from bpa_desktop.i18n import LANGUAGES, _, date_words, language, speaking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

GAP: Final = r"\[([^\[\]]*)\]"
"""How a place looks that is still to be filled, as a pattern."""
_ENDS: Final = (".", "!", "?", "…", ":", "]")
_END: Final = N_("Kind regards,\n{name}")
DASH: Final = "– "
"""How a line of a list begins."""


class Draft(NamedTuple):
    """A letter as it is suggested. An empty line in ``words`` parts two paragraphs."""

    subject: str
    words: str


class Signer(NamedTuple):
    """Who writes; empty is not known."""

    name: str = ""


def draft(subject: str, parts: Iterable[str], signer: Signer) -> Draft:
    """The letter of these paragraphs, those that are empty left out, with its end."""
    end = _(_END).format(name=signer.name or prompt(_("your name")))
    return Draft(subject, "\n\n".join([*filter(None, parts), end]))


def prompt(what: str) -> str:
    """``[Skriv her: hvad …]``: plainly unfinished, and found again by `gaps`."""
    return _("[Write here: {what}]").format(what=what)


def spoken_in(words: str) -> str:
    """The language a letter is written in, by how it ends; else the active one."""
    for code in LANGUAGES:
        with speaking(code):
            if _(_END).partition("\n")[0] in words:
                return code
    return language()


def gaps(words: str) -> tuple[str, ...]:
    """What stands in square brackets and waits to be written, without the brackets."""
    return tuple(one.strip() for one in re.findall(GAP, words) if one.strip())


def listed(head: str, points: Iterable[str]) -> str:
    """A line, and a line with a dash for each point."""
    return "\n".join([head, *(f"{DASH}{point}" for point in points)])


def line(*sentences: str) -> str:
    """A paragraph of the sentences that are there."""
    return " ".join(filter(None, sentences))


def stopped(text: str) -> str:
    """What somebody wrote, on one line and ended as a sentence."""
    one_line = " ".join(text.split())
    return one_line if not one_line or one_line.endswith(_ENDS) else f"{one_line}."


def unstopped(text: str) -> str:
    """What somebody wrote, on one line and without the stop at its end."""
    return " ".join(text.split()).rstrip(".")


def on_day(day: dt.date | None, what: str) -> str:
    """The day in words, or the place to write it."""
    return date_words(day) if day else prompt(what)


def lines_of(text: str) -> Iterator[str]:
    """The lines that somebody wrote, without the dashes they began with."""
    for row in text.splitlines():
        bare = row.strip().lstrip("–-•* ").strip()
        if bare:
            yield bare
