"""The package to the municipality: what it is for, what is ready, and *Save PDF*."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_words
from bpa_desktop.services import package, recent
from bpa_desktop.services.given import keep, last_sent
from bpa_desktop.services.given_words import last_words
from bpa_desktop.services.package_about import VISITED, day_for, visit_for
from bpa_desktop.services.package_cover import remark_on
from bpa_desktop.services.package_plan import Choices, municipality_for, plan_package
from bpa_desktop.services.package_secrets import package_secrets
from bpa_desktop.services.package_values import collect, one_paper, package_bundle
from bpa_desktop.services.paper_minutes import CheckedPaper
from bpa_desktop.services.paper_titles import SHORT_TITLES
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.given_panel import show_given
from bpa_desktop.views.package_answer import AnswerPanel
from bpa_desktop.views.package_choosing import ChoosingPanel
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
        self._twice = ""
        folder = recent.home_folder() / _("Packages")
        self._saving = Saving(desk, folder, _("The package is being made."), self)
        self._saving.saved.connect(self._show_where)
        self._saving.running.connect(self._show_running)
        self._look_button = Button(_("See it as the caseworker"), icon="eye", press=self._look)
        self._stop = Button(_("Stop"), press=self._saving.stop)
        self._stop.setEnabled(False)
        self._save = Button(_("Save PDF"), "primary", icon="download", press=self._save_here)
        self.lead(self._look_button, self._stop, self._save)

    @property
    def visit(self) -> dt.date:
        """The day of the visit: as chosen here, else the next one that is known, else today."""
        kind = self._choices.kind
        chosen = self._visit if kind in VISITED else None
        return chosen or day_for(self.desk.session, kind)

    def _show_running(self, is_running: bool) -> None:  # noqa: FBT001 - what a signal tells
        self._stop.setEnabled(is_running)
        self.group.settle()

    def refresh(self) -> None:
        """See again what is ready."""
        content = self.stack()
        name = municipality_for(self.desk.session, self.visit, self._choices)
        self._plan = plan_package(self.desk.session, name, self.visit, self._choices)
        self.heading.say(_(_TITLES[self._plan.kind]), self._sentence(self._plan))
        if not name.strip():
            self._ask_for_municipality(content)
        self._show_plan(content, self._plan)
        self.group.point_to(self._save)
        self.fill(content)

    def _sentence(self, plan: PackagePlan) -> str:
        """What is ready, and when the municipality comes where that is known."""
        if plan.kind not in VISITED:
            return _("{ready} To {name}.").format(ready=plan.sentence(), name=plan.profile.name)
        if self._visit is None and visit_for(self.desk.session, plan.kind) is None:
            return f"{plan.sentence()} {_('No visit is written.')}"
        visit = _("{name} comes {day}.").format(name=plan.profile.name, day=day_words(plan.visit))
        return f"{plan.sentence()} {visit}"

    def _ask_for_municipality(self, content: Stack) -> None:
        text = _("You have not written your municipality. This is what the whole country asks for.")
        content.add(Notice(text, "warn"))
        press = partial(self.desk.go, "scheme")
        content.add(Row([Button(_("Write your municipality"), press=press)]))

    def _show_plan(self, content: Stack, plan: PackagePlan) -> None:
        options = PackageOptions(self.desk, plan, visit=self._choose_visit, choose=self._choose)
        content.add(options)
        if remark := remark_on(plan):
            content.add(Notice(remark))
        parts = PackageParts(self.desk, plan, see=self._see, answer=self._ask)
        content.add(parts)
        content.add(self._below(parts.buttons))
        self._where = Text("", tone="muted")
        content.add(self._where)
        self._show_where()

    def _below(self, above: list[Button]) -> Row:
        """What else can be done; the buttons are one Tab stop with those ``above``."""
        row = Row()
        row.add(Notice(self._promise()), chars=_NOTICE_CHARS, stretch=True, fold=True)
        self._open = Button(_("Open the folder"), press=self._saving.open_folder)
        buttons = [
            Button(_("Choose papers"), press=self.choose_papers),
            Button(_("What did we send last?"), press=self._see_last),
            self._open,
            Button(_("Save in another folder"), press=self._save_elsewhere),
        ]
        Roving([*above, *buttons])
        row.add(Row(buttons))
        return row

    def _promise(self) -> str:
        said = _("What is missing stands honestly on the cover. You can always save the package.")
        own = (
            _("Your CPR number stands on the cover, and nowhere else.")
            if self._choices.with_cpr
            else _("The CPR number is not in it.")
        )
        return f"{said} {own}"

    def choose_kind(self, kind: PackageKind) -> None:
        """Show the package of another kind, without a word."""
        self._choices = Choices(kind=kind)
        self.refresh()

    def choose_papers(self) -> None:
        """Show every paper there is beside the page, to be taken along or left at home."""
        if self._plan is not None:
            panel = ChoosingPanel(self._plan, self._choose_paper)
            self.desk.show_panel(panel, _("Papers in the package"))
            self.desk.announcer.say(_("Papers in the package."))

    def _choose_paper(self, key: str, goes_along: bool) -> None:  # noqa: FBT001 - what is pressed
        choices = self._choices
        more, left_out = choices.more - {key}, choices.left_out - {key}
        if goes_along:
            more |= {key}
        else:
            left_out |= {key}
        text = _("{paper} goes along.") if goes_along else _("{paper} stays at home.")
        self._choose(text.format(paper=_(SHORT_TITLES[key])), more=more, left_out=left_out)

    def _see_last(self) -> None:
        """Open the package of this kind that was sent last, or say that there is none."""
        last = last_sent(self.desk.session, self._choices.kind)
        if last is None:
            self.desk.say(last_words(None))
            return
        self.desk.go("given")
        show_given(self.desk, last.id)

    def _show_where(self) -> None:
        """Say where the package lies, below everything else, so that nothing moves."""
        saving = self._saving
        self._open.setEnabled(saving.folder.is_dir())
        if saving.file is not None:
            said = _("Saved as {path}.").format(path=saving.file)
            self._where.setText(f"{said} {self._twice}".rstrip())
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
        if self._plan is not None:
            bundle = one_paper(self.desk.session, self._plan, part.kind)
            show_paper(self, bundle, back="package")

    def _look(self) -> None:
        if self._plan is not None:
            values = collect(self.desk.session, self._plan)
            secrets = package_secrets(self.desk.session, self._plan).whole
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

        saving, made = self._saving, []

        def write(target: Path) -> Path:
            rendered = package.render(values, saving.step)
            saved = package.save(rendered, target, secrets, saving.check)
            made.append((rendered, package.told_twice(rendered, secrets)))
            return saved.package

        def after() -> str:
            rendered, self._twice = made[-1]
            self._show_where()
            kept = "" if self.desk.read_only else keep(self.desk.session, plan, rendered)
            return f"{kept} {self._twice}".strip()

        saving.begin(write, folder, after)


_TITLES: Final = {
    PackageKind.REVISITATION: N_("Package for a reassessment (revisitation)"),
    PackageKind.FIRST_FOLLOW_UP: N_("Package for the first follow-up"),
    PackageKind.ACCOUNTS: N_("Package with the yearly accounts"),
    PackageKind.HOLIDAY: N_("Package with a holiday application"),
    PackageKind.COMPLAINT: N_("Package for a complaint"),
    PackageKind.HANDOVER: N_("Package for a hand-over"),
}
