from __future__ import annotations

from dataclasses import replace

import pytest
from tests.packkit import pack_of, t

from ctoquiz.domain.facts import FalseStatement, Figure, FigureFamily
from ctoquiz.quality.factrules.implied_figure import RULE
from ctoquiz.quality.rule import Evidence

EXPERT = Figure(id="expert", value=8, wrong=(4, 10))
YEARS = FigureFamily(
    id="years", kind="figure", unit="year", sentences=(1,), says=t("Il a {figure}.", "It is {figure}."), rows=(EXPERT,)
)


def found(family: FigureFamily) -> list[tuple[str, str | None, object]]:
    """What has a flaw, in which language, and the words at fault."""
    return [(name, flaw.language, flaw.values["words"]) for name, flaw in RULE.look(Evidence(pack_of(family)))]


def saying(fr: str, en: str) -> FigureFamily:
    return replace(YEARS, says=t(fr, en))


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Un expert a plus de {figure}.", "An expert has more than {figure}."),
        ("L’expérience dépasse {figure}.", "The experience exceeds {figure}."),
        ("On est expert au-delà de {figure}.", "One is an expert beyond {figure}."),
        ("Il faut au moins {figure}.", "It takes at least {figure}."),
        ("C’est prêt en moins de {figure}.", "It is ready within {figure}."),
        ("C’est prêt en {figure} jours au plus.", "It is ready in {figure} days at most."),
        ("Il faut {figure} d’étude ou plus.", "It takes {figure} of study or more."),
    ],
)
def test_a_figure_that_is_one_of_many_that_would_do_makes_no_false_statement(fr: str, en: str) -> None:
    assert [language for _, language, _ in found(saying(fr, en))] == ["fr", "en"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        (
            "Le seuil au-delà duquel on est expert est de {figure}.",
            "The threshold beyond which one is expert is {figure}.",
        ),
        ("Le salaire démarre à {figure}.", "The salary starts at {figure}."),
        ("L’étude porte sur {figure}, et plus de dix métiers.", "The survey covers {figure} and more than ten jobs."),
        ("La liste compte {figure} métiers.", "There are {figure} jobs in the list."),
    ],
)
def test_a_figure_that_is_stated_itself_is_no_flaw(fr: str, en: str) -> None:
    assert found(saying(fr, en)) == []


def test_the_sentence_of_one_figure_is_named_with_that_figure() -> None:
    row = replace(EXPERT, says=t("Plus de {figure}.", "It is {figure}."))
    other = Figure(id="other", value=3, wrong=(1, 2), condition=t("ici", "here"))

    assert found(replace(YEARS, rows=(row, other))) == [("years.expert", "fr", "Plus de {figure}")]


def test_where_no_wrong_figure_is_put_into_the_sentence_nothing_is_said() -> None:
    family = saying("Plus de {figure}.", "More than {figure}.")
    authored = FalseStatement(text=t("Moins de 2.", "Fewer than 2."), refuted_by=(1,))

    assert found(replace(family, statements=False)) == []
    assert found(replace(family, draft=True)) == []
    for row in (replace(EXPERT, statements=False), replace(EXPERT, wrong=()), replace(EXPERT, false=authored)):
        assert found(replace(family, rows=(row,))) == []
