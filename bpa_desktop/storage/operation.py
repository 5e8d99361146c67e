"""What one user action changes, while its transaction lasts."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

from bpa_desktop.domain.record import Problem, Record, all_problems, references, targets, with_id
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.codec import Unreadable, from_plain, json_text, to_plain
from bpa_desktop.storage.journal import Change
from bpa_desktop.storage.soundness import sound_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.storage.codec import Plain
    from bpa_desktop.storage.contents import Content
    from bpa_desktop.storage.records import Records

R = TypeVar("R", bound=Record)

_CHANCE_BYTES: Final = 4
NO_SUCH_RECORD: Final = N_("This refers to something that is not there: {target} {value}.")


class Refused(BpaError):
    """A record has problems and was not saved."""

    sentence = N_("Something is missing or wrong. Nothing was saved.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


class StillReferredTo(BpaError):
    """Other records point at the one that should go."""

    sentence = N_("This cannot be deleted, because other records still use it.")


class Gone(BpaError):
    """A record is not there any more."""

    sentence = N_("This is not there any more. Somebody has deleted it.")


class Operation:
    """What one user action changes; lives as long as its transaction.

    What is saved reaches the file at the end, or when somebody reads in between.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._before: dict[tuple[str, str], str | None] = {}
        self._after: dict[tuple[str, str], str | None] = {}
        self._waiting: dict[tuple[str, str], tuple[Record, Plain]] = {}
        self._saved: dict[tuple[str, str], Record] = {}
        self._put: set[tuple[str, str]] = set()
        self._last_moment = 0
        self._chance = os.urandom(_CHANCE_BYTES).hex()

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is different from before, once for each record."""
        return tuple(
            Change(*key, before, self._after[key])
            for key, before in self._before.items()
            if before != self._after[key]
        )

    @property
    def changed(self) -> frozenset[str]:
        """The names of the record types that changed."""
        after = self._after
        return frozenset(key[0] for key, before in self._before.items() if before != after[key])

    def save(self, record: R) -> R:
        """Save ``record`` and give it back with its id; raises ``Refused`` with its problems."""
        return self.save_all((record,))[0]

    def save_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Save many records; raises ``Refused`` with the problems of the first that has any."""
        checked = tuple(_checked(record) for record in records)
        self._learn(record for record, _plain in checked if record.id)
        return tuple(self._save(record, plain) for record, plain in checked)

    def keep(self, content: Content) -> str:
        """Keep a picture or PDF in the same transaction; give the id by which a record names it."""
        return self._records.contents.put(content)

    def delete(self, kind: type[Record], record_id: str) -> None:
        """Delete a record; raises ``StillReferredTo`` while others point at it."""
        key = (kind.type_name, record_id)
        self.flush()
        self._learn((self._records.get(kind, record_id),))
        if _is_referred_to(self._records, *key):
            raise StillReferredTo
        self._records.drop(kind.type_name, [record_id])
        self._saved.pop(key, None)
        self._after[key] = None

    def flush(self) -> None:
        """Write what is waiting, so that it can be read."""
        waiting, self._waiting = self._waiting, {}
        groups: dict[tuple[str, bool], list[tuple[Record, Plain]]] = defaultdict(list)
        for key, written in waiting.items():
            is_new = self._before[key] is None and key not in self._put
            groups[key[0], is_new].append(written)
        self._put.update(waiting)
        for (type_name, is_new), records in groups.items():
            self._records.put(type_name, records, new=is_new)

    def finish(self) -> None:
        """Write the rest and see that everything saved refers to something that is there."""
        self.flush()
        problems = tuple(_missing(self._records, self._saved.values()))
        if problems:
            raise Refused(problems)

    def _learn(self, records: Iterable[Record]) -> None:
        """Find out how records were before this operation, where that is not known yet."""
        unknown: dict[type[Record], list[str]] = defaultdict(list)
        for record in records:
            if (record.type_name, record.id) not in self._before:
                unknown[type(record)].append(record.id)
        for kind, ids in unknown.items():
            found = {one.id: json_text(to_plain(one)) for one in self._records.stored(kind, ids)}
            for record_id in ids:
                key = (kind.type_name, record_id)
                self._before[key] = self._after[key] = found.get(record_id)

    def _save(self, record: R, plain: Plain) -> R:
        is_new = not record.id
        if is_new:
            record = with_id(record, self._new_id())
        key = (record.type_name, record.id)
        if is_new:
            self._before[key] = None
        text = json_text(plain)
        if self._after.get(key) != text:
            self._after[key] = text
            self._waiting[key] = record, plain
            self._saved[key] = record
        return record

    def _new_id(self) -> str:
        """An id that no other computer makes, and that sorts after those made before."""
        self._last_moment = max(time.time_ns() // 1000, self._last_moment + 1)
        return f"{self._last_moment:014x}{self._chance}"


def _checked(record: R) -> tuple[R, Plain]:
    """``record`` and its values as the file gives them back; raises ``Refused`` if it cannot."""
    plain = sound_plain(record)
    try:
        if plain is None:
            record = from_plain(type(record), to_plain(record), id=record.id)
            plain = to_plain(record)
    except Unreadable as unreadable:
        raise Refused(unreadable.problems) from unreadable
    problems = tuple(all_problems(record))
    if problems:
        raise Refused(problems)
    return record, plain


def _is_referred_to(records: Records, type_name: str, record_id: str) -> bool:
    return any(
        reference.type_name == type_name and reference.id == record_id
        for kind in records.types.values()
        for record in records.referring(kind, type_name, record_id)
        for reference in references(record)
    )


def _missing(records: Records, saved: Collection[Record]) -> Iterator[Problem]:
    """Yield a problem for each reference to a record that is not there."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for record in saved:
        for type_name, record_id in targets(record):
            wanted[type_name].add(record_id)
    for type_name, ids in wanted.items():
        ids.difference_update(one.id for one in records.with_ids(records.types[type_name], ids))
    if any(wanted.values()):
        yield from _pointing_nowhere(saved, wanted)


def _pointing_nowhere(
    saved: Iterable[Record], missing: Mapping[str, Container[str]]
) -> Iterator[Problem]:
    for record in saved:
        for reference in references(record):
            if reference.id in missing[reference.type_name]:
                values = {"target": reference.type_name, "value": reference.id}
                yield Problem(field=reference.path, reason=NO_SUCH_RECORD, values=values)
