"""What an author does wrong: all of it is said in one run, each with its place and what to do."""

from __future__ import annotations

from time import process_time

import pytest

from ctoquiz.domain.pack import Pack
from ctoquiz.errors import BadInput
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packreader import read_pack

MANIFEST = """\
schema: ctoquiz/pack/1
id: tiny
version: "1"
languages: [fr, en]
title: {fr: "T", en: "T"}
document: {fr: "D", en: "D"}
topics:
  - {id: work, title: {fr: "W", en: "W"}}
"""
FACTS = """\
topic: work
sentences: {1: "0123456789ab"}
facts:
  - id: tools
    kind: set
    closed: true
    sentences: [1]
    ask:
      pick: {fr: "Quoi ?", en: "What?"}
    says: {fr: "{Member} est.", en: "{Member} is."}
    lures:
      - {label: {fr: "x", en: "x"}, refuted_by: [1]}
    members:
      - {id: a, label: {fr: "a", en: "a"}}
      - {id: b, label: {fr: "b", en: "b"}}
  - id: floor
    kind: figure
    unit: eur
    sentences: [1]
    says: {fr: "{figure}", en: "{figure}"}
    value: 10
    wrong: [5, 15]
questions:
  - id: hand
    kind: single
    facts: [floor]
    prompt: {fr: "Q ?", en: "Q?"}
    options: [{fr: "u", en: "u"}, {fr: "v", en: "v"}, {fr: "w", en: "w"}]
    answer: b
    explanation: {fr: "E", en: "E"}
"""


def read(manifest: str = MANIFEST, facts: str = FACTS, *more: str) -> Pack:
    names = ["pack.yaml", "facts.yaml", "more.yaml"]
    files = [PackFile(name, text.encode()) for name, text in zip(names, (manifest, facts, *more), strict=False)]
    return read_pack(files, "0" * 64)


