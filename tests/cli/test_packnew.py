"""`ctoquiz pack new`: from a document to a folder of drafts that its author goes on with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.document.measuring import DOCUMENTS, NAMES

from ctoquiz.cli.options import PackCoverageOptions, PackNewOptions, PackShowOptions
from ctoquiz.cli.pack import run_show
from ctoquiz.cli.packcoverage import run_coverage
from ctoquiz.cli.packnew import MOST_SIGNS, run_new
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.errors import BadInput, CannotCreate, InputNotFound
from ctoquiz.generation import catalogue
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack

ENGLISH = Words("en")

PAGE = """\
Le boulanger

Les tâches

Il pétrit, façonne et enfourne le pain. Il prépare le brevet professionnel (BP) du métier. Il dort bien.

Le salaire : 1 800 €

Il gagne souvent de 1 900 à 2 300 € par mois.
"""
LINES = (
    "Le boulanger",
    "Les tâches",
    "Il pétrit, façonne et enfourne le pain.",
    "Il prépare le brevet professionnel (BP) du métier.",
    "Il dort bien.",
    "Le salaire : 1 800 €",
    "Il gagne souvent de 1 900 à 2 300 € par mois.",
)
MARKS = {number: fingerprint(text) for number, text in enumerate(LINES, 1)}

MANIFEST = f"""\
# Begun from page.txt. What each line means: docs/writing-a-pack.md.
schema: ctoquiz/pack/1
id: bread
version: "0.1"
# Another language: add it here, then to every text that you confirm ({{fr: …, en: …}}).
languages: [fr]
title: {{fr: "Le boulanger"}}
# In one line, what the facts come from.
document: {{fr: "page.txt"}}
topics:
  - {{id: taches, title: {{fr: "Les tâches"}}}}
  - {{id: salaire-1-800, title: {{fr: "Le salaire : 1 800 €"}}}}
# Names that wordings may repeat word for word.
apart:
  - "brevet professionnel"
# Lines that seem to say nothing: titles, menus, links. Move what says something to its file.
navigation:
  - "{MARKS[1]}"  # 1: Le boulanger
  - "{MARKS[2]}"  # 2: Les tâches
"""

HOW = """\
# Each family below is a draft: a guess from the form of a sentence, asked nowhere. Compare it with the
# document, put it into your own words (what ends in … was cut), write how to ask it (the commented lines show
# how), then remove the line `draft: true`. Throw away what is wrong or not worth asking.
"""

TASKS = f"""\
# Les tâches
# Sentences 3 to 5 of the document.
{HOW}\
topic: taches
# A fingerprint of each sentence, and its first words to find it by.
sentences:
  3: "{MARKS[3]}"  # Il pétrit, façonne et enfourne …
  4: "{MARKS[4]}"  # Il prépare le brevet professionnel …
  5: "{MARKS[5]}"  # Il dort bien.
# Nothing was found to propose for these; read them yourself:
#   5: Il dort bien.
facts:

  # 3: Il pétrit, façonne et enfourne …
  # a list in one sentence; is it whole (`closed: true`)?
  - id: s3-list
    kind: set
    draft: true
    closed: false
    sentences: [3]
    # ask:
    #   pick: {{fr: "… lequel de ces éléments … ?"}}
    # says: {{fr: "… {{member}} …"}}
    # lures:
    #   - {{label: {{fr: "…"}}, refuted_by: [3]}}
    members:
      - {{id: petrit, label: {{fr: "pétrit"}}}}
      - {{id: faconne, label: {{fr: "façonne"}}}}
      - {{id: enfourne-pain, label: {{fr: "enfourne le pain"}}}}

  # 4: Il prépare le brevet professionnel …
  # abbreviations that the document explains
  - id: taches-abbreviations
    kind: term
    draft: true
    # ask:
    #   meaning: {{fr: "Que signifie {{short}} ?"}}
    # says: {{fr: "{{short}} signifie « {{long}} »."}}
    # lures:
    #   - {{label: {{fr: "…"}}, refuted_by: [4]}}
    rows:
      - {{id: bp, sentences: [4], short: {{fr: "BP"}}, long: {{fr: "brevet professionnel"}}}}
