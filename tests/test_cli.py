from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bpa_desktop import cli
from bpa_desktop.__main__ import COMMANDS
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.storage import connection, keys, migrations
from tests.counting import not_counting
from tests.storage.disks import make_read_only, small_disk

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

KEY = "TEST-KEYT-ESTK-EYTE-STKE-YTES-T2C4"
SENTENCE = "en lang sætning til prøver"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("BPA_DESKTOP_KEY", KEY)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(cli.main, [str(word) for word in words])

    return invoke


def small_file() -> dict[str, Any]:
    return {
        "format": "bpa-desktop",
        "version": 1,
        "records": {
            "scheme": [{"id": "s", "citizen_name": "Eksempel", "municipality": "Ishøj"}],
            "helper": [
                {
                    "id": "anna",
                    "first_name": "Anna",
                    "birth_date": "1990-05-01",
                    "employments": [{"first_day": "2025-01-01"}],
                }
            ],
            "grant": [
                {
                    "id": "g",
                    "valid_from": "2026-01-01",
                    "lines": [
                        {
                            "kind": "basis",
                            "minutes": 480,
                            "per": "day",
                            "from_time": "22:00",
                            "to_time": "06:00",
                        }
                    ],
                }
            ],
            "shift": [
                {
                    "id": "spring",
                    "planned_start": "2026-03-28T22:00",
                    "planned_end": "2026-03-29T06:00",
                    "helper": "anna",
                    "state": "worked",
                },
                {
                    "id": "autumn",
                    "planned_start": "2026-10-24T22:00",
                    "planned_end": "2026-10-25T06:00",
                    "helper": "anna",
                    "state": "worked",
                },
            ],
        },
    }


def shift(id_: str, start: str, end: str) -> dict[str, Any]:
    return {"id": id_, "planned_start": start, "planned_end": end, "helper": "anna"}


def brought_in(run: Any, folder: Path, content: dict[str, Any]) -> Path:
    path, data = folder / "prøve.bpa", folder / "data.json"
    data.write_text(json.dumps(content), encoding="utf-8")
    assert run("new", path).exit_code == 0
    assert run("import", path, data).exit_code == 0
    return path


@pytest.fixture
def file(tmp_path: Path, run: Any) -> Path:
    return brought_in(run, tmp_path, small_file())


def test_every_command_has_its_name_in_the_quick_start() -> None:
    assert set(cli.main.commands) == COMMANDS


def test_the_command_line_never_loads_qt() -> None:
    code = (
        "import sys; from bpa_desktop import cli;"
        "from bpa_desktop.services import checking, exchange, hours_report, package, unlocking;"
        "print(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("first", "end", "minutes"),
    [("2026-03-28", "2026-03-30", 7 * 60), ("2026-10-24", "2026-10-26", 9 * 60)],
)
def test_nights_of_the_clock_change_have_their_real_length(
    run: Any, file: Path, first: str, end: str, minutes: int
) -> None:
    told = json.loads(run("hours", file, "--from", first, "--to", end, "--json").stdout)
    assert told["total"]["all"]["worked"] == minutes
    assert told["total"]["all"]["planned"] == minutes
    assert told["helpers"][0]["name"] == "Anna"


def test_hours_are_told_as_a_table(run: Any, file: Path) -> None:
    done = run("hours", file, "--from", "2026-03-01", "--to", "2026-04-01")
    assert done.exit_code == 0
    assert "marts 2026" in done.stdout
    assert "Anna" in done.stdout
    assert "Basistimer" in done.stdout


def test_hours_in_english(run: Any, file: Path) -> None:
    done = run("--language", "en", "hours", file, "--from", "2026-03-01", "--to", "2026-04-01")
    assert "March 2026" in done.stdout


