from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.cli.options import (
    ExportOptions,
    Options,
    PackListOptions,
    PlayOptions,
    ResultsEraseOptions,
    ResultsListOptions,
    Selection,
    check,
    named,
)
from ctoquiz.errors import WrongUsage

SELECTING = {
    "--count": Selection(count=3),
    "--topic": Selection(topics=("salary",)),
    "--kind": Selection(kinds=("single",)),
    "--level": Selection(levels=("easy",)),
    "--seed": Selection(seed=""),
    "--fact": Selection(fact="jobs"),
}


def refused(options: Options) -> str:
    with pytest.raises(WrongUsage) as error:
        check(options)
    return str(error.value)


@pytest.mark.parametrize(("option", "selection"), list(SELECTING.items()))
def test_a_code_excludes_every_option_that_selects(option: str, selection: Selection) -> None:
    with_code = replace(selection, code="ABC")
    said = f"{option} can’t go with --code, which fixes the whole quiz."
    assert refused(PlayOptions(selection=with_code)) == said
    assert refused(ExportOptions(selection=with_code)) == said


def test_a_code_goes_with_a_pack_of_ones_own() -> None:
    check(PlayOptions(selection=Selection(pack="./mine", code="ABC")))


@pytest.mark.parametrize(
    ("option", "options"),
    [
        *((option, PlayOptions(selection=selection)) for option, selection in SELECTING.items()),
        ("--code", PlayOptions(selection=Selection(code="ABC"))),
        ("--mistakes", PlayOptions(mistakes=True)),
        ("--exam", PlayOptions(exam=True)),
        ("--certainty", PlayOptions(certainty=True)),
        ("--time-limit", PlayOptions(time_limit=60.0)),
        ("--pass-mark", PlayOptions(pass_mark=0.0)),
        ("--name", PlayOptions(name="Ada")),
        ("--no-save", PlayOptions(no_save=True)),
    ],
)
def test_a_session_goes_on_as_it_was_begun(option: str, options: PlayOptions) -> None:
    said = f"{option} can’t go with --resume or --session, which go on as begun."
    assert refused(replace(options, resume=True)) == said
    assert refused(replace(options, session="abc")) == said


@pytest.mark.parametrize(
    "way",
    [
        PlayOptions(jsonl=True),
        PlayOptions(answers="-"),
        PlayOptions(json=True),
        PlayOptions(plain=True),
        PlayOptions(document="cto.txt"),
    ],
)
def test_a_session_goes_on_in_any_of_the_ways_to_play(way: PlayOptions) -> None:
    check(replace(way, resume=True))


@pytest.mark.parametrize("option", ["--seed", "--code"])
def test_mistakes_are_of_one_person_and_have_no_seed_or_code(option: str) -> None:
    selection = Selection(seed="7") if option == "--seed" else Selection(code="ABC")
    options = PlayOptions(selection=selection, mistakes=True)
    assert refused(options) == f"{option} can’t go with --mistakes, which asks again what was missed."


def test_mistakes_can_be_narrowed() -> None:
    check(PlayOptions(selection=Selection(count=3, topics=("salary",), fact="jobs"), mistakes=True))


@pytest.mark.parametrize(("option", "options"), [("--answers", PlayOptions(jsonl=True, answers="-")),
                                                 ("--json", PlayOptions(jsonl=True, json=True))])  # fmt: skip
def test_one_program_at_a_time_has_the_standard_streams(option: str, options: PlayOptions) -> None:
    assert refused(options) == f"{option} can’t go with --jsonl: choose one of them."


@given(st.integers())
def test_a_quiz_has_at_least_one_question(count: int) -> None:
    options = PlayOptions(selection=Selection(count=count))
    if count >= 1:
        check(options)
    else:
        assert refused(options) == f"--count is {count}, but a quiz has at least 1 question."


@given(st.floats())
def test_a_time_limit_is_more_than_nothing_and_less_than_for_ever(limit: float) -> None:
    options = PlayOptions(time_limit=limit)
    if 0 < limit < math.inf:
        check(options)
    else:
        assert refused(options).startswith("--time-limit is ")


@given(st.floats())
def test_a_pass_mark_is_a_percentage(mark: float) -> None:
    options = PlayOptions(pass_mark=mark)
    if 0 <= mark <= 100:
        check(options)
    else:
        assert refused(options).endswith(", but it must be from 0 to 100 percent.")


def test_a_pseudonym_is_not_empty() -> None:
    assert refused(PlayOptions(name=" ")) == "--name is empty; give a pseudonym, or leave the option out."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (ExportOptions(format="pdf"), "There is no format “pdf”; choose --format json or --format markdown."),
        (
            ExportOptions(key=True),
            "--key is for a sheet to print; add --format markdown (JSON always has the answers).",
        ),
        (ResultsListOptions(json=True, csv=True), "--json can’t go with --csv: choose one of them."),
        (
            ResultsListOptions(sources=("a",), data_dir="b"),
            "--from can’t go with --data-dir; name every folder with --from.",
        ),
        (ResultsEraseOptions(), "Say which results to erase: their ids, --name PSEUDONYM, or --all."),
        (
            ResultsEraseOptions(ids=("a",), everything=True),
            "Erase results by their ids, by --name or with --all, one way at a time.",
        ),
    ],
)
def test_options_that_make_no_sense_together_are_told(options: Options, said: str) -> None:
    assert refused(options) == said


@pytest.mark.parametrize(
    "options",
    [
        PlayOptions(),
        ExportOptions(format="markdown", key=True),
        ResultsEraseOptions(ids=("a", "b"), yes=True),
        ResultsEraseOptions(name="Ada"),
        PackListOptions(json=True),
    ],
)
def test_options_that_make_sense_pass(options: Options) -> None:
    check(options)


def test_pack_show_takes_a_single_argument_for_a_pack_where_it_is_one_and_else_for_an_id() -> None:
    assert named(None, None, is_pack=False) == ("cto", None)
    assert named("cto", None, is_pack=True) == ("cto", None)
    assert named("skills.english", None, is_pack=False) == ("cto", "skills.english")
    assert named("./mine", "a/b", is_pack=True) == ("./mine", "a/b")
    assert named("mine", "a/b", is_pack=False) == ("mine", "a/b")
