"""The pack of `docs/examples`, which authors start from, is whole and shows all that the format can hold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ctoquiz.cli.options import PackCheckOptions, PackCoverageOptions
from ctoquiz.cli.packcheck import run_check
from ctoquiz.cli.packcoverage import run_coverage
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import KINDS
from ctoquiz.domain.scoring import grade
from ctoquiz.domain.selection import Selection
from ctoquiz.domain.sentences import sentences
from ctoquiz.generation.catalogue import GENERATORS, catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "examples"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(str(EXAMPLES / "mini-pack"))


def test_the_example_holds_every_kind_of_fact_and_a_question_written_by_hand(pack: Pack) -> None:
    assert {family.kind for family in pack.families.values()} == set(GENERATORS)
    assert any(section.questions for section in pack.sections)


def test_the_example_asks_every_kind_of_question(pack: Pack) -> None:
    assert {blueprint.kind for blueprint in catalogue(pack).blueprints} == set(KINDS)


def test_every_fact_of_the_example_is_asked(pack: Pack) -> None:
    asked = {fact for blueprint in catalogue(pack).blueprints for fact in blueprint.facts}

    assert set(pack.facts) <= asked


def test_the_example_breaks_no_rule_and_says_itself_that_its_assessment_is_small(
    capfd: pytest.CaptureFixture[str],
) -> None:
    options = PackCheckOptions(
        pack=str(EXAMPLES / "mini-pack"), document=str(EXAMPLES / "mini-document.txt"), json=True, lang="en"
    )

    assert run_check(options, Words("en")) == 0
    assert [found["rule"] for found in json.loads(capfd.readouterr().out)["findings"]] == ["assessment-form"]


def test_the_example_tells_all_of_its_document(capfd: pytest.CaptureFixture[str]) -> None:
    options = PackCoverageOptions(
        pack=str(EXAMPLES / "mini-pack"), document=str(EXAMPLES / "mini-document.txt"), json=True, lang="en"
    )

    assert run_coverage(options, Words("en")) == 0, capfd.readouterr().out


def test_the_example_cites_the_sentences_of_its_document(pack: Pack) -> None:
    text = (EXAMPLES / "mini-document.txt").read_text(encoding="utf-8")
    numbered = dict(enumerate(map(fingerprint, sentences(text)), 1))

    assert dict(pack.fingerprints) == {number: numbered[number] for number in pack.fingerprints}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_whoever_knows_the_example_by_heart_earns_every_point(pack: Pack, lang: str) -> None:
    quiz = from_seed(catalogue(pack), Selection(), 12, "by heart").quiz

    assert len(quiz.questions) == 12
    assert [grade(question, question.answer_in(lang)).points for question in quiz.questions] == [1.0] * 12


def test_the_page_for_authors_shows_the_example_as_it_is() -> None:
    page = (DOCS / "writing-a-pack.md").read_text(encoding="utf-8")
    files = "\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("mini-pack/**/*.yaml")))
    shown = re.findall(r"<!-- from the example -->\n+```yaml\n(.*?)```", page, re.DOTALL)

    assert shown
    for excerpt in shown:
        assert excerpt in files
