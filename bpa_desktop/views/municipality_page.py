"""The place of the municipality: its rules with their sources, and what it does not say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.municipality import Standing
from bpa_desktop.domain.municipality_term import Group
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.i18n import _, ngettext, number
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.own_profile import own_values, profile_of
from bpa_desktop.services.profile_rules import rule_groups
from bpa_desktop.services.profile_words import to_write
from bpa_desktop.services.profiles import fault_words, municipality_or_country
from bpa_desktop.services.rules_asked import rules_asked, rules_to_ask
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.comparing_panel import open_comparison
from bpa_desktop.views.letter_doors import ask_municipality
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.rule_lines import Line, paper_lines, rule_lines
from bpa_desktop.views.rule_panel import open_rule
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.domain.municipality import Profile, TextToAskFor
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.own_profile import OwnValue
    from bpa_desktop.services.profile_rules import RuleGroup
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Tone

_LINE_GAP: Final = 4
_GAP: Final = 12
_OWN: Final = "own"


class MunicipalityPage(Page):
    """The rules stand in groups, and a press opens a group; one is open at a time."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"scheme", "own_municipal_value", "relocation", "letter"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._open_group: str = Group.DOCUMENTS
        self._ask_all = Button("", icon="file-text", press=self._ask)
        compare = Button(
            _("Compare with another municipality"), press=partial(open_comparison, desk)
        )
        move = Button(_("I am moving"), press=self._move)
        move.setEnabled(not desk.read_only)
        self.lead(compare, self._ask_all, move)

    def refresh(self) -> None:
        """Read the municipality's rules again."""
        session = self.desk.session
        own = profile_of(session, session.today)
        profile = own or municipality_or_country("")
        groups = rule_groups(profile)
        asked = rules_asked(session)
        self.heading.say(profile.name, _summary(groups, asked))
        self._name_asking(len(rules_to_ask(session)))
        content = self.stack()
        self._buttons: list[Button] = []
        for sentence in fault_words():
            content.add(Notice(sentence, "warn"))
        if own is None:
            self._ask_for_name(content)
        else:
            self._add_standing(content, profile)
        papers = paper_lines(profile)
        told = _papers(len(profile.documents))
        self._add_group(content, Group.DOCUMENTS, Group.DOCUMENTS.label, papers, told)
        for one in groups:
            lines = rule_lines(profile, one, asked)
            self._add_group(content, one.group, one.group.label, lines)
        self._add_own(content)
        self.group.set_buttons([*self.above, *self._buttons])
        self.fill(content)

    def _ask_for_name(self, content: Stack) -> None:
        text = _("You have not written your municipality. This is what the whole country asks for.")
        content.add(Notice(text, "warn"))
        write = Button(_("Write your municipality"), press=partial(self.desk.go, "scheme"))
        self._buttons.append(write)
        content.add(Row([write]))

    def _add_standing(self, content: Stack, profile: Profile) -> None:
        """What was read of the municipality, and which texts to ask it for."""
        if profile.standing is Standing.READ:
            return
        text = _("{name}: nobody has read its text. What stands here holds in the whole country.")
        content.add(Notice(text.format(name=profile.name), "warn"))
        for one in profile.texts:
            content.add(Text(_text_words(one)))
        if not profile.texts:
            content.add(Text(_("Ask the municipality for its own text about BPA.")))

    def _add_group(
        self, content: Stack, key: str, title: str, lines: Sequence[Line], told: str = ""
    ) -> None:
        """A button that opens the group below it, and tells how much there is in it."""
        if not lines:
            return
        is_open = self._open_group == key
        icon = "chevron-up" if is_open else "chevron-down"
        opener = Button(_(title), icon=icon, press=partial(self._toggle, key, _(title)))
        opener.setObjectName(f"group/{key}")
        opener.set_note(told or _counted(lines))
        opener.set_leading()
        self._buttons.append(opener)
        content.add(opener)
        if is_open:
            self._add_lines(content, lines)

    def _add_lines(self, content: Stack, lines: Sequence[Line]) -> None:
        sources = {one.source for one in lines if one.source}
        if len(sources) == 1:
            content.add(
                Text(_("Where it stands: {source}").format(source=min(sources)), tone="muted")
            )
        labels = told_apart([one.labels for one in lines])
        shown = []
        for one, label in zip(lines, labels, strict=True):
            button = Button(label, press=partial(one.press, self.desk))
            button.setObjectName(one.key)
            button.set_leading()
            self._buttons.append(button)
            below = [Text(words, tone=tone) for words, tone in one.below]
            if one.source and len(sources) > 1:
                below.append(Text(one.source, tone="muted"))
            shown.append(Stack(_LINE_GAP, [button, *below]))
        content.add(Stack(_GAP, shown))

    def show_group(self, key: str) -> None:
        """Open the group ``key``, such as that of trips, without a word."""
        self._open_group = key
        self.refresh()

    def _toggle(self, key: str, title: str) -> None:
        is_open = self._open_group == key
        self._open_group = "" if is_open else key
        self.refresh()
        told = _("{what} is closed.") if is_open else _("{what} is open.")
        self.desk.announcer.say(told.format(what=title))

    def _add_own(self, content: Stack) -> None:
        """What the user wrote of decisions and moves, to look at and change."""
        session = self.desk.session
        lines = [_decided(one) for one in own_values(session, session.today)]
        lines += [_written(one, "") for one in session.records.all(Relocation)]
        title = _("Your own decisions and moves")
        self._add_group(content, _OWN, title, lines, number(len(lines)))

    def _name_asking(self, count: int) -> None:
        """The button says how many questions its letter has."""
        self._ask_all.set_label(ngettext("Ask about it", "Ask about all {n}", count or 1))
        self._ask_all.setEnabled(count > 0)

    def _ask(self) -> None:
        """One letter about everything that is not known and was not asked about."""
        keys = rules_to_ask(self.desk.session)
        ask_municipality(self.desk, keys, back="municipality")

    def _move(self) -> None:
        session = self.desk.session
        profile = profile_of(session, session.today)
        old = "" if profile is None else profile.name
        open_editor(self.desk, kind_named("relocation"), from_municipality=old)


