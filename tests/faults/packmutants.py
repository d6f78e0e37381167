"""The pack that ships with one of its files spoilt, read and used in this process: thousands a minute.

Of the other files, what was read of them once is used again; all else is the tool's own code.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import cast

import pytest
from tests.faults.mutating import Base, mutant

from ctoquiz.cli.composing import compose
from ctoquiz.cli.door import sentence
from ctoquiz.cli.options import Selection
from ctoquiz.document.coverage import coverage
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import BadInput
from ctoquiz.formats.assessmentsheet import sheet
from ctoquiz.formats.coverage import coverage_text
from ctoquiz.formats.markdown import Sheet, handout
from ctoquiz.formats.packtext import Reading, overview, question_page
from ctoquiz.formats.questions import quiz_json
from ctoquiz.generation.base import Blueprint, Within
from ctoquiz.generation.catalogue import GENERATORS, NEUTRAL, Catalogue, Generator, build, catalogue
from ctoquiz.i18n.words import Words
from ctoquiz.storage import packquestions, packreader
from ctoquiz.storage.packfile import ASSESSMENT, MANIFEST, PackFile
from ctoquiz.storage.packs import home
from ctoquiz.storage.yamltext import FORBIDDEN

MOST_SECONDS = 2.0
MOST_MEBIBYTES = 200
LONGEST_SENTENCE = 1000
"""Characters of one problem, with its place: what is longer, nobody reads."""

LANGUAGES = ("fr", "en")
_WORDS = (Words("en"), Words("fr"))


@dataclass
class Verdicts:
    """What became of mutants: so many refused, so many read and used, and each that broke a rule: its number, why."""

    refused: int = 0
    used: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)


class Mutants:
    """Mutants by their numbers: the same number is the same mutant, as long as the pack is the same."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = home() / "cto"
        paths = [folder / MANIFEST, *sorted(folder.glob("facts/*.yaml")), folder / ASSESSMENT]
        self._files = [PackFile(str(path.relative_to(folder)), path.read_bytes()) for path in paths]
        self._bases = [Base.of(file.data) for file in self._files]
        for name in ("mapping", "read_about", "read_section", "read_assessment", "missing_languages"):
            monkeypatch.setattr(packreader, name, _remembered(getattr(packreader, name), self._files))
        *others, assessment = self._files
        whole = packreader.read_pack(others, "0" * 64, assessment)
        generated = _Generated({id(family): family for family in whole.families.values()})
        for kind, generator in GENERATORS.items():
            monkeypatch.setitem(cast("dict[str, Generator]", GENERATORS), kind, generated.of(generator))
        monkeypatch.setattr(packquestions, "build", generated.build)

    def files(self, number: int) -> tuple[PackFile, list[PackFile]]:
        """The file that was spoilt, and all files of the pack with it."""
        chance = Random(number)
        place = chance.randrange(len(self._files))
        spoilt = PackFile(self._files[place].name, mutant(self._bases[place], self._bases, chance))
        return spoilt, [*self._files[:place], spoilt, *self._files[place + 1 :]]

    def judge(self, numbers: range) -> Verdicts:
        """Read each, and use those that are accepted."""
        verdicts = Verdicts()
        for number in numbers:
            spoilt, files = self.files(number)
            begin = time.process_time()
            try:
                is_read = _judged(spoilt, files, number)
            except Exception as error:  # whatever it is, it is what is looked for
                verdicts.broken.append((number, f"{type(error).__name__}: {str(error)[:200]}"))
                continue
            verdicts.used, verdicts.refused = verdicts.used + is_read, verdicts.refused + (not is_read)
            if (seconds := time.process_time() - begin) > MOST_SECONDS:
                verdicts.broken.append((number, f"took {seconds:.1f} s"))
        return verdicts


