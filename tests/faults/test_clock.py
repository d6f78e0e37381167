"""Clocks that jump and change to winter time: the order of results, and how long things took."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.sessionkit import ENOUGH, KINDS, QUIT, Kind, Program, command, ctoquiz, names_in, results_in, run

from ctoquiz.domain.jsonvalue import JsonObject

Record = Callable[..., None]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)

LIBRARY = next(
    iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), Path("/usr/lib/faketime/libfaketime.so.1")
)

faked = pytest.mark.skipif(not LIBRARY.exists(), reason="there is no libfaketime here")


def seconds(moment: str) -> float:
    return datetime.fromisoformat(f"{moment}+00:00").timestamp()


def at(moment: str, zone: str = "UTC") -> list[str]:
    """What runs a command at another time in UTC; or at that which stands in a file and may be changed meanwhile."""
    return [
        "env", f"LD_PRELOAD={LIBRARY}", "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_NO_CACHE=1", f"TZ={zone}",
        "FAKETIME_FMT=%s",
        f"FAKETIME_TIMESTAMP_FILE={moment}" if moment.startswith("/") else f"FAKETIME=@{seconds(moment):.0f}",
    ]  # fmt: skip


SLOW = 120
"""No session of these tests takes longer, in seconds."""


def moment_of(result: JsonObject, name: str) -> float:
    return datetime.fromisoformat(str(result[name])).timestamp()


def clock(folder: Path, moment: str) -> Path:
    path = folder / "clock"
    path.write_text(f"@{seconds(moment):.0f}\n", encoding="utf-8")
    return path


@each_kind
@faked
@pytest.mark.parametrize("after", ["2026-11-23 09:00:00", "2026-12-24 12:00:00", "1999-12-31 23:59:58"])
def test_fault_10_a_clock_that_jumps_while_a_session_is_played(
    kind: Kind, after: str, tmp_path: Path, record: Record
) -> None:
    data, now = tmp_path / "data", clock(tmp_path, "2026-11-23 10:00:00")
    with Program([*at(str(now)), *command(kind, data, *kind.begins)]) as program:
        program.answers(*kind.answers[:2])
        program.is_asked()
        clock(tmp_path, after)
        program.says(kind.answers[2])
        program.answers(kind.answers[3])
        program.says(QUIT)
        ended = program.ends()
    assert ended.code in (0, 4), ended
    (result,) = results_in(data)
    started, finished = moment_of(result, "started_at"), moment_of(result, "finished_at")
    assert 0 <= started - seconds("2026-11-23 10:00:00") < SLOW
    # Faked time goes on as real time does, and never ends before it began.
    assert finished >= started
    assert abs(finished - max(started, seconds(after))) < SLOW
    assert 0 < float(str(result["seconds"])) < SLOW
    answers = result["answers"]
    assert isinstance(answers, list)
    assert all(0 <= float(str(answer["seconds"])) < SLOW for answer in answers if isinstance(answer, dict))
    record("a clock that jumps an hour back, a month on, a century back in a session (libfaketime)")


@each_kind
@faked
def test_fault_10_results_around_the_end_of_summer_time_are_in_order(
    kind: Kind, tmp_path: Path, record: Record
) -> None:
    data = tmp_path / "data"
    # In Paris, 25 October 2026 has the hour from two to three twice: these are 2:50, 2:10 and 2:50.
    moments = ["2026-10-25 00:50:00", "2026-10-25 01:10:00", "2026-10-25 01:50:00"]
    for moment in moments:
        run([*at(moment, "Europe/Paris"), *command(kind, data, *kind.begins)], [kind.answers[0], QUIT])
    started = [moment_of(result, "started_at") for result in results_in(data)]
    assert [0 <= found - seconds(moment) < SLOW for found, moment in zip(started, moments, strict=True)] == [True] * 3
    rows = json.loads(run(ctoquiz("results", "list", "--json", "--data-dir", str(data))).out)
    assert [row["id"] for row in rows] == sorted(str(result["id"]) for result in results_in(data))
    record("sessions around the end of summer time (libfaketime)", cases=len(moments))


@each_kind
@faked
def test_fault_10_a_session_is_resumed_after_the_clock_went_back(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    run([*at("2026-11-23 10:00:00"), *command(kind, data, *kind.begins)], [*kind.answers[:2], QUIT])
    resumed = run([*at("2026-11-22 08:00:00"), *command(kind, data, "--resume")], [kind.rest] * ENOUGH)
    assert resumed.code == 0, resumed
    (result,) = results_in(data)
    assert result["started_at"] == result["finished_at"]
    assert 0 <= moment_of(result, "started_at") - seconds("2026-11-23 10:00:00") < SLOW
    assert names_in(data) == ["json"]
    record("a session resumed the day before it began (libfaketime)")


@each_kind
def test_fault_10_the_zone_of_the_machine_changes_nothing(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    zones = ("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Paris")
    for zone in zones:
        ended = run(command(kind, data, *kind.begins), [QUIT], {**os.environ, "TZ": zone})
        assert ended.code == 4
    started = [str(result["started_at"]) for result in results_in(data)]
    assert started == sorted(started)
    ids = sorted(path.stem for path in (data / "results").iterdir())
    assert [datetime.strptime(f"{each[:15]}+0000", "%Y%m%d-%H%M%S%z").isoformat() for each in ids] == [
        datetime.fromisoformat(each).isoformat() for each in started
    ]
    record("one session after the other in zones 26 hours apart", cases=len(zones))
