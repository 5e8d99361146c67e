"""The copy of minutes that may be shown: built from what may be shown, and what it must not hold.

There is no covering: a point that is left out is never read into the values of the paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.minutes import KEY, MeetingFacts, ShownMinutes, ShownPoint
from bpa_desktop.domain.meeting import CheckAnswer
from bpa_desktop.domain.sensitive_finds import FindKind
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.finder import finds, lexicon
from bpa_desktop.services.leak_check import NO_SECRETS, Look, Secret, Secrets
from bpa_desktop.services.meeting_words import meeting_title, minutes_name, point_place
from bpa_desktop.services.minutes_checks import answer_to, point_texts
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.meeting import Meeting, MeetingPoint
    from bpa_desktop.domain.sensitive_finds import Find
    from bpa_desktop.services.minutes_checks import PointReview, Review
    from bpa_desktop.services.paper_scope import Scope

FEW_WORDS: Final = 4
"""A passage of fewer words is too common to be told from others."""
_SHORTEST_NAME: Final = 2
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_CLAUSES: Final = re.compile(r"(?<=[.!?;:,])\s+|\n+|\s+[–-]\s+")
_NUMBERS: Final = frozenset({FindKind.CPR, FindKind.PHONE})
_WAYS: Final = frozenset({FindKind.EMAIL, FindKind.ADDRESS})


def shown_values(scope: Scope, looked_at: Review, key: str = KEY) -> ShownMinutes:
    """What the copy tells; names stand as ``scope`` names them everywhere."""
    return ShownMinutes(
        key=key,
        case_number=scope.case_number,
        meeting=meeting_facts(scope, looked_at.meeting),
        points=tuple(
            _shown(scope, one) if one.is_shown else one.point.number for one in looked_at.points
        ),
    )


def meeting_facts(scope: Scope, meeting: Meeting, *, others: str = "") -> MeetingFacts:
    """When, where and with whom; others than helpers stand there only when they are given."""
    return MeetingFacts(
        title=shown_text(scope, None, meeting_title(meeting)),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=shown_text(scope, None, meeting.place),
        helpers=tuple(scope.naming.of(one.helper) for one in meeting.participants),
        others=others,
    )


def _shown(scope: Scope, one: PointReview) -> ShownPoint:
    return ShownPoint(
        number=one.point.number,
        heading=shown_text(scope, one.point, one.point.heading),
        words=shown_text(scope, one.point, one.point.words),
        agreed=tuple(_agreed(scope, one.point, task) for task in one.tasks),
    )


def _agreed(scope: Scope, point: MeetingPoint, task: AgreedTask) -> str:
    parts = [shown_text(scope, point, task.what).rstrip(".")]
    parts.append(scope.naming.of(task.helper) or _("the work leader"))
    if task.due_on is not None:
        parts.append(_("by {date}").format(date=date_words(task.due_on)))
    return ", ".join(parts)


def shown_text(scope: Scope, point: MeetingPoint | None, text: str) -> str:
    """``text`` with every find written as was decided; what is not decided is left out."""
    last, parts = 0, []
    for find in finds(scope.session, text):
        parts += [text[last : find.start], _written(scope, point, find)]
        last = find.end
    return "".join([*parts, text[last:]]).strip()


def _written(scope: Scope, point: MeetingPoint | None, find: Find) -> str:
    answer = answer_to(point, find) if point is not None else None
    if answer is not None and answer.answer is CheckAnswer.KEEP:
        return find.text
    if answer is not None and answer.instead:
        return shown_text(scope, None, answer.instead)
    if find.kind is FindKind.NAME:
        is_called = answer is not None or not find.why
        return _called(scope, find) if is_called else find.text
    if point is None and find.kind not in _NUMBERS | {FindKind.EMAIL}:
        # A title, a place or words that the leader chose are no text about anybody.
        return find.text
    return usual_words(scope, find)


def usual_words(scope: Scope, find: Find) -> str:
    """What papers write in place of a find when no own words are chosen."""
    return _called(scope, find) if find.kind is FindKind.NAME else _("(left out)")


def _called(scope: Scope, find: Find) -> str:
    """What papers call the helper, with the ending that the name has in the text."""
    if scope.naming.names is Names.FULL:
        return find.text
    called = scope.naming.of(find.helper)
    return f"{called}'s" if _has_ending(scope, find) else called


def _has_ending(scope: Scope, find: Find) -> bool:
    person = next(one for one in helpers(scope.session) if one.id == find.helper)
    known = {one.casefold() for one in (person.name, person.first_name, person.last_name)}
    return " ".join(find.text.split()).casefold() not in known


class SharedSecrets(NamedTuple):
    """What must not stand anywhere in a package, and what must not stand in its minutes."""

    anywhere: Secrets
    in_minutes: Secrets


NOTHING_SHARED: Final = SharedSecrets(NO_SECRETS, NO_SECRETS)
"""For a package without minutes."""


def shared_secrets(scope: Scope, looked_at: Iterable[Review]) -> SharedSecrets:
    """What was left out or replaced in some minutes, to be searched for in finished files."""
    found = list(looked_at)
    kept = {_key(text) for one in found for text in _kept(one)}
    texts = [one for each in found for one in _left_out(scope, each)]
    texts += [one for each in found for one in _replaced(each)]
    wanted = tuple(dict.fromkeys(one for one in texts if _key(one.text) not in kept))
    numbers = frozenset(text for one in found for text in _kept(one))
    names = tuple(one for each in found for one in _names(scope, each, kept))
    where = minutes_name(found[0].meeting) if found else ""
    return SharedSecrets(
        Secrets(wanted),
        Secrets((*wanted, *dict.fromkeys(names)), anywhere=where, allowed=numbers),
    )


def _kept(looked_at: Review) -> Iterator[str]:
    """What the leader decided to keep in a point that is shown."""
    for one in looked_at.points:
        if one.is_shown:
            kept = (each for each in one.point.checks if each.answer is CheckAnswer.KEEP)
            yield from (each.found for each in kept)


def _left_out(scope: Scope, looked_at: Review) -> Iterator[Secret]:
    for one in looked_at.left_out:
        where = point_place(one.point, looked_at.meeting)
        for text in point_texts(one.point, one.tasks):
            found = finds(scope.session, text)
            for passage in passages(text, found):
                yield Secret(passage, where)
            for find in found:
                if find.kind in _NUMBERS | _WAYS:
                    yield Secret(find.text, where, _look(find))


def _replaced(looked_at: Review) -> Iterator[Secret]:
    for one in looked_at.points:
        if not one.is_shown:
            continue
        where = point_place(one.point, looked_at.meeting)
        for check in one.checks:
            is_kept = check.answer is not None and check.answer.answer is CheckAnswer.KEEP
            if not is_kept and check.find.kind is not FindKind.NAME:
                yield Secret(check.find.text, where, _look(check.find))


def _look(find: Find) -> Look:
    if find.kind in _NUMBERS:
        return Look.NUMBER
    return Look.PASSAGE if find.kind in _WAYS else Look.NAME


def _names(scope: Scope, looked_at: Review, kept: set[str]) -> Iterator[Secret]:
    """The names that are written otherwise; a first name that is a word is not looked for."""
    if scope.naming.names is Names.FULL:
        return
    common = lexicon().names_too
    for helper in helpers(scope.session):
        for name in (helper.name, helper.first_name):
            is_word = name.casefold() in common
            is_called = _key(name) == _key(scope.naming.of(helper.id))
            if len(name) >= _SHORTEST_NAME and not (is_word or is_called or _key(name) in kept):
                yield Secret(name, minutes_name(looked_at.meeting), Look.NAME)


def passages(text: str, found: Iterable[Find] = ()) -> tuple[str, ...]:
    """The sentences and clauses of a text that tell it from other texts.

    Those of a few words count only where something was found in them. Around each find what is
    left counts as well: told again in another point, the find itself may stand there otherwise.
    """
    finds_in = list(found)
    known = [one.text for one in finds_in if one.kind is not FindKind.NAME]
    around = _around(text, finds_in)
    parts = [*_SENTENCES.split(text), *_CLAUSES.split(text), *around]
    return tuple(dict.fromkeys(part.strip() for part in parts if _tells(part, known)))


def _around(text: str, found: Iterable[Find]) -> Iterator[str]:
    last = 0
    for find in found:
        yield from _SENTENCES.split(text[last : find.start])
        last = find.end
    if last:
        yield from _SENTENCES.split(text[last:])


def _tells(part: str, known: Iterable[str]) -> bool:
    words = len(part.split())
    return words >= FEW_WORDS or (words > 1 and any(one in part for one in known))


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
