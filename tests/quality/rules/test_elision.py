from __future__ import annotations

import pytest
from tests.qualitykit import said, single, statement

from ctoquiz.quality.rules.elision import RULE


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Il parle de le budget.", "de le"),
        ("fr", "Il pilote le équipe.", "le équipe"),
        ("fr", "Il dit que il code.", "que il"),
        ("fr", "Il code si il peut.", "si il"),
        ("fr", "C’est sa équipe.", "sa équipe"),
        ("fr", "Il suit l’projet.", "l'projet"),
        ("fr", "Il parle à les clients.", "à les"),
        ("fr", "Il aide le le client.", "le le"),
        ("fr", "Il vient de du service.", "de du"),
        ("fr", "Il parle de homme.", "de homme"),
        ("en", "It is a office.", "a office"),
        ("en", "It is an team.", "an team"),
        ("en", "It is the the team.", "the the"),
        ("en", "It is a API.", "a API"),
        ("en", "It is an unique team.", "an unique"),
        ("en", "It is a the team.", "a the"),
        ("en", "It is an user.", "an user"),
        ("en", "It is an house.", "an house"),
    ],
)
def test_words_that_do_not_go_together_are_found(language: str, text: str, words: str) -> None:
    flaw = f"“{words}” doesn’t read well: mend the elision, the contraction or the article."

    assert said(RULE, statement(language, text)) == [flaw]
    assert said(RULE, single(language, "?", "x", text, "y")) == [flaw]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il est de les aider, de le suivre et à le faire."),
        ("fr", "Le onze joue, le oui aussi."),
        ("fr", "Le e-commerce est là."),
        ("fr", "Il travaille à l’ERP, à l’HTML et à la R&D."),
        ("fr", "Le ou la CTO décide."),
        ("fr", "Une équipe l’aide, qu’il s’agisse d’un plan ou d’une idée."),
        ("fr", "Le huitième, la hiérarchie, le haut."),
        ("fr", "Il va de l’avant et de la tête aux pieds."),
        ("en", "An hour, an honest user, a European, a one-off, a unit, a US team, an MBA, an uninvited guest."),
        ("en", "It is a CTO, an SME, a useful tool."),
        ("en", "The CTO’s team is a team."),
        ("en", "In plan A one sees it."),
    ],
)
def test_words_that_go_together_are_sound(language: str, text: str) -> None:
    assert said(RULE, statement(language, text)) == []
