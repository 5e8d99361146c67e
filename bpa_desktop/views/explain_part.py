"""One sentence on a difference: written, or put together from what is kept already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services import account_writing
from bpa_desktop.views.button import Button
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.account_reasons import Reason
    from bpa_desktop.views.desk import Desk

_GAP: Final = 10


class About(NamedTuple):
    """What is explained: the budget lines ``ids`` of a year, or its hours where that is None."""

    year: Period
    ids: tuple[str | None, ...]
    said: str
    reasons: Sequence[Reason] = ()


class ExplainPart(Stack):
    """``buttons`` belong to the group of the panel; what is put in is saved at once."""

    def __init__(self, desk: Desk, about: About) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._about = about
        self.buttons: list[Button] = []
        self._draft = Draft(desk, "explanation", f"{about.ids[-1]} {about.year.first}")
        help_text = _("It stands in the accounts. Never write why somebody is ill.")
        label = _("Why it differs")
        self._words = WordsField(desk, label, about.said, self._draft, self._save, help_text)
        self.add(self._words)
        self._add(_("Save the sentence"), self._words.take)
        if about.reasons:
            self.add(Text(_("What is kept already"), "label"))
        for one in about.reasons:
            self.add(Text(one.words))
            self._add(_("Put in: {what}").format(what=one.title), partial(self._put, one.words))

    def _add(self, text: str, press: Callable[[], object]) -> None:
        button = Button(text, press=press)
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        self.add(button)

    def _put(self, sentence: str) -> None:
        self._save(f"{self._words.text} {sentence}".strip())

    def _save(self, text: str) -> bool:
        return self._desk.attempt(partial(self._written, text))

    def _written(self, text: str) -> str:
        begun, about = self._draft.text, self._about
        self._draft.drop()
        try:
            account_writing.explain(self._desk.session, about.year, about.ids, text)
        except BpaError:
            self._draft.keep(begun or text, about.said)
            raise
        return _("The explanation is kept.") if text else _("The explanation is gone.")