def _written(record: Record, remark: str) -> Line:
    kind = kind_named(record.type_name)

    def press(desk: Desk) -> None:
        open_editor(desk, kind, record)

    label = f"{_(kind.one)}: {kind.describe(record, {})}"
    below: tuple[tuple[str, Tone], ...] = ((remark, "warn"),) if remark else ()
    return Line(record.id, (label,), press, below, is_known=True)


def _decided(one: OwnValue) -> Line:
    """A value that counts leads to its rule; another one to its form, where it can be mended."""
    line = _written(one.record, _why_not(one))
    leads_to_rule = one.counts and one.is_readable
    kind = kind_named(one.record.type_name)

    def press(desk: Desk) -> None:
        if leads_to_rule:
            open_rule(desk, one.record.key)
        else:
            open_editor(desk, kind, one.record, value=to_write(one.record))

    return line._replace(press=press)


def _why_not(one: OwnValue) -> str:
    if not one.is_readable:
        return _("It cannot be read, so it is not used.")
    return "" if one.counts else _("It does not count today.")


def _text_words(one: TextToAskFor) -> str:
    """What the municipality's own text is called, where it was listed, and what was seen of it."""
    told = [_("Its own text is called: {title}.").format(title=one.title)]
    if one.address:
        told.append(_("Where it was listed: {address}.").format(address=one.address))
    told.append(_(one.seen.label))
    return " ".join(told)


def _counted(lines: Sequence[Line]) -> str:
    known = sum(one.is_known for one in lines)
    unknown = len(lines) - known
    told = ngettext("{n} rule", "{n} rules", known)
    if not unknown:
        return told
    asked = ngettext("{n} question", "{n} questions", unknown)
    return f"{told}, {asked}" if known else asked


def _papers(count: int) -> str:
    return ngettext("{n} paper", "{n} papers", count)


def _summary(groups: Sequence[RuleGroup], asked: Mapping[str, Letter]) -> str:
    unknown = [line.key for one in groups for line in one.unknown]
    waiting = sum(key in asked for key in unknown)
    known, open_ = sum(len(one.known) for one in groups), len(unknown) - waiting
    told = [
        ngettext("{n} rule is known.", "{n} rules are known.", known),
        ngettext("{n} thing to ask about.", "{n} things to ask about.", open_) if open_ else "",
        ngettext("{n} was asked about.", "{n} were asked about.", waiting) if waiting else "",
    ]
    return " ".join(filter(None, told))