"""

PAY = f"""\
# Le salaire : 1 800 €
# Sentences 6 to 7 of the document.
{HOW}\
topic: salaire-1-800
# A fingerprint of each sentence, and its first words to find it by.
sentences:
  6: "{MARKS[6]}"  # Le salaire : 1 800 €
  7: "{MARKS[7]}"  # Il gagne souvent de 1 …
facts:

  # 6: Le salaire : 1 800 €
  # figures in one sentence; word what each is for under `condition`
  - id: s6-figures
    kind: figure
    draft: true
    unit: eur
    # ask:
    #   number: {{fr: "Combien … {{condition}} ?"}}
    # says: {{fr: "… {{condition}} … {{figure}}."}}
    rows:
      - {{id: "1-800", sentences: [6], value: 1800, condition: {{fr: "1 800 €"}}}}

  # 7: Il gagne souvent de 1 …
  # figures in one sentence; word what each is for under `condition`
  # Keep what softens it: souvent.
  - id: s7-ranges
    kind: range
    draft: true
    unit: eur
    # ask:
    #   interval: {{fr: "Entre quels montants … {{condition}} ?"}}
    # says: {{fr: "… {{condition}} … {{range}}."}}
    rows:
      - {{id: mois, sentences: [7], condition: {{fr: "par mois"}}, low: 1900, high: 2300}}
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return str(path)


def begun(tmp_path: Path, document: str) -> str:
    folder = str(tmp_path / "bread")
    assert run_new(PackNewOptions(folder=folder, document=document), ENGLISH) == 0
    return folder


def test_a_document_becomes_a_folder_that_explains_itself(tmp_path: Path, page: str) -> None:
    folder = Path(begun(tmp_path, page))
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    assert files.pop("facts/salaire-1-800.yaml") == PAY
    assert files.pop("facts/taches.yaml") == TASKS
    assert files == {"pack.yaml": MANIFEST}


