"""`ctoquiz results list`, `show` and `erase`."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ctoquiz.cli.options import ResultsEraseOptions, ResultsListOptions, ResultsShowOptions
from ctoquiz.cli.results import run_erase, run_list, run_show
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.quiz import Manner
from ctoquiz.domain.scoring import grade
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput, InputNotFound, WrongUsage
from ctoquiz.formats.results import header_json, result_json
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Answered
from ctoquiz.session.loop import Entry, Progress
from ctoquiz.session.scored import score
from ctoquiz.storage.packs import load_pack

ENGLISH, FRENCH = Words("en"), Words("fr")
IDS = ("20261123T090000Z-aaaa", "20261124T090000Z-bbbb", "20261125T090000Z-cccc")
DAYS = [datetime(2026, 11, day, 9, 1, tzinfo=UTC).astimezone().date().isoformat() for day in (23, 24, 25)]
"""When they ended, on the calendar of this machine."""

FIELDS = ["id", "type", "status", "participant", "finished_at", "code", "percent", "readiness"]


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return catalogue(load_pack())


def saved(whole: Catalogue, id_: str, right: int, participant: str | None, *, stopped: bool = False) -> JsonObject:
    """The result of a quiz of three, the first `right` answers right, the others not known."""
    quiz = from_seed(whole, Selection(kinds=("single",)), 3, "7").quiz
    progress = Progress(quiz, Manner(lang="en", pass_mark=50.0))
    for place, question in enumerate(quiz.questions[: 2 if stopped else 3]):
        notation = question.answer if place < right else "?"
        progress.entries.append(Entry(question, Answered(notation), 2.0, grade(question, notation)))
    day = f"{id_[:4]}-{id_[4:6]}-{id_[6:8]}"
    header = header_json(quiz, progress.manner, session=id_, started_at=f"{day}T09:00:00Z", participant=participant)
    status = "stopped" if stopped else "complete"
    total = score(progress, stopped=stopped)
    return result_json(header, progress, total, status=status, finished_at=f"{day}T09:01:00Z")


@pytest.fixture
def data(tmp_path: Path, whole: Catalogue) -> Path:
    """A data folder with three results."""
    put(tmp_path, saved(whole, IDS[0], 1, "Zoé"))
    put(tmp_path, saved(whole, IDS[1], 3, "=cmd|' /C calc'!A0"))
    put(tmp_path, saved(whole, IDS[2], 2, None, stopped=True))
    return tmp_path


def put(data: Path, document: JsonObject, name: str | None = None) -> Path:
    path = data / "results" / f"{name or document['id']}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document), "utf-8")
    return path


def listed(data: Path, capfd: pytest.CaptureFixture[str]) -> list[JsonObject]:
    run_list(ResultsListOptions(json=True, data_dir=str(data)), ENGLISH)
    rows: list[JsonObject] = json.loads(capfd.readouterr().out)
    return rows


def test_a_list_for_programs_has_exactly_its_fields_and_unrounded_numbers(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = listed(data, capfd)
    assert [list(each) for each in rows] == [FIELDS] * 3
    assert [each["id"] for each in rows] == list(IDS)
    assert rows[0] | {"code": None} == {
        "id": IDS[0],
        "type": "quiz",
        "status": "complete",
        "participant": "Zoé",
        "finished_at": "2026-11-23T09:01:00Z",
        "code": None,
        "percent": 100 / 3,
        "readiness": None,
    }


def test_an_edited_score_does_not_count(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = data / "results" / f"{IDS[0]}.json"
    document = json.loads(path.read_text("utf-8"))
    document["score"] |= {"points": 3.0, "percent": 100.0}
    document["answers"] = [{**each, "points": 1.0} for each in document["answers"]]
    put(data, document)
    assert listed(data, capfd)[0]["percent"] == 100 / 3
    run_show(ResultsShowOptions(id=IDS[0], json=True, data_dir=str(data)), ENGLISH)
    shown = json.loads(capfd.readouterr().out)
    assert shown["score"]["points"] == 1.0
    assert [each["points"] for each in shown["answers"]] == [1.0, 0.0, 0.0]


def test_a_table_has_a_line_a_result(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    codes = [each["code"] for each in listed(data, capfd)]
    run_list(ResultsListOptions(data_dir=str(data), name="Zoé"), ENGLISH)
    assert (
        capfd.readouterr().out
        == f"""\
id                     finished    name  state     result  code
20261123T090000Z-aaaa  {DAYS[0]}  Zoé   complete     33%  {codes[0]}
"""
    )


def test_codes_stand_below_where_the_table_would_be_wider_than_80_columns(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    codes = [each["code"] for each in listed(data, capfd)]
    assert run_list(ResultsListOptions(data_dir=str(data)), ENGLISH) == 0
    assert (
        capfd.readouterr().out
        == f"""\
