"""A small reader of calendar files of its own, after RFC 5545 and with another library's zones."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from dateutil.tz import tzical

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED = re.compile(r"\\([\\;,nN])")


class ReadEvent(NamedTuple):
    """An event as a calendar program understands it; the moments know their offset."""

    start: dt.datetime
    end: dt.datetime
    values: dict[str, str]

    @property
    def minutes(self) -> int:
        """The real length."""
        return int((self.end - self.start).total_seconds()) // 60

    @property
    def uid(self) -> str:
        return self.values["UID"]

    @property
    def title(self) -> str:
        return self.values["SUMMARY"]

    @property
    def is_off(self) -> bool:
        return self.values["STATUS"] == "CANCELLED"


def lines(content: bytes) -> list[str]:
    """The content lines; folded ones are joined as octets, before they are decoded."""
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return content.replace(b"\r\n ", b"").decode("utf-8").rstrip("\r\n").split("\r\n")


def read(content: bytes) -> list[ReadEvent]:
    """Every event, in the order in which they stand."""
    found = lines(content)
    zones = tzical(io.StringIO("\n".join(found)))
    return [_event(block, zones) for block in _blocks(found)]


def head(content: bytes) -> dict[str, str]:
    """The properties of the calendar itself."""
    found = lines(content)
    return dict(line.split(":", 1) for line in found[1 : found.index("BEGIN:VTIMEZONE")])


def _blocks(found: list[str]) -> Iterator[list[str]]:
    while "BEGIN:VEVENT" in found:
        first, last = found.index("BEGIN:VEVENT"), found.index("END:VEVENT")
        yield found[first + 1 : last]
        found = found[last + 1 :]


def _event(block: list[str], zones: tzical) -> ReadEvent:
    values, moments = {}, {}
    for line in block:
        name, value = line.split(":", 1)
        name, *parameters = name.split(";")
        values[name] = _ESCAPED.sub(lambda found: found[1].replace("n", "\n"), value)
        for parameter in parameters:
            key, zone = parameter.split("=")
            assert key == "TZID"
            local = dt.datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone follows
            moments[name] = local.replace(tzinfo=zones.get(zone)).astimezone(dt.UTC)
    return ReadEvent(moments["DTSTART"], moments["DTEND"], values)
