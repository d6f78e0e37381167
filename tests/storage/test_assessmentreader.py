"""Files of a self-assessment: what is read, and what their author is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ctoquiz.domain.assessment.checking import remarks
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import BadInput
from ctoquiz.storage import packcache
from ctoquiz.storage.packfile import ASSESSMENT, PackFile
from ctoquiz.storage.packreader import read_pack
from ctoquiz.storage.packs import load_pack

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "mini-pack"
TEXT = (EXAMPLE / ASSESSMENT).read_text(encoding="utf-8")
FILES = [PackFile(path.name, path.read_bytes()) for path in [EXAMPLE / "pack.yaml", *EXAMPLE.glob("facts/*.yaml")]]


def read(text: str) -> Pack:
    return read_pack(FILES, "0" * 64, PackFile(ASSESSMENT, text.encode()))


def told(*changes: tuple[str, str]) -> list[str]:
    """What the author of the example is told who has made these changes: the line, and the sentence."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    try:
        read(text)
    except BadInput as error:
        return list(_told(error))
    return []


def _told(error: BadInput) -> Iterator[str]:
    for problem in error.problems:
        assert problem.where is not None
        assert problem.where.file == ASSESSMENT
        assert problem.where.column is not None
        yield f"{problem.where.line}: {problem.message.format(**problem.values)}"


def line(text: str) -> int:
    """The line of the example on which a text first stands."""
    return TEXT[: TEXT.index(text)].count("\n") + 1


def test_the_example_is_whole() -> None:
    assessment = read(TEXT).assessment
    assert isinstance(assessment, Assessment)
    assert [len(each.statements) for each in assessment.competencies] == [4, 5, 4]
    assert [(each.critical, each.minimum) for each in assessment.competencies] == [
        *((True, 0.5), (False, None), (False, None))
    ]
    assert assessment.profile is not None
    assert [question.kind for question in assessment.profile.questions] == ["years", "choice", "choice"]


