"""Short ways to write the data files that tests of the import need."""

from __future__ import annotations

import json
from typing import Any


def data(**groups: Any) -> bytes:
    document = {"format": "bpa-desktop", "version": 1, "records": groups}
    return json.dumps(document, ensure_ascii=False).encode()


def shift(number: int, helper: str | None = "h1", **more: Any) -> dict[str, Any]:
    day = f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    times = {"planned_start": f"{day}T07:00", "planned_end": f"{day}T15:00"}
    return {"id": f"s{number:05}", **times, "helper": helper, **more}


ANNA = {"id": "h1", "first_name": "Anna"}
BO = {"id": "h2", "first_name": "Bo"}