def test_what_was_begun_and_what_to_do_next_is_printed(
    tmp_path: Path, page: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = begun(tmp_path, page)
    assert (
        capfd.readouterr().out
        == f"""\
A pack was begun in {folder}: 2 sections, 6 draft facts, in 4 families, 1 sentence without a proposal.

Nothing of it is asked yet. Next:
  1. Open the files in {folder}/facts with any text editor; each says what to do.
  2. Mend a draft or throw it away; where it is right, remove its line `draft: true`.
  3. ctoquiz pack show {folder}
  4. ctoquiz pack coverage {folder} --document {page}
  5. ctoquiz play {folder}
"""
    )


def test_it_is_for_programs_too(tmp_path: Path, page: str, capfd: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "bread")
    assert run_new(PackNewOptions(folder=folder, document=page, json=True), ENGLISH) == 0
    told = json.loads(capfd.readouterr().out)
    assert told == {
        "schema": "ctoquiz/newpack/1",
        "pack": "bread",
        "folder": folder,
        "lang": "fr",
        "sections": [
            {
                "topic": "taches",
                "sentences": [3, 4, 5],
                "drafts": ["s3-list", "taches-abbreviations"],
                "facts": 4,
                "unproposed": [5],
            },
            {
                "topic": "salaire-1-800",
                "sentences": [6, 7],
                "drafts": ["s6-figures", "s7-ranges"],
                "facts": 2,
                "unproposed": [],
            },
        ],
        "navigation": [1, 2],
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_begun_is_a_pack_that_asks_nothing(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = begun(tmp_path, str(DOCUMENTS[name]))
    pack = load_pack(folder)
    assert (catalogue(pack).blueprints, dict(pack.families)) == ((), {})
    assert len(pack.drafts) > 10
    assert run_show(PackShowOptions(pack=folder), ENGLISH) == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_the_document_has_its_place_in_what_is_begun(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = begun(tmp_path, str(DOCUMENTS[name]))
    capfd.readouterr()
    assert run_coverage(PackCoverageOptions(pack=folder, document=str(DOCUMENTS[name]), json=True), ENGLISH) == 65
    told = json.loads(capfd.readouterr().out)
    assert told["uncited"] == []
    assert {each["found"] for each in told["cited"]} == {True}


@pytest.mark.parametrize("name", NAMES)
def test_no_six_words_of_the_document_stand_in_a_row_but_titles_and_names(tmp_path: Path, name: str) -> None:
    folder = begun(tmp_path, str(DOCUMENTS[name]))
    words = re.findall(r"\w+", DOCUMENTS[name].read_text("utf-8").casefold())
    runs = {tuple(words[place : place + 6]) for place in range(len(words) - 5)}
    pack = load_pack(folder)
    titles = [text for topic in pack.topics for text in topic.title.values()]
    free = [*titles, *pack.about.title.values(), *pack.about.apart]
    for path in Path(folder).rglob("*.yaml"):
        for line in path.read_text("utf-8").splitlines():
            own = re.findall(r"\w+", line.casefold())
            repeated = any(tuple(own[place : place + 6]) in runs for place in range(len(own) - 5))
            assert not repeated or any(text in line for text in free), line


def test_a_draft_that_is_confirmed_and_worded_is_asked(tmp_path: Path, page: str) -> None:
    folder = begun(tmp_path, page)
    path = Path(folder) / "facts" / "salaire-1-800.yaml"
    text = path.read_text("utf-8").replace("    draft: true\n", "")
    text = re.sub(r"(?m)^    # ((?:ask|says|  ).*)$", r"    \1", text)
    path.write_text(text, "utf-8")
    asked = [blueprint.id for blueprint in catalogue(load_pack(folder)).blueprints]
    assert asked[0] == "s6-figures.1-800/number"
    assert "s7-ranges.mois/interval" in asked


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, page: str) -> None:
    (tmp_path / "bread").mkdir()
    (tmp_path / "bread" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(CannotCreate, match="holds something"):
        run_new(PackNewOptions(folder=str(tmp_path / "bread"), document=page), ENGLISH)
    assert [path.name for path in (tmp_path / "bread").iterdir()] == ["mine.txt"]


def test_an_empty_folder_and_one_whose_parents_are_missing_will_do(tmp_path: Path, page: str) -> None:
    (tmp_path / "bread").mkdir()
    begun(tmp_path, page)
    assert run_new(PackNewOptions(folder=str(tmp_path / "a" / "b"), document=page), ENGLISH) == 0
    assert load_pack(str(tmp_path / "a" / "b")).about.id == "b"


@pytest.mark.parametrize("content", ["", " \n\n", "---\n***\n"])
def test_a_document_without_a_sentence_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "page.txt").write_text(content, "utf-8")
    with pytest.raises(BadInput, match="no sentence"):
        begun(tmp_path, str(tmp_path / "page.txt"))
    assert not (tmp_path / "bread").exists()


@pytest.mark.parametrize(("content", "why"), [(b"caf\xe9", "UTF-8"), (b"PK\x03\x04\0\0", "plain text")])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "page.txt").write_bytes(content)
    with pytest.raises(BadInput, match=why):
        begun(tmp_path, str(tmp_path / "page.txt"))


def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound):
        begun(tmp_path, str(tmp_path / "none.txt"))


def test_a_document_too_long_to_begin_with_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Un mot. " * (MOST_SIGNS // 8 + 1), "utf-8")
    with pytest.raises(BadInput, match="longer than 2 million"):
        begun(tmp_path, str(tmp_path / "page.txt"))


HOSTILE = {
    "one line without an end": "mot, mot et mot " * 5_000,
    "brackets that never close": "( Mot. " * 20_000,
    "commas alone": "a, " * 20_000,
    "control characters": "Il a \x1b[2J de 1 à 2 €, \u202e et\u2028 \x07 quatre, cinq et \x85 six.\n\n\x0b Titre\n",
    "what YAML could take for its own": """# &a *b !c

- yes: [no, {on: off}]
- "x": 'y'

%TAG | > @ ` de 1 à 2 € : # fin.""",
    "digits without end": "9" * 50_000 + " € et " + "1 000 " * 5_000,
    "other scripts": "東京は日本の首都です。人口は1400万人。\n\nПрограммист получает 100 000 рублей, код, чай и хлеб.",
    "a heading alone": "Titre",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_document_of_any_form_becomes_a_pack_or_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "page.txt").write_text(content, "utf-8")
    try:
        folder = begun(tmp_path, str(tmp_path / "page.txt"))
    except BadInput:
        return
    load_pack(folder)
    written = "".join(path.read_text("utf-8") for path in Path(folder).rglob("*.yaml"))
    assert written.replace("\n", "").replace("\u00a0", " ").isprintable()