id                     finished    name                state     result
  code
20261123T090000Z-aaaa  {DAYS[0]}  Zoé                 complete     33%
  {codes[0]}
20261124T090000Z-bbbb  {DAYS[1]}  =cmd|' /C calc'!A0  complete    100%
  {codes[1]}
20261125T090000Z-cccc  {DAYS[2]}  —                   stopped      67%
  {codes[2]}
"""
    )


def test_names_stand_below_too_where_they_are_long(
    tmp_path: Path, whole: Catalogue, capfd: pytest.CaptureFixture[str]
) -> None:
    name = "Marie-Antoinette de la Tour du Pin Gouvernet"
    put(tmp_path, saved(whole, IDS[0], 1, name))
    code = listed(tmp_path, capfd)[0]["code"]
    run_list(ResultsListOptions(data_dir=str(tmp_path)), FRENCH)
    assert (
        capfd.readouterr().out
        == f"""\
identifiant            fin         état     résultat
  nom
  code
20261123T090000Z-aaaa  {DAYS[0]}  terminé      33\u00a0%
  {name}
  {code}
"""
    )


def test_nothing_saved_is_said_and_is_an_empty_array_for_programs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_list(ResultsListOptions(data_dir=str(tmp_path)), ENGLISH) == 0
    assert capfd.readouterr().out == "Nothing is saved here yet; take a quiz with: ctoquiz play\n"
    assert listed(tmp_path, capfd) == []


def test_a_csv_opens_in_a_french_excel(data: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run_list(ResultsListOptions(csv=True, data_dir=str(data)), FRENCH)
    out = capfdbinary.readouterr().out
    assert out.startswith(b"\xef\xbb\xbfid;type;status;participant;finished_at;code;percent;readiness\r\n")
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [each["percent"] for each in rows] == ["33,333333333333336", "100,0", "66,66666666666667"]
    assert [each["participant"] for each in rows] == ["Zoé", "'=cmd|' /C calc'!A0", ""]


def test_a_csv_in_english_has_commas_and_points(data: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run_list(ResultsListOptions(csv=True, data_dir=str(data)), ENGLISH)
    head, first, *_ = capfdbinary.readouterr().out.decode().split("\r\n")
    assert head == ",".join(FIELDS)
    assert ",33.333333333333336," in first


def test_results_of_several_folders_count_once(
    data: Path, tmp_path_factory: pytest.TempPathFactory, whole: Catalogue, capfd: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    put(other, saved(whole, IDS[0], 1, "Zoé"))
    put(other, saved(whole, "20261126T090000Z-dddd", 0, "Ali"))
    sources = (str(data), str(data / "results"), str(other / "results"))
    assert run_list(ResultsListOptions(json=True, sources=sources), ENGLISH) == 0
    assert [each["id"] for each in json.loads(capfd.readouterr().out)] == [*IDS, "20261126T090000Z-dddd"]


def test_a_list_can_be_of_one_participant(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run_list(ResultsListOptions(json=True, name="Zoé", data_dir=str(data)), ENGLISH)
    assert [each["id"] for each in json.loads(capfd.readouterr().out)] == [IDS[0]]


def test_what_is_rejected_is_listed_and_the_rest_is_shown(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (data / "results" / "torn.json").write_text('{"schema": ')
    impossible = json.loads((data / "results" / f"{IDS[1]}.json").read_text("utf-8"))
    impossible["answers"][0]["answer"] = "z\x1b[31m"
    path = put(data, {**impossible, "id": "odd"})
    assert run_list(ResultsListOptions(json=True, data_dir=str(data)), ENGLISH) == 5
    told = capfd.readouterr()
    assert [each["id"] for each in json.loads(told.out)] == list(IDS)
    assert told.err.count("\n") == 2
    assert f"{path}: The answer to " in told.err
    assert "\x1b" not in told.err


def test_a_result_is_shown_with_what_was_right(data: Path, whole: Catalogue, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_show(ResultsShowOptions(id="latest", data_dir=str(data)), ENGLISH) == 0
    page = capfd.readouterr().out
    quiz = from_seed(whole, Selection(kinds=("single",)), 3, "7").quiz
    first = quiz.questions[0]
    assert page.startswith(f"Result {IDS[2]}\n")
    assert f"1. {first.prompt['en']}\n   ✓ right\n   Your answer: {first.answer_text['en']}\n" in page
    assert "checked against" not in page


def test_what_a_stopped_quiz_never_reached_is_told_apart_from_what_was_missed(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_show(ResultsShowOptions(id=IDS[2], data_dir=str(data)), ENGLISH) == 0
    page = capfd.readouterr().out
    assert page.endswith(f"""
