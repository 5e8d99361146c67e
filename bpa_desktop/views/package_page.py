"""The package to the municipality: what it asks for, what is ready, and *Save PDF*."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from bpa_desktop.domain.period import before_visit
from bpa_desktop.i18n import _, day_words
from bpa_desktop.services import package, recent
from bpa_desktop.services.own_profile import municipality_name
from bpa_desktop.services.package_plan import Choices, plan_package
from bpa_desktop.services.package_values import collect, package_bundle, package_secrets
from bpa_desktop.services.paper_minutes import CheckedPaper
from bpa_desktop.services.papers import paper
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.package_answer import AnswerPanel
from bpa_desktop.views.package_options import PackageOptions
from bpa_desktop.views.package_parts import PackageParts
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.saving import Saving, another_folder
from bpa_desktop.views.showing import show_made, show_paper
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from bpa_desktop.services.package_plan import Answer, PackagePlan, Part
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.stack import Stack

_NOTICE_CHARS: Final = 30


class PackagePage(Page):
    """What is missing stands honestly on the cover; the package can always be saved."""

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._choices = Choices()
        self._visit: dt.date | None = None
        self._plan: PackagePlan | None = None
        folder = recent.home_folder() / _("Packages")
        self._saving = Saving(desk, folder, _("The package is being made."), self)
        self._saving.saved.connect(self._show_where)
        self._look_button = Button(_("See it as the caseworker"), icon="eye", press=self._look)
        self._save = Button(_("Save PDF"), "primary", icon="download", press=self._save_here)
        self._main = Roving([self._look_button, self._save])
        self.heading.add(Row([self._look_button, self._save]))

    @property
    def visit(self) -> dt.date:
        """The day of the visit: as chosen here, else as the scheme says, else today."""
        scheme = self.desk.session.scheme()
        known = scheme.next_visit if scheme else None
        return self._visit or known or self.desk.session.today

    def refresh(self) -> None:
        """See again what is ready."""
        content = self.stack()
        name = municipality_name(self.desk.session, self.visit)
        self._plan = plan_package(self.desk.session, name, self.visit, self._choices)
        self.heading.say(_("Package for revisitation"), _sentence(self._plan))
        if not name.strip():
            self._ask_for_municipality(content)
        self._show_plan(content, self._plan)
        self._main.point_to(self._save)
        self.fill(content)

    def _ask_for_municipality(self, content: Stack) -> None:
        text = _("You have not written your municipality. This is what the whole country asks for.")
        content.add(Notice(text, "warn"))
        press = partial(self.desk.go, "scheme")
        content.add(Row([Button(_("Write your municipality"), press=press)]))

    def _show_plan(self, content: Stack, plan: PackagePlan) -> None:
        options = PackageOptions(self.desk, plan, visit=self._choose_visit, choose=self._choose)
        content.add(options)
        content.add(PackageParts(self.desk, plan, see=self._see, answer=self._ask))
        content.add(self._below())
        self._where = Text("", tone="muted")
        content.add(self._where)
        self._show_where()

    def _below(self) -> Row:
        row = Row()
        text = _(
            "What is missing stands honestly on the cover. You can always save the package. "
            "The CPR number is not in it."
        )
        row.add(Notice(text), chars=_NOTICE_CHARS, stretch=True, fold=True)
        self._open = Button(_("Open the folder"), press=self._saving.open_folder)
        elsewhere = Button(_("Save in another folder"), press=self._save_elsewhere)
        Roving([self._open, elsewhere])
        row.add(Row([self._open, elsewhere]))
        return row

    def _show_where(self) -> None:
        """Say where the package lies, below everything else, so that nothing moves."""
        saving = self._saving
        self._open.setEnabled(saving.folder.is_dir())
        if saving.file is not None:
            self._where.setText(_("Saved as {path}.").format(path=saving.file))
        else:
            text = _("The package is saved in the folder {path}.")
            self._where.setText(text.format(path=saving.folder))

    def _choose_visit(self, day: dt.date) -> None:
        if day != self.visit:
            self._visit = day
            self.refresh()
            self.desk.say(self.heading.sentence)

    def _choose(self, said: str, **choice: Any) -> None:
        self._choices = replace(self._choices, **choice)
        self.refresh()
        self.desk.say(said)

    def _ask(self, part: Part) -> None:
        answer = self._choices.answers.get(part.kind)
        panel = AnswerPanel(self.desk, part, answer, partial(self._answer, part))
        self.desk.show_panel(panel, part.words)
        self.desk.announcer.say(f"{part.words}.")

    def _answer(self, part: Part, answer: Answer | None) -> None:
        answers = {kind: one for kind, one in self._choices.answers.items() if kind != part.kind}
        if answer is not None:
            answers[part.kind] = answer
        self._choices = replace(self._choices, answers=answers)
        self.refresh()
        self.desk.close_panel()
        self.desk.say(_("The answer stands on the cover.") if answer else _("The answer is gone."))

    def _see(self, part: Part) -> None:
        if self._plan is None:
            return
        window, months = self._choices.window, self._plan.months
        period = part.period or before_visit(self.visit, months, window)
        bundle = paper(self.desk.session, part.kind, period, self._choices.names)
        show_paper(self, bundle, back="package")

    def _look(self) -> None:
        if self._plan is not None:
            values = collect(self.desk.session, self._plan)
            secrets = package_secrets(self.desk.session, self._plan).anywhere
            paper = CheckedPaper(package_bundle(values), secrets)
            show_made(self, paper.view, back="package")

    def _save_here(self) -> None:
        if self._plan is not None:
            self._write(self._plan)

    def _save_elsewhere(self) -> None:
        if self._plan is not None and (folder := another_folder(self)) is not None:
            self._write(self._plan, folder)

    def _write(self, plan: PackagePlan, folder: Path | None = None) -> None:
        values = collect(self.desk.session, plan)
        secrets = package_secrets(self.desk.session, plan)

        def write(target: Path) -> Path:
            return package.save(package.render(values), target, secrets).package

        self._saving.begin(write, folder)


def _sentence(plan: PackagePlan) -> str:
    visit = _("{name} comes {day}.").format(name=plan.profile.name, day=day_words(plan.visit))
    return f"{plan.sentence()} {visit}"