def test_an_export_comes_in_again_as_it_went_out(run: Any, file: Path, tmp_path: Path) -> None:
    first, second, other = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "other.bpa"
    assert run("export", file, first).exit_code == 0
    assert run("new", other).exit_code == 0
    assert run("import", other, first).exit_code == 0
    assert run("export", other, second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()


def test_check_tells_findings_with_rule_and_source(run: Any, file: Path) -> None:
    words = ("check", file, "--from", "2026-03-27", "--to", "2026-03-31")
    told = json.loads(run(*words, "--today", "2026-03-16", "--json").stdout)
    holes = [one for one in told["findings"] if one["code"] == "uncovered"]
    assert [one["from"] for one in holes] == [
        "2026-03-27T00:00",
        "2026-03-27T22:00",
        "2026-03-29T22:00",
        "2026-03-30T22:00",
    ]
    assert all(one["rule"] and one["text"] for one in holes)
    lines = run(*words, "--today", "2026-03-16").stdout
    assert lines.count("Advarsel: ") == len(holes)


def test_check_without_days_looks_at_the_roster_to_its_last_minute(
    run: Any, tmp_path: Path
) -> None:
    data = small_file()
    data["records"]["grant"] = []
    data["records"]["shift"] = [
        shift("day", "2026-05-01T10:00", "2026-05-01T18:00"),
        shift("long", "2026-05-01T20:00", "2026-05-03T20:00"),
        shift("open", "2026-05-05T22:00", "2026-05-06T06:00") | {"helper": None},
    ]
    path = brought_in(run, tmp_path, data)
    told = json.loads(run("check", path, "--json").stdout)["findings"]
    found = [(one["code"], one["minutes_short"]) for one in told]
    assert found == [("break_right", 0), ("daily_rest", 11 * 60), ("uncovered", 8 * 60)]
    days = ("--from", "2026-04-01", "--to", "2026-06-01")
    assert json.loads(run("check", path, "--json", *days).stdout)["findings"] == told


def test_check_of_a_file_without_shifts_finds_what_is_needed(run: Any, tmp_path: Path) -> None:
    data = small_file()
    data["records"]["shift"] = []
    data["records"]["grant"][0]["lines"][0] |= {"from_time": "08:00", "to_time": "16:00"}
    path = brought_in(run, tmp_path, data)
    told = json.loads(run("check", path, "--json", "--today", "2026-01-03").stdout)["findings"]
    assert [one["from"] for one in told] == [f"2026-01-0{day}T08:00" for day in (1, 2, 3)]


def test_a_file_of_a_newer_version_says_so(run: Any, file: Path) -> None:
    with closing(connection.connect(file, keys.parse(KEY))) as opened:
        opened.execute(f"PRAGMA user_version = {migrations.SCHEMA + 1}")
        connection.settle(opened)
    data = file.with_name("data.json")
    done = run("check", file)
    assert done.exit_code == 0
    assert "en nyere udgave" in done.stderr
    done = run("import", file, data)
    assert done.exit_code == 1
    assert "en nyere udgave" in done.stderr


def test_a_folder_in_place_of_a_file_is_refused_in_the_users_language(
    run: Any, tmp_path: Path
) -> None:
    done = run("check", tmp_path)
    assert done.exit_code == 1
    assert "mappe" in done.stderr


def test_nothing_new_is_written_where_nothing_can_be(run: Any, file: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        make_read_only(disk)
        for words in (("export", file, disk / "a.json"), ("new", disk / "a.bpa")):
            done = run(*words)
            assert done.exit_code == 1
            assert done.stderr.startswith("Der kan ikke skrives i den mappe. Vælg en anden.")


def test_a_number_without_end_is_a_fault_of_its_field(run: Any, file: Path) -> None:
    text = json.dumps(small_file()).replace('"minutes": 480', f'"minutes": {"9" * 5000}')
    data = file.with_name("data.json")
    data.write_text(text, encoding="utf-8")
    done = run("import", file, data)
    assert done.exit_code == 1
    assert "Bevilling g, lines[0].minutes" in done.stderr
    assert len(done.stderr) < 500


def test_import_names_every_problem_and_changes_nothing(
    run: Any, file: Path, tmp_path: Path
) -> None:
    bad = small_file()
    bad["records"]["shift"][0]["planned_end"] = "2026-03-29T02:30"
    bad["records"]["shift"][1]["helper"] = "nobody"
    bad["records"]["helper"][0]["shoe_size"] = 44
    data = tmp_path / "bad.json"
    data.write_text(json.dumps(bad), encoding="utf-8")
    before = file.read_bytes()
    done = run("import", file, data)
    assert done.exit_code == 1
    assert "spring" in done.stderr
    assert "autumn" in done.stderr
    assert "anna" in done.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("hours",),
        ("hours", "x.bpa", "--from", "2026-02-30", "--to", "2026-03-01"),
        ("hours", "x.bpa", "--from", "0001-01-01", "--to", "9999-12-31"),
        ("check", "x.bpa", "--from", "2026-03-30", "--to", "2026-03-01"),
        ("package", "x.bpa", "--municipality", "ishoej", "--visit", "0001-01-01", "--out", "p"),
        ("demo", "--no-window", "--dir", "p", "--today", "9999-12-31"),
        ("nosuch", "x"),
    ],
)
def test_wrong_usage_ends_with_2(run: Any, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_to_before_from_is_wrong_usage(run: Any, file: Path) -> None:
    assert run("hours", file, "--from", "2026-03-02", "--to", "2026-03-01").exit_code == 2


def test_a_passphrase_opens_the_file_it_made(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BPA_DESKTOP_KEY", SENTENCE)
    assert run("new", tmp_path / "p.bpa").exit_code == 0
    assert run("check", tmp_path / "p.bpa").exit_code == 0
    monkeypatch.setenv("BPA_DESKTOP_KEY", KEY)
    assert run("check", tmp_path / "p.bpa").exit_code == 1


def test_a_wrong_key_is_refused_with_a_sentence(
    run: Any, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BPA_DESKTOP_KEY", "en anden sætning")
    done = run("check", file)
    assert done.exit_code == 1
    assert "Nøglen passer ikke" in done.stderr


def test_a_slip_in_a_recovery_key_is_told_apart(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keys.make_recovery_key()
    key_file, path = tmp_path / "key.txt", tmp_path / "k.bpa"
    key_file.write_text(key + "\n", encoding="utf-8")
    assert run("new", path, "--key-file", key_file).exit_code == 0
    assert run("check", path, "--key-file", key_file).exit_code == 0
    slip = ("3" if key[0] != "3" else "4") + key[1:]
    monkeypatch.setenv("BPA_DESKTOP_KEY", slip)
    done = run("check", path)
    assert done.exit_code == 1
    assert "skrevet forkert" in done.stderr


def test_schema_is_json(run: Any) -> None:
    told = json.loads(run("schema").stdout)
    assert told["properties"]["format"] == {"const": "bpa-desktop"}


def test_package_writes_one_pdf_and_the_single_papers(run: Any, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    words = ("package", file, "--municipality", "ishoej", "--visit", "2026-05-20", "--out", out)
    told = json.loads(run(*words, "--today", "2026-04-01", "--json").stdout)
    assert told["package"].endswith("2026-05-20_Revisitation.pdf")
    singles = [name for name in told["files"] if not name.endswith(".zip")]
    assert all((out / name).read_bytes().startswith(b"%PDF") for name in singles)
    assert len(singles) == len(told["files"]) - 1


@pytest.mark.parametrize("kind", PackageKind)
def test_a_municipality_nobody_read_gets_a_package_of_every_kind(
    run: Any, file: Path, tmp_path: Path, kind: PackageKind
) -> None:
    words = ("package", file, "--municipality", "Atlantis", "--visit", "2026-05-20")
    done = run(*words, "--out", tmp_path / "ud", "--kind", kind)
    assert done.exit_code == 0
    assert len(list((tmp_path / "ud").glob("2026-05-20_*.pdf"))) == 1


@pytest.mark.slow
def test_demo_makes_the_file_and_the_package_and_says_there_is_no_display(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BPA_DESKTOP_KEY")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done = run("demo", "--dir", tmp_path / "e", "--today", "2026-03-16")
    assert done.exit_code == 0, done.output
    assert "ingen skærm" in done.stdout
    assert len(list((tmp_path / "e").glob("*_Revisitation_*.pdf"))) == 1
    assert (tmp_path / "e" / "eksempel.bpa").exists()
    with not_counting():
        again = run("demo", "--dir", tmp_path / "e", "--no-window")
    assert again.exit_code == 0
