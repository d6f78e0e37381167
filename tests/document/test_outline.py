"""What the lines of a document seem to be."""

from __future__ import annotations

from ctoquiz.document.outline import Role, outline
from ctoquiz.domain.sentences import sentences

PAGE = """\
Le boulanger

Accueil
Partager cette page

Les tâches
Il pétrit le pain. Il le cuit à l’aube, avant que
les clients n’arrivent.

- la vente
- le nettoyage

Partager cette page

Le salaire : à partir de 1 800 €

Apprenti : 700 à 1 200 €
Ouvrier : 1 900 €

| Poste | Salaire |
| Chef | 3 000 € |

1. apprenti
2. ouvrier
3. chef
"""


def test_a_section_has_its_heading_and_its_lines() -> None:
    found = outline(PAGE)
    assert found.title == "Le boulanger"
    assert [(part.heading.plain if part.heading else "", len(part.sentences)) for part in found.parts] == [
        ("Les tâches", 5),
        ("Le salaire : à partir de 1 800 €", 6),
    ]


def test_a_line_has_the_role_that_its_form_shows() -> None:
    roles = {each.plain: each.role for part in outline(PAGE).parts for each in part.sentences}
    assert roles["Il pétrit le pain."] is Role.PROSE
    assert roles["la vente"] is Role.BULLET
    assert roles["Apprenti : 700 à 1 200 €"] is Role.ROW
    assert roles["| Chef | 3 000 € |"] is Role.ROW
    assert roles["ouvrier"] is Role.STEP


def test_menus_repeated_lines_the_title_and_heads_of_tables_say_nothing() -> None:
    assert [each.plain for each in outline(PAGE).navigation] == [
        "Le boulanger",
        "Accueil",
        "Partager cette page",
        "Partager cette page",
        "| Poste | Salaire |",
    ]


def test_its_sentences_have_the_numbers_of_the_document() -> None:
    numbered = dict(enumerate(sentences(PAGE), 1))
    found = outline(PAGE)
    every = [*found.navigation, *(each for part in found.parts for each in (part.heading, *part.sentences) if each)]
    assert {each.number: each.text for each in every} == numbered


def test_markdown_headings_are_headings_whatever_stands_around_them() -> None:
    found = outline("# Title\n## One\nIt is so.\n## Two\nIt is not.\n")
    assert [part.heading.plain for part in found.parts if part.heading] == ["One", "Two"]


def test_what_stands_before_the_first_heading_has_none() -> None:
    assert [part.heading for part in outline("It is a long day, and it ends late.").parts] == [None]


def test_a_text_without_a_sentence_has_no_section() -> None:
    assert outline(" \n\n---\n").parts == ()
