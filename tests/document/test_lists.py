"""What a sentence lists."""

from __future__ import annotations

import pytest

from ctoquiz.document.lists import enumerations


def items(sentence: str, language: str = "fr") -> list[list[str]]:
    return [list(each.items) for each in enumerations(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Il est organisé, rigoureux et méthodique.", [["organisé", "rigoureux", "méthodique"]]),
        ("Le salaire dépend de la taille, de la maturité et de la zone.", [["la taille", "la maturité", "la zone"]]),
        (
            "Ses missions incluent l’élaboration de la carte, le respect du budget, ou encore la gestion des stocks.",
            [["l’élaboration de la carte", "le respect du budget", "la gestion des stocks"]],
        ),
        ("Il fait preuve de patience et de courage.", [["patience", "courage"]]),
        (
            "On y trouve des matériels (serveurs, réseaux, bases de données…).",
            [["serveurs", "réseaux", "bases de données"]],
        ),
        ("De petites structures (startup, TPE/PME…) recrutent.", [["startup", "TPE", "PME"]]),
        ("Une formation en cuisine, en salle voire en pâtisserie est utile.", [["cuisine", "salle", "pâtisserie"]]),
        (
            "Il peut devenir : chef de rang, maître d’hôtel ou directeur de salle.",
            [["chef de rang", "maître d’hôtel", "directeur de salle"]],
        ),
        (
            "Boulanger Chef pâtissier Vendeur en magasin Chocolatier Maître ouvrier Traiteur",
            [["Boulanger", "Chef pâtissier", "Vendeur en magasin", "Chocolatier", "Maître ouvrier", "Traiteur"]],
        ),
        ("Un profil confirmé (4 à 8 ans, selon la taille) est attendu.", []),
        ("Il arrive tôt, puis il repart.", []),
        ("Il travaille le jour et/ou la nuit.", [["le jour", "la nuit"]]),
        (
            "Il peut s’installer à son compte, reprendre un fonds ou partir à l’étranger.",
            [["s’installer à son compte", "reprendre un fonds", "partir à l’étranger"]],
        ),
        (
            "Il devient cadre supérieur de santé, directeur des soins ou formateur en institut.",
            [["cadre supérieur de santé", "directeur des soins", "formateur en institut"]],
        ),
        ("Autres noms : boulanger, artisan boulanger, tourier", [["boulanger", "artisan boulanger", "tourier"]]),
    ],
)
def test_french_lists(sentence: str, found: list[list[str]]) -> None:
    assert items(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They use Python, SQL and Spark.", [["Python", "SQL", "Spark"]]),
        ("The watch has four tools: the pager, the log, and the runbook.", [["the pager", "the log", "the runbook"]]),
        ("They like to design, to test and to ship.", [["design", "test", "ship"]]),
        ("A degree in computer science, mathematics or physics.", [["computer science", "mathematics", "physics"]]),
        ("They love design.", []),
    ],
)
def test_english_lists(sentence: str, found: list[list[str]]) -> None:
    assert items(sentence, "en") == found


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Des outils (four, pétrin…).", "fr"),
        ("Les pains sont le levain, le seigle, le complet, etc.", "fr"),
        ("Skills such as SQL, Python or Scala are required.", "en"),
    ],
)
def test_a_list_that_says_there_is_more_is_open(sentence: str, language: str) -> None:
    assert [each.open for each in enumerations(sentence, language)] == [True]


def test_a_list_that_ends_is_not_open() -> None:
    assert [each.open for each in enumerations("Il est organisé, rigoureux et méthodique.", "fr")] == [False]
