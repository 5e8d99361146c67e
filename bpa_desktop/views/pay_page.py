"""The place of the pay: what each helper costs in a month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.period import months_before
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.month_pay_words import levies_sentence, sentence, summary
from bpa_desktop.services.pay_terms import asks_how_pay_is_run
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.page import Page
from bpa_desktop.views.pay_news import PayNews
from bpa_desktop.views.pay_panel import TOPICS, open_pay
from bpa_desktop.views.pay_papers_panel import open_pay_papers
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_BEFORE_TAX: Final = N_(
    "Before tax, with holiday pay, pension and the employer's ATP. "
    "The pay office works out the tax."
)


class PayPage(Page):
    """A button for each helper with the sum; a press shows what it is the sum of."""

    TOPICS: ClassVar[frozenset[str]] = TOPICS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = month_of(desk.session.today)
        self._above = [
            Button(_("Previous month"), press=partial(self._turn, 1)),
            Button(_("Next month"), press=partial(self._turn, -1)),
            Button(_("Pay papers"), press=lambda: open_pay_papers(desk, self._month)),
            Button(_("New G-day"), icon="plus", press=self._new_g_day),
            Button(_("Rates"), icon="file-text", press=lambda: desk.go("rates")),
        ]
        self._above[3].setEnabled(not desk.read_only)
        self._group = Roving(self._above)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Reckon the month again."""
        found = month_pay(self.desk.session, self._month)
        title = _("Pay {month}").format(month=month_words(self._month.first))
        self.heading.say(title, sentence(self._month, found))
        content = self.stack()
        content.add(Notice(_(_BEFORE_TAX)))
        asked = self._ask_how_pay_is_run(content)
        beside = levies_sentence(found)
        if beside:
            content.add(Text(beside))
        news = PayNews(self.desk, self._month)
        content.add(news)
        labels = told_apart([(summary(one),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(self._open, one.helper.id))
            button.set_leading()
            news.mark(button, one.helper.id)
            buttons.append(button)
        content.add(Stack(_GAP, buttons))
        self._group.set_buttons([*self._above, *asked, *news.buttons, *buttons])
        self.fill(content)

    def _ask_how_pay_is_run(self, content: Stack) -> list[Button]:
        """Until it is answered pay is worked out by the month, and ATP with it."""
        if not asks_how_pay_is_run(self.desk.session.scheme()):
            return []
        content.add(
            Notice(_("Is pay run by the month, by 14 days or by the week? ATP hangs on it."))
        )
        button = Button(_("Say how pay is run"), press=lambda: self.desk.go("rates"))
        content.add(Row([button]))
        return [button]

    def _turn(self, back: int) -> None:
        self._month = month_of(months_before(self._month.first, back))
        self.desk.close_panel()
        self.refresh()
        self.desk.announcer.say(f"{self.heading.title}. {self.heading.sentence}")

    def _new_g_day(self) -> None:
        open_editor(self.desk, kind_named("unemployment_day"))

    def _open(self, helper: str) -> None:
        open_pay(self.desk, helper, self._month)