def refused(manifest: str = MANIFEST, facts: str = FACTS, *more: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read(manifest, facts, *more)
    assert caught.value.code == 65
    return [f"{problem.where}: {problem.message.format(**problem.values)}" for problem in caught.value.problems]


def test_a_right_pack_is_read() -> None:
    pack = read()

    assert list(pack.facts) == ["tools.a", "tools.b", "floor"]
    assert pack.fingerprints == {1: "0123456789ab"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "    closed: true\n", "", "facts.yaml:4:5: The field `closed` is missing; add it.", id="a field is missing"
        ),
        pytest.param(
            "closed: true",
            "closed: true\n    closedd: true",
            "facts.yaml:7:5: “closedd” is not a field here; did you mean “closed”?",
            id="a field is not known",
        ),
        pytest.param(
            "closed: true", "closed: no", "facts.yaml:6:13: `closed` must be true or false.", id="no is a text"
        ),
        pytest.param(
            "value: 10",
            'value: "10 k"',
            "facts.yaml:21:12: `value` must be a number, without quotes, spaces or unit.",
            id="a number is a text",
        ),
        pytest.param(
            "sentences: [1]\n    ask",
            "sentences: 1\n    ask",
            "facts.yaml:7:16: `sentences` must be a list: […].",
            id="a list is a number",
        ),
        pytest.param(
            "unit: eur",
            "unit: euro",
            "facts.yaml:18:11: `unit` must be one of: eur, year, percent or none.",
            id="a unit",
        ),
        pytest.param(
            "kind: set", "kind: sett", "facts.yaml:5:11: “sett” is not a kind; did you mean “set”?", id="a kind"
        ),
        pytest.param(
            "      pick:",
            "      pik:",
            "facts.yaml:9:12: “pik” is not a question of this kind of fact; choose among: "
            "all, home, odd, pick, sort, type.",
            id="a wording",
        ),
        pytest.param(
            '"{Member} est."',
            '"{Membre} est."',
            "facts.yaml:10:11: The gap “{membre}” is not known here; the gaps are: {member}.",
            id="a gap of says",
        ),
        pytest.param(
            '{id: b, label: {fr: "b", en: "b"}}',
            '{id: b, label: {fr: "b", en: "b"}, says: {fr: "{x}", en: "."}}',
            "facts.yaml:15:50: The gap “{x}” is not known here; the gaps are: {member}.",
            id="a gap of a row",
        ),
        pytest.param(
            "{id: b,",
            "{id: a,",
            "facts.yaml:15:14: In family “tools” two rows are called “a”; give each its own name.",
            id="a row twice",
        ),
        pytest.param(
            "{id: b,",
            "{",
            "facts.yaml:15:9: In family “tools” a row has no id; give each row a short name.",
            id="a row without id",
        ),
        pytest.param(
            "{id: b,",
            "{id: B c,",
            "facts.yaml:15:14: “B c” is no short name; use lower-case letters, digits and hyphens.",
            id="a name that is not short",
        ),
        pytest.param(
            "- id: tools\n    kind: set",
            "- id: floor\n    kind: set",
            "facts.yaml:16:9: Another family is called “floor” too, in facts.yaml; give each its own name.",
            id="a family twice",
        ),
        pytest.param(
            "refuted_by: [1]",
            "refuted_by: []",
            "facts.yaml:12:49: Say which sentence makes this wrong: `refuted_by: [3]`.",
            id="a lure that nothing refutes",
        ),
        pytest.param(
            "refuted_by: [1]",
            "refuted_by: [2]",
            "facts.yaml:4:5: Sentence 2 has no fingerprint in this file; add it under `sentences` at the top.",
            id="a sentence without fingerprint",
        ),
        pytest.param(
            '{1: "0123456789ab"}',
            '{1: "0123456789ab", one: "0123456789ab"}',
            "facts.yaml:2:37: “one” is no number of a sentence; number the document’s sentences from 1.",
            id="a sentence without a number",
        ),
        pytest.param(
            '{1: "0123456789ab"}',
            '{1: "012345"}',
            "facts.yaml:2:16: “012345” is no fingerprint; it has 12 signs, 0 to 9 and a to f.",
            id="a fingerprint that is none",
        ),
        pytest.param(
            "wrong: [5, 15]",
            "wrong: [5, 10]",
            "facts.yaml:22:16: This wrong figure is right; take another.",
            id="a wrong figure is right",
        ),
        pytest.param(
            "wrong: [5, 15]",
            "wrong: [5, 5]",
            "facts.yaml:22:16: This wrong figure is there twice; take another.",
            id="a wrong figure twice",
        ),
        pytest.param(
            "closed: true",
            "closed: true\n    siblings: [floor]",
            "facts.yaml:7:16: The sibling “floor” is not another family of the same kind; name one or leave it out.",
            id="a sibling of another kind",
        ),
        pytest.param(
            '{id: b, label: {fr: "b", en: "b"}}',
            '{id: b, label: {fr: "b", en: "b"}, also_true: [c]}',
            "facts.yaml:15:55: `also_true` names “c”, which is no row of “tools”; mend the name.",
            id="also_true names nothing",
        ),
        pytest.param(
            'en: "What?"',
            'ne: "What?"',
            None,
            id="a language",
        ),
        pytest.param(
            "topic: work",
            "topic: wrk",
            "facts.yaml:1:8: The topic “wrk” is not in pack.yaml; add it there or choose among: work.",
            id="a topic",
        ),
        pytest.param(
            "facts: [floor]",
            "facts: [flor]",
            "facts.yaml:26:13: No fact is called “flor”; give the full name of a fact of this pack.",
            id="a fact that is none",
        ),
        pytest.param(
            "facts: [floor]",
            "facts: []",
            "facts.yaml:26:12: Name at least one fact that the question asks.",
            id="no fact",
        ),
        pytest.param(
            "answer: b",
            "answer: z",
            "facts.yaml:24:5: The question “floor/hand” can’t be asked (“z” is not among the options; give letters "
            "from a to c.); mend its texts, its options or its answer.",
            id="an answer outside the options",
        ),
        pytest.param(
            '{fr: "w", en: "w"}',
            '{fr: "u", en: "w"}',
            "facts.yaml:24:5: The question “floor/hand” can’t be asked (two options are the same: u); mend its "
            "texts, its options or its answer.",
            id="an option twice",
        ),
        pytest.param(
            "id: hand",
            "id: true",
            None,
            id="a name that YAML takes for true",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_do(old: str, new: str, expected: str | None) -> None:
    assert FACTS.count(old) >= 1
    found = refused(facts=FACTS.replace(old, new, 1))

    if expected is None:
        assert found
        assert all(line.startswith("facts.yaml:") for line in found)
    else:
        assert found == [expected]


def test_a_family_without_facts_is_named() -> None:
    start = FACTS.index("    members:")
    end = FACTS.index("  - id: floor")

    assert refused(facts=FACTS[:start] + "    members: []\n" + FACTS[end:]) == [
        "facts.yaml:4:5: “tools” holds no fact; add one, or remove the family."
    ]


def test_a_text_that_lacks_a_language_or_has_one_too_many_is_named() -> None:
    facts = FACTS.replace('{fr: "Quoi ?", en: "What?"}', '{fr: "Quoi ?", de: "Was?"}')

    assert refused(facts=facts) == [
        "facts.yaml:9:13: This text is missing in “en”; add `en: …`.",
        "facts.yaml:9:32: “de” is not among the pack’s languages (fr, en); remove it or add it to pack.yaml.",
    ]


def test_all_mistakes_of_a_pack_are_told_in_one_run_in_the_order_of_its_files() -> None:
    manifest = MANIFEST.replace('version: "1"', "version: 1.0")
    facts = FACTS.replace("closed: true", "closd: true").replace("value: 10", "value: ten").replace("[floor]", "[flor]")
    more = 'topic: work\nsentences: {1: "0123456789ab"}\nfacts:\n  - {id: x, kind: nothing}\n  - [1]\n'

    assert refused(manifest, facts, more) == [
        "facts.yaml:4:5: The field `closed` is missing; add it.",
        "facts.yaml:6:5: “closd” is not a field here; did you mean “closed”?",
        "facts.yaml:21:12: `value` must be a number, without quotes, spaces or unit.",
        "facts.yaml:26:13: No fact is called “flor”; give the full name of a fact of this pack.",
        "more.yaml:4:19: `kind` must be one of: set, relation, range, figure, term, contrast, condition, progression.",
        "more.yaml:5:5: Each of `facts` has fields such as `id: …`.",
        "pack.yaml:3:10: `version` must be a text; put it between quotes.",
    ]


def test_mistakes_across_files_are_told_beside_those_within_one_and_none_for_what_could_not_be_read() -> None:
    facts = FACTS.replace("value: 10", "value: ten").replace(
        "closed: true", "closed: true\n    siblings: [boxes, gone]"
    )
    more = """\
topic: wrk
sentences: {1: "0123456789ab"}
facts:
  - {id: boxes, kind: set, closed: maybe, sentences: [1], members: []}
"""

    assert refused(MANIFEST, facts, more) == [
        "facts.yaml:7:23: The sibling “gone” is not another family of the same kind; name one or leave it out.",
        "facts.yaml:22:12: `value` must be a number, without quotes, spaces or unit.",
        "more.yaml:1:8: The topic “wrk” is not in pack.yaml; add it there or choose among: work.",
        "more.yaml:4:36: `closed` must be true or false.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "ctoquiz/pack/1",
            "ctoquiz/pack/2",
            "pack.yaml:1:9: The schema “ctoquiz/pack/2” is not one that this version reads; write “ctoquiz/pack/1”.",
        ),
        ("languages: [fr, en]", "languages: []", "pack.yaml:4:12: `languages` is empty; add at least one."),
        ("[fr, en]", "[fr, en, fr]", "pack.yaml:4:21: “fr” is there twice in `languages`; keep one."),
        ("topics:\n", "topics: []\nx:\n", None),
    ],
)
def test_a_mistake_in_the_manifest_is_named(old: str, new: str, expected: str | None) -> None:
    found = refused(manifest=MANIFEST.replace(old, new))

    assert expected is None or expected in found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", "facts.yaml:1:1: This file is empty; write something into it."),
        ("- a\n", "facts.yaml:1:1: This file must hold fields such as `topic: …`, one a line."),
        ("a: 1\na: 2\n", "facts.yaml:2:1: “a” is written twice, first on line 1; keep one of them."),
        ("a: 1\n---\nb: 1\n", "facts.yaml:2:1: A file holds one document; remove this line and what follows."),
    ],
)
def test_what_is_no_file_of_facts_is_named(data: str, expected: str) -> None:
    assert refused(facts=data) == [expected]


