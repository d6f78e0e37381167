"""A statement that is true or false."""

from __future__ import annotations

import pytest

from ctoquiz.domain.questions import Source, TrueFalse
from ctoquiz.errors import BadInput


def statement(right: bool = True, language: str = "en") -> TrueFalse:
    return TrueFalse(
        id="fact/true",
        topic="skills",
        level="easy",
        prompt={"fr": "Un CTO dirige.", language: "A CTO leads."},
        explanation={"fr": "Oui.", language: "Yes."},
        facts=("fact",),
        source=Source("skills", (1,)),
        right=right,
    )


@pytest.mark.parametrize("notation", ["true", "True", "TRUE", "t", "T", "vrai", "Vrai", "v", "V", " v "])
def test_true_is_said_in_either_language_and_case(notation: str) -> None:
    assert statement().canonical(notation) == "true"


@pytest.mark.parametrize("notation", ["false", "False", "f", "F", "faux", "FAUX", " f\n"])
def test_false_is_said_in_either_language_and_case(notation: str) -> None:
    assert statement().canonical(notation) == "false"


@pytest.mark.parametrize("notation", ["a", "1", "0", "oui", "tr", "true false", "truefalse", "-"])
def test_anything_else_is_malformed(notation: str) -> None:
    with pytest.raises(BadInput) as refused:
        statement().read(notation)
    assert str(refused.value) == f"“{notation}” is neither true nor false; give t or f."


@pytest.mark.parametrize(("right", "notation", "share"), [(True, "v", 1.0), (True, "f", 0.0), (False, "f", 1.0)])
def test_the_right_judgment_earns_the_point(right: bool, notation: str, share: float) -> None:
    assert statement(right).mark(notation) == share


def test_a_judgment_is_told_in_the_readers_language() -> None:
    assert statement().answer_text == {"fr": "Vrai", "en": "True"}
    assert statement().tell("f") == {"fr": "Faux", "en": "False"}
    assert statement(language="fr-CA").answer_text == {"fr": "Vrai", "fr-CA": "Vrai"}
    assert statement(language="de").answer_text == {"fr": "Vrai", "de": "True"}


def test_a_statement_has_no_options() -> None:
    assert statement().shown == ()


@pytest.mark.parametrize("given", [True, False])
def test_what_is_written_is_read_again(given: bool) -> None:
    assert statement().read(statement().write(given)) is given
