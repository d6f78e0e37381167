"""Where a sentence of a saved page ends."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.domain.sentences import sentences

PAGE = """\
Le jardinier en chef

Il plante et arrose. Que fait-il en hiver ? « Il dort. Enfin, presque ! » dit-on… À Lyon, M. Dupont (p. 2. Et 3) sait.

Outils
Le prix : à partir de 60 000 € par an
Voir aussi
"""


def test_headings_are_lines_and_paragraphs_are_split_at_their_stops() -> None:
    assert sentences(PAGE) == [
        "Le jardinier en chef",
        "Il plante et arrose.",
        "Que fait-il en hiver ?",
        "« Il dort. Enfin, presque ! » dit-on…",
        "À Lyon, M. Dupont (p. 2. Et 3) sait.",
        "Outils",
        "Le prix : à partir de 60 000 € par an",
        "Voir aussi",
    ]


@pytest.mark.parametrize(
    "whole",
    [
        "Elle connaît J. Martin et Mme. Durand.",
        "Voir, p. ex. Wikipédia, l’art. 12 de la loi.",
        "Les bases (serveurs, réseaux…), les outils et le reste.",
        "Le serveur n. 2 est à l’arrêt.",
        "Un texte sans point",
        "La version 3.11 suffit.",
        "1. Premier point de la liste",
        "Tools, e.g. Airflow, cost approx. $95 (i.e. Very little).",
        "No. 5 is out, as p. 12 says.",
        "Il coûte 2,5 % de plus, etc., chaque année.",
    ],
)
def test_a_stop_that_ends_no_sentence_splits_nothing(whole: str) -> None:
    assert sentences(whole) == [whole]


def test_a_closing_quote_belongs_to_the_sentence_that_it_closes() -> None:
    assert sentences("On dit « bravo ! » Puis on part. “Well done.” Next!") == [
        "On dit « bravo ! »",
        "Puis on part.",
        "“Well done.”",
        "Next!",
    ]


def test_a_sentence_that_is_known_is_found_however_the_copy_breaks_its_lines() -> None:
    known = [fingerprint(each) for each in sentences(PAGE)]
    wrapped = "\n\n".join(textwrap.fill(paragraph, 20) for paragraph in PAGE.split("\n\n"))
    assert {fingerprint(each) for each in sentences(wrapped, known)} >= set(known[:5])
    assert fingerprint("Que fait-il en hiver ?") in {fingerprint(each) for each in sentences(wrapped, known)}


def test_a_line_that_was_broken_for_its_width_goes_on_without_being_known() -> None:
    broken = "Il prépare aussi des viennoiseries, des croissants, des brioches\net des pains. Il vend."
    assert sentences(broken) == [
        "Il prépare aussi des viennoiseries, des croissants, des brioches et des pains.",
        "Il vend.",
    ]


def test_short_lines_are_items_of_a_list_each() -> None:
    assert sentences("serveurs\nréseaux\nbases de données") == ["serveurs", "réseaux", "bases de données"]


def test_a_known_sentence_that_looks_like_two_stays_one() -> None:
    whole = "Le code est en C. Il est rapide."
    assert sentences(f"Avant. {whole} Après.", [fingerprint(whole)]) == ["Avant.", whole, "Après."]


@given(st.text(alphabet=st.sampled_from(" .!?…aB«»()\n'’1"), max_size=60))
def test_no_character_but_space_is_lost_or_added(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
