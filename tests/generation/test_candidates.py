from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.packkit import t

from ctoquiz.domain.questions import Option
from ctoquiz.generation.candidates import candidate, distinct, enough, labels

WORDS = st.text("ab ", min_size=1, max_size=3)


@given(st.lists(st.tuples(WORDS, WORDS)), st.tuples(WORDS, WORDS))
def test_no_candidate_is_there_twice_in_any_language_and_none_is_the_key(
    pool: list[tuple[str, str]], key: tuple[str, str]
) -> None:
    kept = [option.text for option in distinct((candidate(t(*texts)) for texts in pool), labels(t(*key)))]

    for language in ("fr", "en"):
        words = [text[language].strip().casefold() for text in [*kept, t(*key)]]
        assert len(words) == len(set(words))


def test_what_a_candidate_is_about_is_its_sentence_with_the_gaps_filled() -> None:
    eel = candidate(
        t("l’anguille", "the eel"), t("{Member} nage.", "{Member} swims."), {"member": t("l’anguille", "the eel")}
    )

    assert eel.option == Option(t("l’anguille", "the eel"), t("L’anguille nage.", "The eel swims."))
    assert candidate(t("a", "b")).option == Option(t("a", "b"))


def test_a_long_pool_is_read_no_further_than_is_needed_to_know_that_it_is_enough() -> None:
    numbers = iter(range(1000))

    assert enough((candidate(t(str(number), str(number))) for number in numbers), 2)
    assert next(numbers) == 2