def peak() -> int:
    """The most memory that this process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _judged(spoilt: PackFile, files: list[PackFile], number: int) -> bool:
    """Whether the pack is accepted. Raises AssertionError where a rule is broken, and whatever the tool lets out."""
    *others, assessment = files
    try:
        pack = packreader.read_pack(others, f"{number:064}", assessment, every_question=True)
    except BadInput as error:
        _check_told(error, spoilt)
        return False
    _use(pack, number)
    return True


def _check_told(error: BadInput, spoilt: PackFile) -> None:
    lines = spoilt.data.count(b"\n") + 1
    for problem in error.problems:
        where = problem.where
        assert where is not None, f"nowhere: {problem}"
        assert where.line, f"no line: {problem}"
        assert where.column, f"no column: {problem}"
        assert where.file != spoilt.name or where.line <= lines, f"line {where.line} of {lines}: {problem}"
    for words in _WORDS:
        told = sentence(error, words).split("\n")
        assert len(told) == len(error.problems), told
        assert max(map(len, told)) <= LONGEST_SENTENCE, max(told, key=len)
        assert all(line.replace("\u00a0", " ").replace("\u202f", " ").isprintable() for line in told), told


def _use(pack: Pack, number: int) -> None:
    """One of the things that an author and a player do with a pack, in one language: by turns, as there are many."""
    whole = catalogue(pack)
    words = _WORDS[number % 2]
    lang = words.language if words.language in pack.languages else pack.languages[0]
    text = _USES[number // 2 % len(_USES)](whole, lang, words, number)
    assert text
    assert not FORBIDDEN.search(text.replace("\n", " ")), "a text holds a control character"


def _shown(whole: Catalogue, lang: str, words: Words, number: int) -> str:
    reading = Reading(whole, lang, words)
    question = build(whole.blueprints[number % len(whole.blueprints)], NEUTRAL)
    return overview(reading, "mutant") + question_page(reading, question)


def _printed(whole: Catalogue, lang: str, words: Words, number: int) -> str:
    quiz = compose(Selection(seed=str(number)), whole, None, Chance.of(number)).quiz
    assert quiz_json(quiz, lang, whole.pack.about.document)["questions"]
    return handout(Sheet(quiz, lang, whole.pack.about.document), words, key=True)


def _compared(whole: Catalogue, _lang: str, words: Words, _number: int) -> str:
    about = whole.pack.about
    edition = Edition(about.id, about.version, whole.pack.digest, about.languages)
    return coverage_text(coverage(whole.pack, None), edition, words)


def _assessed(whole: Catalogue, lang: str, words: Words, _number: int) -> str:
    assert whole.pack.assessment is not None
    return sheet(whole.pack, whole.pack.assessment, lang, words)


_USES = (_shown, _printed, _compared, _assessed)


def _remembered(read: Callable[..., object], files: list[PackFile]) -> Callable[..., object]:
    """The same function, which asks for what a file of the pack holds once; what it found is said each time."""
    known = {id(file): file for file in files}
    kept: dict[tuple[int, str], object] = {}

    def remembering(file: PackFile, *rest: object) -> object:
        if id(file) not in known:
            return read(file, *rest)
        key = id(file), str([each for each in rest if isinstance(each, tuple)])
        if key not in kept:
            result = read(file, *rest)
            kept[key] = list(result) if isinstance(result, Iterator) else result
        return kept[key]

    return remembering


class _Generated:
    """The blueprints of the families that are as they were, with siblings that are, and their questions, made once."""

    def __init__(self, families: Mapping[int, AnyFamily]) -> None:
        self._families = families
        self._kept: dict[int, list[Blueprint]] = {}
        self._built: dict[int, AnyQuestion | None] = {}

    def of(self, generator: Generator) -> Generator:
        def remembering(family: AnyFamily, within: Within) -> Iterator[Blueprint]:
            known = (family, *(within.families.get(name) for name in family.siblings))
            if within.languages != LANGUAGES or any(id(each) not in self._families for each in known):
                return generator(family, within)
            if id(family) not in self._kept:
                self._kept[id(family)] = list(generator(family, within))
                self._built.update(dict.fromkeys(map(id, self._kept[id(family)])))
            return iter(self._kept[id(family)])

        return remembering

    def build(self, blueprint: Blueprint, seed: object) -> AnyQuestion:
        if id(blueprint) not in self._built:
            return build(blueprint, seed)
        kept = self._built[id(blueprint)] or build(blueprint, seed)
        self._built[id(blueprint)] = kept
        return kept


def write_pack(files: list[PackFile], folder: Path) -> Path:
    """The files of a pack, on the disk."""
    for file in files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder
