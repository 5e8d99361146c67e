"""What can be done from anywhere: each action once, with its words and its shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.i18n import LANGUAGES, _, speaking
from bpa_desktop.views.matching import score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LEAST: float = 0.35


class Action(NamedTuple):
    """``title`` and ``synonyms`` are msgids; synonyms are separated by commas, at least two.

    ``wording`` is a msgid with ``{title}`` in it, such as "Go to {title}".
    ``shortcut`` is written as Qt writes it in English, such as ``Ctrl+K``.
    """

    key: str
    title: str
    synonyms: str
    run: Callable[[], object]
    wording: str = "{title}"
    shortcut: str = ""
    icon: str = ""

    @property
    def text(self) -> str:
        """What it is called in the active language."""
        return _(self.wording).format(title=_(self.title))

    def words(self, language: str) -> list[str]:
        """The title and the synonyms in ``language``."""
        with speaking(language):
            return [_(self.title), *split_synonyms(_(self.synonyms))]


class Offer(NamedTuple):
    """One line of the command box: what it says, what stands at its right, what it does."""

    text: str
    run: Callable[[], object]
    note: str = ""
    icon: str = ""


def split_synonyms(text: str) -> list[str]:
    """The synonyms in a comma-separated ``text``."""
    return [word.strip() for word in text.split(",") if word.strip()]


def find(query: str, actions: Iterable[Action], most: int) -> list[Offer]:
    """The actions that fit ``query`` in either language, best first; all when it is empty."""
    ranked = []
    for place, action in enumerate(actions):
        fit = max(score(query, action.words(code)) for code in LANGUAGES) if query.strip() else 1.0
        if fit >= _LEAST:
            ranked.append((-fit, place, action))
    ranked.sort(key=lambda each: each[:2])
    return [offer_of(action) for _fit, _place, action in ranked[:most]]


def offer_of(action: Action) -> Offer:
    """``action`` as a line of the command box, in the active language."""
    return Offer(
        text=action.text, run=action.run, note=spoken_keys(action.shortcut), icon=action.icon
    )


def spoken_keys(shortcut: str) -> str:
    """``Ctrl+K`` as it is shown: ``Ctrl K``."""
    return shortcut.replace("++", "+plus").replace("+", " ").replace(" plus", " +")
