"""Words to type."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import Source, Typed
from ctoquiz.errors import BadInput

Forms = Mapping[str, tuple[str, ...]]

FORMS: Forms = {
    "fr": ("le comité de direction", "CODIR"),
    "en": ("the executive committee",),
}
OTHERS: Forms = {"fr": ("le comité de rédaction",), "en": ("the editorial committee",)}


def typed(accepted: Forms = FORMS, others: Forms = OTHERS) -> Typed:
    return Typed(
        id="board/type",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        accepted=accepted,
        others=others,
    )


@pytest.mark.parametrize("notation", ["comite de direction", "Le Comité de direction", "codir", "executive committee"])
def test_every_form_of_every_language_is_right(notation: str) -> None:
    assert typed().mark(notation) == 1.0


@pytest.mark.parametrize("notation", ["comité de rédaction", "comité", "codire", "COMEX", "editorial comittee"])
def test_anything_else_is_wrong(notation: str) -> None:
    assert typed().mark(notation) == 0.0


@pytest.mark.parametrize("notation", ["-", "...", "« »", "?!"])
def test_an_answer_without_a_word_is_malformed(notation: str) -> None:
    with pytest.raises(BadInput) as refused:
        typed().read(notation)
    assert str(refused.value) == f"“{notation}” holds no word; type one, or ? if you don’t know."


def test_a_wrong_answer_is_told_as_it_was_typed() -> None:
    assert typed().tell(" COMEX ") == {"fr": "COMEX", "en": "COMEX"}


def test_the_key_is_told_as_the_first_form_of_each_language() -> None:
    assert typed().answer == "le comité de direction"
    assert typed().answer_text == {"fr": "le comité de direction", "en": "the executive committee"}


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])).filter(lambda text: any(map(str.isalnum, text)))
)
def test_what_is_written_is_read_again(text: str) -> None:
    given_answer = typed().read(text)
    assert typed().read(typed().write(given_answer)) == given_answer == text.strip()


@pytest.mark.parametrize(
    ("accepted", "why"),
    [
        ({}, "at least one right form"),
        ({"fr": ()}, "at least one right form"),
        ({"fr": ("…",)}, "letter or digit"),
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(accepted: Forms, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        typed(accepted)
