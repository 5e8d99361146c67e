"""What is due because somebody leaves, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due


def _told(one: Due, text: str) -> str:
    last = date_words(cast("dt.date", one.values["last"]))
    values = {"who": one.values["who"], "last": last, "what": one.values.get("what", "")}
    return text.format(**values)


def _papers(one: Due) -> str:
    return _told(one, _("Give {who} the last papers. The last day is {last}."))


def _statement(one: Due) -> str:
    return _told(one, _("Give {who} a statement of employment. The last day is {last}."))


def _key(one: Due) -> str:
    return _told(one, _("Get back from {who}: {what}. The last day is {last}."))


def _delete(one: Due) -> str:
    text = ngettext(
        "The file of {who} may be deleted: {n} year after the last day, {last}.",
        "The file of {who} may be deleted: {n} years after the last day, {last}.",
        cast("int", one.values["years"]),
    )
    return _told(one, text)


LEAVING: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.LAST_PAPERS: _papers,
    DueCode.STATEMENT: _statement,
    DueCode.KEY_BACK: _key,
    DueCode.DELETE_FILE: _delete,
}
"""The sentence of each thing that is due then."""