Score so far: 2 of 2
1 question was not reached yet.
Go on with: ctoquiz play --session {IDS[2]}
  Duties                1 / 1
  Salary                1 / 1
  Other jobs  not reached yet
""")
    assert run_show(ResultsShowOptions(id=IDS[0], data_dir=str(data)), ENGLISH) == 0
    assert "Score: 1 of 3, 33% (a fair range is 6% to 79%)\n" in capfd.readouterr().out


def test_a_quiz_is_shown_in_the_language_of_its_reader_and_in_no_other(
    data: Path, whole: Catalogue, capfd: pytest.CaptureFixture[str]
) -> None:
    quiz = from_seed(whole, Selection(kinds=("single",)), 3, "7").quiz
    run_show(ResultsShowOptions(id=IDS[0], data_dir=str(data)), FRENCH)
    page = " ".join(capfd.readouterr().out.split())
    assert all(" ".join(question.prompt["fr"].split()) in page for question in quiz.questions)
    assert not any(question.prompt["en"] in page for question in quiz.questions)


def test_a_result_of_another_edition_stays_explained_and_says_that_it_was_not_checked(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = data / "results" / f"{IDS[0]}.json"
    document = json.loads(path.read_text("utf-8"))
    document["pack"]["digest"] = "0" * 64
    put(data, document)
    assert run_show(ResultsShowOptions(id=IDS[0], data_dir=str(data)), ENGLISH) == 0
    page = capfd.readouterr().out
    assert f"   ? not known\n   Right answer: {document['answers'][1]['right_text']}\n" in page
    assert "could not be checked against the questions" in page


def test_a_result_that_is_not_there_is_said_with_what_is_near(data: Path) -> None:
    with pytest.raises(InputNotFound, match=IDS[0]):
        run_show(ResultsShowOptions(id=IDS[0].replace("aaaa", "aaab"), data_dir=str(data)), ENGLISH)


def test_a_result_whose_answers_are_none_is_refused_with_its_file(data: Path) -> None:
    path = data / "results" / f"{IDS[0]}.json"
    document = json.loads(path.read_text("utf-8"))
    document["answers"][0]["answer"] = "zz"
    put(data, document)
    with pytest.raises(BadInput) as caught:
        run_show(ResultsShowOptions(id=IDS[0], data_dir=str(data)), ENGLISH)
    assert str(caught.value.problems[0].where) == str(path)


def erase(data: Path, *ids: str, name: str | None = None, everything: bool = False) -> int:
    options = ResultsEraseOptions(ids=ids, name=name, everything=everything, yes=True, data_dir=str(data))
    return run_erase(options, ENGLISH)


def test_results_are_erased_by_id_by_name_or_all(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert erase(data, IDS[1], "latest") == 0
    assert capfd.readouterr().out == "2 results are erased.\n"
    assert [path.stem for path in (data / "results").iterdir()] == [IDS[0]]
    assert erase(data, name="Ali") == 0
    assert capfd.readouterr().out == "There is nothing to erase.\n"
    erase(data, name="Zoé")
    assert list((data / "results").iterdir()) == []


def test_all_is_all_even_what_can_not_be_read(data: Path) -> None:
    (data / "results" / "torn.json").write_text("{")
    erase(data, everything=True)
    assert list((data / "results").iterdir()) == []


def test_an_unknown_id_erases_nothing(data: Path) -> None:
    with pytest.raises(InputNotFound):
        erase(data, IDS[0], "nobody")
    assert len(list((data / "results").iterdir())) == 3


def test_without_a_terminal_nothing_is_erased_unless_it_is_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    with pytest.raises(WrongUsage, match="--yes"):
        run_erase(ResultsEraseOptions(everything=True, data_dir=str(data)), ENGLISH)
    assert len(list((data / "results").iterdir())) == 3


@pytest.mark.parametrize(("typed", "left"), [("yes\n", 2), ("Oui\n", 2), ("no\n", 3), ("\n", 3), ("", 3)])
def test_at_a_terminal_only_yes_erases(
    data: Path, typed: str, left: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.setattr("ctoquiz.cli.results.interactive", lambda *streams: True)
    assert run_erase(ResultsEraseOptions(ids=(IDS[0],), data_dir=str(data)), ENGLISH) == 0
    assert len(list((data / "results").iterdir())) == left
    assert capfd.readouterr().err == f"{IDS[0]}\nErase 1 result for good? [yes/no] "


def test_without_an_id_the_latest_is_shown(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_show(ResultsShowOptions(data_dir=str(data), json=True), ENGLISH) == 0
    assert json.loads(capsys.readouterr().out)["id"] == IDS[-1]


def test_where_nothing_is_saved_there_is_no_latest_to_show(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound, match="Nothing is saved here yet"):
        run_show(ResultsShowOptions(data_dir=str(tmp_path)), ENGLISH)
