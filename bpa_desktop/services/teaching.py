"""What helpers are taught and how far each is, read from the file; instruction is written here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.domain import instruction_needs as needs
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.instruction_needs import Standing, Topic
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session


@dataclass(frozen=True)
class Teaching:
    """Everything about what is taught, as of ``day``.

    ``versions`` are those of each procedure by its id, from the first to the last.
    """

    day: dt.date
    aids: tuple[Aid, ...]
    procedures: tuple[Procedure, ...]
    versions: Mapping[str, Sequence[ProcedureVersion]]
    helpers: tuple[Helper, ...]
    instructions: tuple[Instruction, ...]

    @property
    def topics(self) -> list[Topic]:
        """Everything helpers must know on the day: work procedures first."""
        return needs.topics(self.aids, self.procedures, self.versions, self.day)

    @property
    def lacking(self) -> list[Standing]:
        """Everybody who must be instructed in something."""
        return needs.lacking(self.topics, self.helpers, self.instructions, self.day)

    def topic_of(self, record: Aid | Procedure) -> Topic | None:
        """The aid or procedure as helpers must know it; None when nobody must."""
        if isinstance(record, Aid):
            return needs.aid_topic(record, self.day)
        return needs.procedure_topic(record, self.versions.get(record.id, ()), self.day)

    def standings(self, topic: Topic) -> list[Standing]:
        """How far each helper is who must know ``topic``."""
        return needs.standings(topic, self.helpers, self.instructions, self.day)

    def of_helper(self, helper: Helper) -> list[Standing]:
        """How far ``helper`` is with everything there is to learn, employed yet or not."""
        return [needs.standing(topic, helper, self.instructions, self.day) for topic in self.topics]

    @property
    def all_versions(self) -> Mapping[str, ProcedureVersion]:
        """Every version of every procedure by id."""
        return {one.id: one for known in self.versions.values() for one in known}

    def version_on(self, procedure_id: str) -> ProcedureVersion | None:
        """The version of a procedure that holds on the day."""
        return needs.version_on(self.versions.get(procedure_id, ()), self.day)


def teaching(session: Session) -> Teaching:
    """What is taught, as of today."""
    records = session.records
    versions: dict[str, list[ProcedureVersion]] = defaultdict(list)
    for one in needs.ordered(records.all(ProcedureVersion)):
        versions[one.procedure].append(one)
    return Teaching(
        day=session.today,
        aids=tuple(sorted(records.all(Aid), key=lambda one: (one.name.casefold(), one.id))),
        procedures=tuple(
            sorted(records.all(Procedure), key=lambda one: (one.title.casefold(), one.id))
        ),
        versions=versions,
        helpers=helpers(session),
        instructions=records.all(Instruction),
    )


def usual_teacher(session: Session) -> str:
    """Who instructs where nothing else is said: the citizen."""
    scheme = session.scheme()
    return scheme.citizen_name.strip() if scheme else ""


def instruct(session: Session, found: Sequence[Standing], given_by: str) -> str:
    """Note that those of ``found`` who lack it were instructed today, and say so.

    Who knows it already is left out: nobody is noted twice.
    """
    wanted = [one for one in found if not one.knows]
    if not wanted:
        return _("Nobody lacks this instruction.")
    who = _who(wanted)
    what = wanted[0].topic.name if _is_one_topic(wanted) else _things(wanted)
    with session.operation(N_("instruct {who}: {what}"), who=who, what=what) as operation:
        operation.save_all(_noted(one, session.today, given_by) for one in wanted)
    return _("Instructed today: {who}. {what}.").format(who=who, what=what)


def _who(wanted: Sequence[Standing]) -> str:
    names = list(dict.fromkeys(one.helper.first_name for one in wanted))
    if len({one.helper.id for one in wanted}) == 1:
        return names[0]
    return ngettext("{n} helper", "{n} helpers", len({one.helper.id for one in wanted}))


def _things(wanted: Sequence[Standing]) -> str:
    return ngettext("{n} thing", "{n} things", len({one.topic.key for one in wanted}))


def _is_one_topic(wanted: Sequence[Standing]) -> bool:
    return len({one.topic.key for one in wanted}) == 1


def _noted(one: Standing, day: dt.date, given_by: str) -> Instruction:
    kind, record_id = one.topic.target
    return Instruction(
        helper=one.helper.id,
        version=record_id if kind == ProcedureVersion.type_name else None,
        aid=record_id if kind == Aid.type_name else None,
        given_on=day,
        given_by=given_by.strip(),
    )
