from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.quality.rules.all_of_the_above import RULE


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("fr", "toutes ces réponses"),
        ("fr", "aucune de ces réponses"),
        ("fr", "Tous ceux-ci à la fois"),
        ("fr", "les deux"),
        ("fr", "A et B"),
        ("fr", "les réponses a et c"),
        ("fr", "toutes les réponses ci-dessus"),
        ("fr", "aucune"),
        ("fr", "ni l’un ni l’autre"),
        ("fr", "les trois propositions"),
        ("fr", "rien de tout cela"),
        ("en", "all of the above"),
        ("en", "None of these"),
        ("en", "A and B"),
        ("en", "both"),
        ("en", "options a & c"),
        ("en", "neither of the two"),
        ("en", "all of them"),
        ("en", "none"),
        ("en", "any of these options"),
        ("en", "both of the others"),
    ],
)
def test_an_option_that_speaks_of_the_others_is_found(language: str, option: str) -> None:
    flaw = f"“{option}” speaks of the other options; give an answer of its own."

    assert said(RULE, single(language, "?", "x", option, "y")) == [flaw]


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("fr", "tous les secteurs d’activité"),
        ("fr", "tous ces secteurs"),
        ("fr", "aucune expérience"),
        ("fr", "les deux équipes techniques"),
        ("fr", "des projets, des services ou les deux"),
        ("fr", "tout ce qui touche au réseau"),
        ("en", "all business sectors"),
        ("en", "projects, services or both"),
        ("en", "no experience"),
        ("en", "both teams"),
        ("en", "plan A and plan B"),
    ],
)
def test_an_option_of_its_own_is_sound(language: str, option: str) -> None:
    assert said(RULE, single(language, "?", "x", option, "y")) == []