BREAKS: Mapping[str, tuple[str, str, str, str]] = {
    "schema": (
        "assessment-pack/1",
        "assessment-pack/2",
        "schema:",
        "The schema “ctoquiz/assessment-pack/2” is not one",
    ),
    "cuts in order": ("close: 0.5", "close: 0.9", "cuts:", "The cuts lie between 0 and 1, `close` below `ready`"),
    "cuts are shares": ("ready: 0.8", "ready: 80", "cuts:", "The cuts lie between 0 and 1"),
    "scale whole": ("  n: {en", "  x: {en", "scale:", "`scale` doesn’t say what “n” means; add it."),
    "anchors have no n": ('  4: {en: "Entirely', '  n: {en: "Entirely', "anchors:", "`anchors` doesn’t say what “4”"),
    "contexts known": ("- id: sme", "- id: small", "contexts:", "The context “sme” is missing here; add it."),
    "contexts once": ("- id: sme", "- id: startup", "- id: sme", "The name “startup” was given before in this file"),
    "context facts": (
        "facts: [turns.alerts]",
        "facts: [turns.alert]",
        "facts: [turns.alerts]",
        "did you mean “turns.alerts”?",
    ),
    "competency once": ("- id: rota\n", "- id: alerts\n", "- id: rota\n", "The name “alerts” was given before"),
    "statement once": ("- id: rota-paid", "- id: rota-signed", "- id: rota-paid", "The name “rota-signed” was given"),
    "check once": ("- id: check-paid", "- id: rota-paid", "- id: check-paid", "The name “rota-paid” was given before"),
    "short names": ("- id: rota-paid", "- id: Rota_paid", "- id: rota-paid", "“Rota_paid” is no short name"),
    "reserved": ("- id: rota-tools", "- id: profile", "- id: rota-tools", "“profile” has a meaning of its own"),
    "minimum needed": (
        "    minimum: 0.5\n",
        "",
        "- id: alerts\n",
        "“alerts” is critical and has no `minimum`; add it.",
    ),
    "minimum alone": (
        "    critical: true ",
        "    critical: false ",
        "minimum: 0.5",
        "Only a critical competency has a `minimum`",
    ),
    "minimum a share": ("minimum: 0.5", "minimum: 50", "minimum: 0.5", "A `minimum` is a share: above 0, at most 1."),
    "weights positive": (
        "startup: 2, sme: 1",
        "startup: 0, sme: 1",
        "weights:",
        "A weight is above 0; mend that of “startup”.",
    ),
    "weights of every context": (
        "{startup: 2, sme: 1, group: 1}",
        "{startup: 2, sme: 1}",
        "weights:",
        "The context “group” is missing here",
    ),
    "weights of no other": (
        "{startup: 2, sme: 1, group: 1}",
        "{startup: 2, sme: 1, group: 1, ngo: 1}",
        "weights:",
        "“ngo” is not a context; the contexts are startup, sme, group.",
    ),
    "thresholds are ratings": (
        "{startup: 3, sme: 2",
        "{startup: 5, sme: 2",
        "thresholds:",
        "A threshold is a rating, 0 to 4; mend that of “startup”.",
    ),
    "thresholds whole": (
        "{startup: 3, sme: 2",
        "{startup: 2.5, sme: 2",
        "thresholds:",
        "`startup` must be a whole number.",
    ),
    "facts needed": (
        "facts: [acknowledged]",
        "facts: []",
        "facts: [acknowledged]",
        "No fact is cited here; name the facts that this rests on.",
    ),
    "facts in full": (
        "facts: [turns.relief]",
        "facts: [qqq]",
        "facts: [turns.relief]",
        "No fact is called “qqq”; give the full name",
    ),
    "check of a statement": ("of: rota-paid", "of: rota-pay", "of: rota-paid", "No statement is called “rota-pay”"),
    "three and three": (
        "    reversed: true\n",
        "",
        "checks:",
        "There are 4 reworded and 2 reversed checks; write 3 of each.",
    ),
    "kind of question": (
        "kind: choice",
        "kind: choise",
        "kind: choice",
        "“choise” is not a kind; did you mean “choice”?",
    ),
    "standing expected": (
        "standing: met, ",
        "",
        "- {id: by-heart",
        "Options have a `standing` where, and only where, something is `expected`; mend “by-heart”.",
    ),
    "standing known": (
        "standing: met, ",
        "standing: yes, ",
        "- {id: by-heart",
        "`standing` must be one of: under, depends or met.",
    ),
    "option once": ("- {id: night", "- {id: week", "- {id: night", "The name “week” was given before in this file"),
    "expected facts": ("facts: [words.slo]", "facts: [words.slow]", "facts: [words.slo]", "did you mean “words.slo”?"),
    "pay years": (
        "years: years\n",
        "years: place\n",
        "years: years\n",
        "`years` names a profile question of kind `years`; “place” is none.",
    ),
    "pay place": (
        "place: place\n",
        "place: years\n",
        "place: place\n",
        "`place` names a profile question of kind `choice`; “years” is none.",
    ),
    "band place": (
        "place: weekend, fact",
        "place: sunday, fact",
        "place: weekend, fact",
        "“sunday” is no option of the question about the place; choose among: night, week, weekend.",
    ),
    "band fact": (
        "fact: pay.weekend",
        "fact: words.slo",
        "fact: pay.weekend",
        "The fact of a band is a range; “words.slo” is of another kind.",
    ),
    "band begins": (
        "{low: 0, high: 40, place: week,",
        "{high: 40, place: week,",
        "place: week,",
        "A band begins either at `low` years or `above` so many",
    ),
    "band upwards": (
        "{low: 0, high: 40, place: week,",
        "{low: 9, high: 8, place: week,",
        "place: week,",
        "The years of a band go from 0 or more to a higher `high`",
    ),
    "bands apart": (
        "place: weekend, fact",
        "place: week, fact",
        "place: weekend, fact",
        "Two bands for “week” hold for the same years; mend their ends.",
    ),
    "every language": (', fr: "Jamais"}', "}", '  0: {en: "Never"', "This text is missing in “fr”; add `fr: …`."),
    "no other language": (
        'fr: "Jamais"}',
        'fr: "Jamais", de: "Nie"}',
        '  0: {en: "Never"',
        "“de” is not among the pack’s languages (en, fr)",
    ),
    "editorial in every language": (
        '  fr: "Les poids et les seuils',
        '  de: "Les poids et les seuils',
        "editorial:",
        "This text is missing in “fr”",
    ),
    "silence in every language": (
        ', fr: "La page ne dit rien des nuits."',
        "",
        "The page says nothing of nights",
        "This text is missing in “fr”",
    ),
    "unknown field": (
        "    critical: true ",
        "    critcal: true ",
        "critical: true",
        "“critcal” is not a field here; did you mean “critical”?",
    ),
    "missing field": ("cuts: {close: 0.5, ready: 0.8}\n", "", "# A self", "The field `cuts` is missing; add it."),
    "profile of fields": (
        "profile:\n  questions:",
        "profile: []\nprofil:\n  questions:",
        "profile:",
        "`profile` must have fields such as",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_mistake_is_told_with_its_line(name: str) -> None:
    old, new, place, sentence = BREAKS[name]
    messages = told((old, new))
    where = [message for message in messages if sentence in message]
    assert where, messages
    assert int(where[0].partition(":")[0]) in range(line(place) - 1, line(place) + 2)


def test_all_that_does_not_fit_is_told_in_one_run_in_the_order_of_the_file() -> None:
    messages = told(
        ("facts: [turns.alerts]", "facts: [turns.alert]"),
        ("startup: 2, sme: 1", "startup: 0, sme: 1"),
        ("- id: rota-tools", "- id: rota-signed"),
        ("of: rota-paid", "of: rota-pay"),
        ("fact: pay.weekend", "fact: words.slo"),
    )
    assert messages == [
        "26: No fact is called “turns.alert”; did you mean “turns.alerts”?",
        "41: A weight is above 0; mend that of “startup”.",
        "90: The name “rota-signed” was given before in this file; give each its own.",
        "113: No statement is called “rota-pay”; give the id of a statement of this file.",
        "146: The fact of a band is a range; “words.slo” is of another kind.",
    ]


def test_mistakes_in_the_shape_of_parts_are_told_in_one_run() -> None:
    messages = told(
        ("cuts: {close: 0.5", "cuts: {close: half"),
        ("{startup: 3, sme: 2", "{startup: 2.5, sme: 2"),
        ("kind: choice", "kind: choise"),
        ("standing: met, ", "standing: yes, "),
    )
    assert [message.partition(": ")[2] for message in messages] == [
        "`close` must be a number, without quotes, spaces or unit.",
        "`startup` must be a whole number.",
        "“choise” is not a kind; did you mean “choice”?",
        "`standing` must be one of: under, depends or met.",
    ]


@pytest.mark.parametrize("statements", [3, 7])
def test_a_competency_has_four_to_six_statements(statements: int) -> None:
    few = "      - id: rota-tools\n" + TEXT.partition("      - id: rota-tools\n")[2].partition("\n\n")[0]
    if statements == 3:
        messages = told((few, ""))
    else:
        messages = told((few, "\n".join([few, *(few.replace("rota-tools", f"more-{n}") for n in range(3))])))
    assert [message.partition(": ")[2] for message in messages] == [
        f"“rota” has {statements} statements; a competency has 4 to 6."
    ]


def test_bands_that_touch_at_an_excluded_end_are_apart() -> None:
    apart = (
        "      - {low: 0, high: 40, place: weekend, fact: pay.weekend}",
        "      - {above: 40, place: week, fact: pay.weekend}",
    )
    assert told(apart) == []


def test_few_competencies_are_worth_a_remark_and_no_more() -> None:
    assessment = read(TEXT).assessment
    assert assessment is not None
    (remark,) = remarks(assessment)
    assert str(remark) == ("There are 3 competencies; 10 to 12 make an assessment that is broad and still short.")


def test_a_file_that_is_no_mapping_is_told() -> None:
    with pytest.raises(BadInput) as raised:
        read("- 1\n")
    assert [str(problem.where) for problem in raised.value.problems] == ["assessment.yaml:1:1"]


def copy_of_the_example(folder: Path) -> Path:
    (folder / "facts").mkdir(parents=True)
    for path in [EXAMPLE / "pack.yaml", EXAMPLE / ASSESSMENT, *EXAMPLE.glob("facts/*.yaml")]:
        (folder / path.relative_to(EXAMPLE)).write_bytes(path.read_bytes())
    return folder


def test_the_assessment_is_part_of_the_edition_of_its_pack(tmp_path: Path) -> None:
    folder = copy_of_the_example(tmp_path / "mini")
    before = load_pack(str(folder))
    (folder / ASSESSMENT).write_text(TEXT.replace("Never", "Not once"), encoding="utf-8")
    changed = load_pack(str(folder))
    (folder / ASSESSMENT).unlink()
    without = load_pack(str(folder))
    assert len({before.digest, changed.digest, without.digest}) == 3
    assert (changed.assessment or read(TEXT).assessment) != before.assessment
    assert without.assessment is None


def test_a_pack_that_was_kept_is_the_same(tmp_path: Path) -> None:
    whole = read(TEXT)
    packcache.save(whole, tmp_path)
    assert packcache.load(whole.digest, tmp_path) == whole
