"""Who knows a work procedure or an aid, who must be instructed in it, and who must be again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.scheme import Answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.instruction import Instruction
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.procedure import Procedure, ProcedureVersion


class Topic(NamedTuple):
    """Something helpers are instructed in: a work procedure by its versions, or an aid.

    ``target`` is what an instruction of today names: a version or an aid. ``counting`` are the
    ids that count as being instructed in it, ``earlier`` those that counted once.
    """

    key: RecordKey
    name: str
    target: RecordKey
    counting: frozenset[str]
    earlier: frozenset[str] = frozenset()


class Standing(NamedTuple):
    """How far one helper is with one topic.

    ``newest`` is the newest instruction that counts, else the newest that counted once.
    """

    topic: Topic
    helper: Helper
    newest: Instruction | None
    knows: bool

    @property
    def again(self) -> bool:
        """Whether the helper was instructed in an earlier version and must be again."""
        return self.newest is not None and not self.knows


def ordered(versions: Iterable[ProcedureVersion]) -> list[ProcedureVersion]:
    """``versions`` from the first to the last; of two of the same day the one made last is last."""
    return sorted(versions, key=lambda one: (one.valid_from, one.id))


def version_on(versions: Iterable[ProcedureVersion], day: dt.date) -> ProcedureVersion | None:
    """The version that holds on ``day``; None before the first."""
    begun = [one for one in ordered(versions) if one.valid_from <= day]
    return begun[-1] if begun else None


def procedure_topic(
    procedure: Procedure, versions: Sequence[ProcedureVersion], day: dt.date
) -> Topic | None:
    """The procedure as helpers must know it on ``day``; None when nobody must.

    What counts is the newest version that asks all to be instructed again, and all after it. An
    answer that is not given counts as yes. Nobody must know a procedure that has no version yet
    or is not used any more.
    """
    holds = version_on(versions, day)
    if holds is None or (procedure.ended_on is not None and procedure.ended_on <= day):
        return None
    line = ordered(versions)
    place = line.index(holds)
    asking = [at for at in range(1, place + 1) if line[at].asks_again is not Answer.NO]
    least = max(asking, default=0)
    return Topic(
        key=("procedure", procedure.id),
        name=procedure.title,
        target=("procedure_version", holds.id),
        counting=frozenset(one.id for one in line[least:]),
        earlier=frozenset(one.id for one in line[:least]),
    )


def aid_topic(aid: Aid, day: dt.date) -> Topic | None:
    """The aid as helpers must know it on ``day``; None when it is not in use then."""
    if not aid.is_used(day):
        return None
    key = ("aid", aid.id)
    return Topic(key=key, name=aid.name, target=key, counting=frozenset({aid.id}))


def topics(
    aids: Iterable[Aid],
    procedures: Iterable[Procedure],
    versions: Mapping[str, Sequence[ProcedureVersion]],
    day: dt.date,
) -> list[Topic]:
    """Everything helpers must know on ``day``; ``versions`` are those of each procedure by id."""
    found = [procedure_topic(one, versions.get(one.id, ()), day) for one in procedures]
    found += [aid_topic(one, day) for one in aids]
    return [topic for topic in found if topic is not None]


def must_know(helper: Helper, day: dt.date) -> bool:
    """Whether the helper works here on ``day``, so that what is used must be known."""
    return helper.erased_on is None and helper.is_employed(day)


def standing(
    topic: Topic, helper: Helper, instructions: Iterable[Instruction], day: dt.date
) -> Standing:
    """How far ``helper`` is with ``topic`` on ``day``.

    An earlier employment counts: who comes back keeps what was learnt.
    """
    own = [one for one in instructions if one.helper == helper.id and one.given_on <= day]
    known = [one for one in own if _is_in(one, topic.counting)]
    once = [one for one in own if _is_in(one, topic.earlier)]
    found = max(known or once, key=lambda one: (one.given_on, one.id), default=None)
    return Standing(topic=topic, helper=helper, newest=found, knows=bool(known))


def standings(
    topic: Topic, helpers: Iterable[Helper], instructions: Sequence[Instruction], day: dt.date
) -> list[Standing]:
    """How far each helper is who must know ``topic`` on ``day``, in the order of ``helpers``."""
    return [
        standing(topic, helper, instructions, day) for helper in helpers if must_know(helper, day)
    ]


def lacking(
    found: Iterable[Topic],
    helpers: Sequence[Helper],
    instructions: Sequence[Instruction],
    day: dt.date,
) -> list[Standing]:
    """Everybody who must be instructed in something on ``day``, once for each thing."""
    about: dict[str | None, list[Instruction]] = defaultdict(list)
    for one in instructions:
        about[one.version].append(one)
        about[one.aid].append(one)
    return [
        one
        for topic in found
        for one in standings(topic, helpers, _about(about, topic), day)
        if not one.knows
    ]


def _about(about: Mapping[str | None, list[Instruction]], topic: Topic) -> list[Instruction]:
    """The instructions in ``topic`` alone: over the years there are many of others."""
    return [one for key in topic.counting | topic.earlier for one in about.get(key, ())]


def _is_in(one: Instruction, ids: frozenset[str]) -> bool:
    """Whether it was about any of ``ids``; it may name a version and the aid used with it."""
    return one.version in ids or one.aid in ids