def test_two_questions_of_one_name_are_told() -> None:
    twice = FACTS + FACTS[FACTS.index("  - id: hand") :]

    assert refused(facts=twice)[0] == (
        "facts.yaml:31:9: Another question is called “floor/hand” too, in facts.yaml; give each its own name."
    )


def test_a_question_named_like_a_generated_one_is_told() -> None:
    assert refused(facts=FACTS.replace("id: hand", "id: true-or").replace("id: true-or", "id: 'true'")) == [
        "facts.yaml:24:5: The question “floor/true” can’t be asked (two questions have this name); mend its texts, its "
        "options or its answer."
    ]


def test_a_pack_with_thousands_of_mistakes_is_told_a_thousand_in_little_time() -> None:
    rows = "".join(f'      - {{id: m{n}, label: {{fr: "x{n}"}}}}\n' for n in range(3000))
    began = process_time()

    family = f"  - id: many\n    kind: set\n    closed: true\n    sentences: [1]\n    members:\n{rows}"
    told = refused(MANIFEST, FACTS.replace("questions:", f"{family}questions:"))

    assert process_time() - began < 4
    assert len(told) == 1001
    assert told[0] == "facts.yaml:28:25: This text is missing in “en”; add `en: …`."
    assert told[-1] == "facts.yaml:1027:27: This makes 1000 problems, and nothing more was looked at; mend these first."


def test_what_a_pack_says_is_quoted_in_part_where_it_is_long() -> None:
    (told,) = refused(MANIFEST, FACTS.replace("id: tools", "id: " + "Tool" * 10_000))

    assert (
        told
        == f"facts.yaml:4:9: “{('Tool' * 75)[:299]}…” is no short name; use lower-case letters, digits and hyphens."
    )
