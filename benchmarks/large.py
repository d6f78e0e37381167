"""Packs of any size: families of every kind, twenty facts each, in files that stay far below the largest allowed.

python -m benchmarks.large 10000 /tmp/large
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

FACTS_A_FAMILY = 20
FAMILIES_A_FILE = 200

Lines = Iterator[str]


def write_pack(facts: int, folder: Path) -> Path:
    """Write a pack of about `facts` facts (a multiple of twenty) into the folder, and return the folder."""
    families = -(-facts // FACTS_A_FAMILY)
    files = -(-families // FAMILIES_A_FILE)
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("\n".join(_manifest(files)) + "\n", encoding="utf-8")
    for file in range(files):
        first = file * FAMILIES_A_FILE
        with (folder / "facts" / f"part-{file:04}.yaml").open("w", encoding="utf-8") as out:
            _write_file(out, file, range(first, min(first + FAMILIES_A_FILE, families)))
    return folder


def _manifest(files: int) -> Lines:
    yield from ("schema: ctoquiz/pack/1", "id: large", 'version: "1"', "languages: [fr, en]")
    yield from ("title: {fr: Grand, en: Large}", "document: {fr: Un long document, en: A long document}", "topics:")
    yield from (f"  - {{id: part-{file}, title: {_text(f'partie {file}', f'part {file}')}}}" for file in range(files))


def _write_file(out: TextIO, file: int, families: range) -> None:
    out.write(f'topic: part-{file}\nsentences: {{1: "000000000000"}}\nfacts:\n')
    for number in families:
        kind, write = _KINDS[number % len(_KINDS)]
        out.write(f"  - id: family-{number}\n    kind: {kind}\n    sentences: [1]\n")
        out.writelines(f"    {line}\n" for line in write(number))


def _text(french: str, english: str) -> str:
    return f'{{fr: "{french}", en: "{english}"}}'


def _words(row: int) -> str:
    return _text(*_FOOD[row])


def _set(number: int) -> Lines:
    # The sibling is the other set nearest by, in the same file: its members are the wrong options.
    first = number % len(_KINDS) == 0
    yield from ("closed: true", f"siblings: [family-{number + 1 if first else number - 1}]")
    yield f"title: {_text(f'la liste {number}', f'list {number}')}"
    yield f"ask: {{pick: {_text(f'Que compte la liste {number} ?', f'What is in list {number}?')}}}"
    yield f"says: {_text(f'La liste {number} compte {{member}}.', f'List {number} has {{member}}.')}"
    yield "members:"
    for row, words in enumerate((_FOOD if first else _HOUSE)[:FACTS_A_FAMILY]):
        yield f"  - {{id: m{row}, label: {_text(*words)}}}"


def _relation(number: int) -> Lines:
    yield "functional: true"
    yield f"ask: {{forward: {_text('Que vend {subject} ?', 'What does {subject} sell?')}}}"
    yield f"says: {_text('{Subject} vend {object}.', '{Subject} sells {object}.')}"
    yield "rows:"
    for row in range(FACTS_A_FAMILY):
        subject = _text(f"le magasin {number}-{row}", f"shop {number}-{row}")
        yield f"  - {{id: r{row}, subject: {subject}, object: {_words(row)}}}"


def _range(number: int) -> Lines:
    yield "unit: eur"
    ask = _text("Combien gagne-t-on au {condition} ?", "What does one earn at {condition}?")
    yield f"ask: {{which: {ask}, interval: {ask}}}"
    yield f"says: {_text('Au {condition}, on gagne {range}.', 'At {condition}, one earns {range}.')}"
    yield "rows:"
    for row in range(FACTS_A_FAMILY):
        low = 20_000 + 5_000 * row
        condition = _text(f"poste {number}-{row}", f"post {number}-{row}")
        yield f"  - {{id: r{row}, condition: {condition}, low: {low}, high: {low + 10_000}}}"


def _figure(number: int) -> Lines:
    yield "unit: none"
    yield f"ask: {{number: {_text('Combien en {condition} ?', 'How many in {condition}?')}}}"
    yield f"says: {_text('Il y en a {figure} en {condition}.', 'There are {figure} in {condition}.')}"
    yield "rows:"
    for row in range(FACTS_A_FAMILY):
        condition = _text(f"salle {number}-{row}", f"room {number}-{row}")
        yield f"  - {{id: r{row}, condition: {condition}, value: {row + 5}, wrong: [{row + 50}, {row + 80}]}}"


def _term(number: int) -> Lines:
    yield f"ask: {{meaning: {_text('Que désigne {short} ?', 'What is {short}?')}}}"
    yield f"says: {_text('{short} désigne {long}.', '{short} is {long}.')}"
    yield "rows:"
    for row in range(FACTS_A_FAMILY):
        short = f"T{number}R{row}"
        yield f"  - {{id: r{row}, short: {_text(short, short)}, long: {_words(row)}}}"


def _condition(number: int) -> Lines:
    yield f"ask: {{forward: {_text('Que sert-on {when} ?', 'What is served {when}?')}}}"
    yield f"says: {_text('{When}, on sert {then}.', '{When}, one serves {then}.')}"
    yield "rows:"
    for row in range(FACTS_A_FAMILY):
        when = _text(f"quand sonne la cloche {number}-{row}", f"when bell {number}-{row} rings")
        yield f"  - {{id: r{row}, when: {when}, then: {_words(row)}}}"


def _progression(number: int) -> Lines:
    ask = _text(f"Au menu {number}, que vient juste après {{step}} ?", f"On menu {number}, what is next to {{step}}?")
    yield f"ask: {{next: {ask}}}"
    yield f"says: {_text('{Later} suit {step}.', '{Later} comes after {step}.')}"
    yield "steps:"
    for row in range(FACTS_A_FAMILY + 1):
        yield f"  - {{id: s{row}, label: {_words(row)}}}"


_FOOD = (
    ("la pomme", "apples"),
    ("le citron", "lemons"),
    ("la cerise", "cherries"),
    ("le raisin", "grapes"),
    ("la figue", "figs"),
    ("l’olive", "olives"),
    ("le maïs", "maize"),
    ("le riz", "rice"),
    ("la truite", "trout"),
    ("le saumon", "salmon"),
    ("le crabe", "crab"),
    ("l’huître", "oysters"),
    ("le poulet", "chicken"),
    ("le canard", "duck"),
    ("l’agneau", "lamb"),
    ("le beurre", "butter"),
    ("le fromage", "cheese"),
    ("le miel", "honey"),
    ("le sucre", "sugar"),
    ("le pain", "bread"),
    ("le vinaigre", "vinegar"),
)
_HOUSE = (
    ("la table", "tables"),
    ("la chaise", "chairs"),
    ("la lampe", "lamps"),
    ("le tapis", "carpets"),
    ("le miroir", "mirrors"),
    ("le rideau", "curtains"),
    ("le coffre", "chests"),
    ("l’horloge", "clocks"),
    ("le coussin", "cushions"),
    ("l’escalier", "stairs"),
    ("la fenêtre", "windows"),
    ("la porte", "doors"),
    ("la serrure", "locks"),
    ("le balcon", "balconies"),
    ("le jardin", "gardens"),
    ("le garage", "garages"),
    ("le grenier", "attics"),
    ("la cave", "cellars"),
    ("le four", "ovens"),
    ("l’évier", "sinks"),
)
"""Words that nobody takes for each other: a question whose options are too alike isn't asked."""

_KINDS: tuple[tuple[str, Callable[[int], Lines]], ...] = (
    ("set", _set),
    ("set", _set),
    ("relation", _relation),
    ("range", _range),
    ("figure", _figure),
    ("term", _term),
    ("condition", _condition),
    ("progression", _progression),
)

if __name__ == "__main__":
    write_pack(int(sys.argv[1]), Path(sys.argv[2]))
