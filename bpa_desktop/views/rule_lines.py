"""A line of the municipality's page: a button about one rule, and the words that stand below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.municipal_papers import PAPERS, paper_key
from bpa_desktop.domain.municipality_term import Kind
from bpa_desktop.i18n import _, date_words, language
from bpa_desktop.services.profile_rules import asked_as
from bpa_desktop.services.profile_words import (
    quote_words,
    rule_words,
    source_words,
    value_words,
)
from bpa_desktop.views.letter_doors import ask_municipality
from bpa_desktop.views.rule_panel import open_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.domain.municipality import AskedDocument, Profile
    from bpa_desktop.services.profile_rules import RuleGroup, RuleLine
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Tone


class Line(NamedTuple):
    """``labels`` are what may stand on the button from short to long; ``below`` is under it.

    ``source`` is where it stands, when it was read and how.
    """

    key: str
    labels: tuple[str, ...]
    press: Callable[[Desk], object]
    below: tuple[tuple[str, Tone], ...] = ()
    source: str = ""
    is_known: bool = False


def rule_lines(profile: Profile, group: RuleGroup, asked: Mapping[str, Letter]) -> list[Line]:
    """What is known of the group, then what the municipality can be asked, or was ``asked``."""
    known = [_known(profile, line) for line in group.known]
    return [*known, *(_unknown(line, asked.get(line.key)) for line in group.unknown)]


def _known(profile: Profile, line: RuleLine) -> Line:
    shown = line.shown
    if shown is None:
        raise KeyError(line.key)
    is_free = line.term.kind is Kind.WORDS
    label = _(line.term.label) if is_free else rule_words(line.term, shown)
    below: list[tuple[str, Tone]] = []
    if is_free:
        below.append((value_words(line.term, shown), "text"))
    if line.known is None:
        text = _("{name} does not say it. It is the starting point in the whole country.")
        below.append((text.format(name=profile.name), "text"))
    quote = quote_words(shown)
    if quote:
        below.append((quote, "muted"))
    source = source_words(shown)
    return Line(line.key, (label,), _opens(line.key), tuple(below), source, is_known=True)


def _unknown(line: RuleLine, letter: Letter | None) -> Line:
    """A press opens the letter that asks; once it was sent, what can be done then."""
    question = _(line.term.question)
    if letter is None or letter.sent_on is None:
        label = _("Ask the municipality: {question}").format(question=question)
        return Line(line.key, (label,), partial(_ask, line.key))
    label = _("Asked on {date}: {question}")
    label = label.format(date=date_words(letter.sent_on), question=question)
    return Line(line.key, (label,), _opens(line.key))


def paper_lines(profile: Profile) -> list[Line]:
    """The papers that are asked for in the municipality's order, then those that are not."""
    asked = [_paper(profile, one) for one in profile.documents]
    return [*asked, *_not_asked(profile)]


def _paper(profile: Profile, one: AskedDocument) -> Line:
    key = paper_key(one.kind)
    below: list[tuple[str, Tone]] = [(f"{_(one.when.label)}.", "text")]
    known = asked_as(profile, key)
    if known is not None and one.quote:
        below.append((quote_words(known), "muted"))
    source = "" if known is None else source_words(known)
    label = one.words if language() == "da" else one.english
    return Line(key, (label,), _opens(key), tuple(below), source, is_known=True)


def _not_asked(profile: Profile) -> Iterator[Line]:
    asked = {one.kind for one in profile.documents}
    for kind, label in PAPERS.items():
        if kind not in asked:
            text = _("Not asked for: {paper}").format(paper=_(label))
            yield Line(paper_key(kind), (text,), _opens(paper_key(kind)), is_known=True)


def _opens(key: str) -> Callable[[Desk], object]:
    return partial(_open, key)


def _open(key: str, desk: Desk) -> None:
    open_rule(desk, key)


def _ask(key: str, desk: Desk) -> None:
    ask_municipality(desk, (key,), back="municipality")
