"""Which abbreviations a sentence explains."""

from __future__ import annotations

import pytest

from ctoquiz.document.terms import also_called, is_short, namings


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Elle rend compte au directeur des soins infirmiers (DSI).",
            {"DSI": "directeur des soins infirmiers"},
        ),
        ("Devenir CEO (chief executive officer) ou créer.", {"CEO": "chief executive officer"}),
        ("Le diplôme d’État d’infirmier (DEI) suffit.", {"DEI": "diplôme d’État d’infirmier"}),
        ("A service-level agreement (SLA) is signed.", {"SLA": "service-level agreement"}),
        (
            "MTTA stands for mean time to acknowledge, SLO for service level objective.",
            {"MTTA": "mean time to acknowledge", "SLO": "service level objective"},
        ),
        ("VAE signifie validation des acquis de l’expérience.", {"VAE": "validation des acquis de l’expérience"}),
        ("Il vit à Paris (France).", {}),
        ("The team (SRE) is small.", {}),
    ],
)
def test_an_abbreviation_goes_with_the_words_that_its_letters_stand_for(sentence: str, found: dict[str, str]) -> None:
    assert {each.short: each.long for each in namings(sentence)} == found


def test_an_abbreviation_is_one_short_word_mostly_of_capitals() -> None:
    assert [text for text in ("DSI", "R&D", "SaaS", "Paris", "a", "DE SI", "ABCDEFGHIJK") if is_short(text)] == [
        "DSI",
        "R&D",
        "SaaS",
    ]


def test_another_name_of_a_thing_is_found() -> None:
    assert also_called("Le CTO, aussi désigné comme directeur des techniques, agit.") == "directeur des techniques"
    assert also_called("The watch (also known as on-call duty) pays.") == "on-call duty"
    assert also_called("Il agit.") == ""
