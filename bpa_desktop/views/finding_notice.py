"""A finding at a shift in words, with what can be done: mend it, keep it anyway, take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.mending import mends
from bpa_desktop.services.wording import finding_source, finding_text, finding_title
from bpa_desktop.views import shift_edit_actions
from bpa_desktop.views.card import Notice
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.services.mending import Mend
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.shift_bench import Bench

REASONS: Final = (
    N_("Agreed with the helper"),
    N_("Nobody else can"),
    N_("It was urgent"),
)
"""What is often the reason to keep a finding; none says anything about anybody's health."""
OF_TIMES: Final = frozenset(
    {
        Code.DOUBLE_BOOKING,
        Code.DAILY_REST,
        Code.SHORTENED_REST,
        Code.REST_BEFORE_DAY_SHIFT,
        Code.REST_AFTER_DAY_SHIFT,
    }
)
"""What other times may mend; for everything else somebody else has to come."""


class Found(NamedTuple):
    """A finding and the decision that keeps it, if there is one."""

    finding: Finding
    kept: KeptFinding | None = None

    @property
    def asks(self) -> bool:
        """Whether the person has to decide something."""
        return self.kept is None and self.finding.severity is not Severity.HINT


def add_notices(
    place: Callable[[Part], object],
    bench: Bench,
    group: list[Button],
    found: Iterable[Found],
    go: Callable[[Finding], object],
) -> None:
    """Place a notice for each of ``found``; ``go`` leads to where one is mended by hand.

    What asks comes first, what is kept next, and mere hints last.
    """
    ordered = sorted(found, key=lambda one: (not one.asks, one.kept is None))
    titles = told_apart([("", f" – {finding_title(one.finding)}") for one in ordered])
    for one, title in zip(ordered, titles, strict=True):
        place(FindingNotice(bench, group, one, title, go))


class FindingNotice(Part):
    """One finding; ``title`` ends the labels where another finding has the same ones."""

    def __init__(
        self,
        bench: Bench,
        group: list[Button],
        found: Found,
        title: str,
        go: Callable[[Finding], object],
    ) -> None:
        one = found.finding
        super().__init__(bench, group)
        self.part = f"keep {one.code} {one.window[0]} {one.window[1]}"
        self._one, self._title, self._go = one, title, go
        self._words = finding_text(one, self.desk.session.helper_names())
        if found.kept is not None:
            self._add_kept(found.kept)
        elif one.severity is Severity.HINT:
            self.add(Text(self._words, tone="muted"))
        else:
            self._add_open()

    def _add_kept(self, kept: KeptFinding) -> None:
        reason = kept.reason.rstrip(".") or _("no reason was written")
        text = _("Kept: {reason}.").format(reason=reason)
        self.add(Text(f"{self._words} {text}", tone="muted"))
        back = self.button(
            _("Undo the choice") + self._title,
            lambda desk, _shift: shift_edit_actions.take_back(desk, self._one, kept),
        )
        self.add_row([back])

    def _add_open(self) -> None:
        self.add(Notice(self._words, "warn"))
        source = finding_source(self._one)
        if source:
            self.add(Text(source, tone="muted"))
        keep = self.opener(_("Keep anyway") + self._title, self.part)
        self.add_row([*self._mending(), keep])
        if self.is_open(self.part):
            self._add_reason()

    def _mending(self) -> Sequence[Button]:
        found = [self._mend(one) for one in mends(self.desk.session, self.shift, self._one)]
        return found or [
            self.button(_("Mend") + self._title, lambda _desk, _shift: self._go(self._one))
        ]

    def _mend(self, one: Mend) -> Button:
        return self.button(
            one.words + self._title,
            lambda desk, shift: shift_edit_actions.mend(desk, shift, one),
        )

    def _add_reason(self) -> None:
        draft = self.bench.draft(self.part)
        part = Part(self.bench, self.group, self.part)
        part.add_label(_("Why does it stay?"))
        part.add_row([self._reason(text) for text in map(_, REASONS)], _("Why does it stay?"))
        help_text = _("Stands in the package. Never write why somebody is ill.")
        words = WordsField(self.desk, _("In your own words"), "", draft, help_text=help_text)
        part.add(words)
        keep = self.button(_("Keep with these words"), lambda _desk, _shift: self._keep(words.text))
        part.add_row([keep])
        self.add(part)

    def _reason(self, text: str) -> Button:
        return self.button(text, lambda _desk, _shift: self._keep(text))

    def _keep(self, reason: str) -> None:
        self.bench.close()
        if shift_edit_actions.keep(self.desk, self._one, reason):
            self.bench.draft(self.part).drop()
