from __future__ import annotations

import pytest
from tests.packkit import t

from ctoquiz.domain.questions import AnyQuestion, Number, Option, Order, Single, Source, TrueFalse, Typed
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Head
from ctoquiz.generation.leaks import Leaks


def head(prompt: Text) -> Head:
    return Head(
        id="f/x",
        topic="work",
        level="easy",
        prompt=prompt,
        explanation=prompt,
        facts=("f",),
        source=Source("work", (1,)),
    )


def statement(words: str) -> AnyQuestion:
    return TrueFalse(**head(t(words, words)), right=True)


def single(key: Text, prompt: str = "Quoi ?") -> AnyQuestion:
    return Single(**head(t(prompt, prompt)), options=(Option(key), Option(t("non", "no"))), right=0)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("prompt", "key", "admitted"),
    [
        ("Le chat dort.", t("le chat", "cats"), False),
        ("LE CHAT, dort.", t("le chat", "cats"), False),
        ("Cats sleep.", t("le chat", "cats"), False),
        ("Le chaton dort.", t("le chat", "cats"), True),
        ("Il dort.", t("le chat", "cats"), True),
        ("C’est le chat", t("le chat…", "cats"), False),
        ("Un chat dort.", t("le chat", "the cat"), True),
        ("Des chats noirs dorment.", t("le chat noir", "the black cat"), False),
        ("Ce chat est noir.", t("le chat noir", "the black cat"), True),
        ("La taille des firmes compte.", t("la taille de la firme", "the size of the firm"), False),
        ("The sizes of firms count.", t("la taille de la firme", "the size of the firm"), False),
        ("Black cats sleep.", t("le chat noir", "the black cat"), False),
    ],
)
def test_no_prompt_states_the_key_of_another_question_in_any_language_or_order(
    prompt: str, key: Text, admitted: bool, order: int
) -> None:
    leaks = Leaks()
    first, second = [statement(prompt), single(key)][::order]

    assert leaks.admit(first)
    assert leaks.admit(second) is admitted


def test_a_typed_key_and_a_figure_can_be_given_away_too() -> None:
    typed = Typed(**head(t("Qui ?", "Who?")), accepted={"fr": ("le chef",), "en": ("the chief",)}, others={})
    number = Number(**head(t("Combien ?", "How much?")), value=70000, unit="eur")

    for question, words in ((typed, "Meet the chief."), (number, "On gagne 70\u00a0000\u00a0€ ici.")):
        leaks = Leaks()
        assert leaks.admit(question)
        assert not leaks.admit(statement(words))


def test_no_prompt_is_there_twice() -> None:
    leaks = Leaks()

    assert leaks.admit(single(t("a", "a")))
    assert not leaks.admit(single(t("b", "b")))


def test_a_refused_question_leaves_no_trace() -> None:
    leaks = Leaks()

    assert leaks.admit(single(t("a", "a")))
    assert not leaks.admit(statement("a b"))
    assert leaks.admit(single(t("b", "b"), "Quoi donc ?"))


def test_an_order_has_no_key_that_a_prompt_can_state() -> None:
    order = Order(**head(t("Rangez.", "Sort.")), options=(Option(t("a", "a")), Option(t("b", "b"))), right=(0, 1))
    leaks = Leaks()

    assert leaks.admit(order)
    assert leaks.admit(statement("a → b"))
