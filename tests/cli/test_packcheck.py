"""`ctoquiz pack check`: everything wrong with a pack in one run, each with its place, its rule and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.checkkit import FACTS, planted, write_pack

import ctoquiz
from ctoquiz.cli.door import enter
from ctoquiz.cli.options import PackCheckOptions
from ctoquiz.cli.packcheck import run_check
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import WrongUsage
from ctoquiz.i18n.words import Words

ENGLISH = Words("en")
NOT_RUN = """\
Not run: own-wording (needs the document: --document FILE).
Not run: few-negations, told-elsewhere, key-places, surface-cues, statements-alike, blind (takes a while: --blind).

"""
"""What is said of the rules that need more than the pack."""
Output = pytest.CaptureFixture[str]
"""What is printed, by file descriptors."""


def checked(folder: Path, facts: str, capfd: Output, say: Words = ENGLISH) -> tuple[int, str]:
    """The exit code and what is printed of the findings, with paths from the pack's folder."""
    code = run_check(PackCheckOptions(pack=write_pack(folder, facts)), say)
    return code, capfd.readouterr().out.replace(f"{folder}/", "").replace(NOT_RUN, "")


def problems(schema: str, document: Json) -> list[str]:
    """Where a document isn't what the schema of that name says."""
    path = Path(ctoquiz.__file__).parent / "schemas" / f"{schema}.schema.json"
    validator = Draft202012Validator(json.loads(path.read_text("utf-8")))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("facts/", "pack.yaml", "assessment.yaml"))]


def test_a_pack_without_flaws_has_its_counts_told_and_nothing_else(tmp_path: Path, capfd: Output) -> None:
    assert checked(tmp_path, FACTS, capfd) == (
        0,
        "Pack bikes, edition 1: 7 facts, 15 questions, each built 12 times; 0 errors, 0 warnings, 0 waived.\n",
    )


def test_facts_of_drafts_are_counted_as_everywhere_and_nothing_else_is_said_of_them(
    tmp_path: Path, capfd: Output
) -> None:
    wrong = planted("low: 400, high: 900", "low: 300, high: 900")  # the two overlap
    assert checked(tmp_path, wrong, capfd)[0] != 0
    code, told = checked(tmp_path, wrong.replace("    kind: range\n", "    kind: range\n    draft: true\n"), capfd)
    assert code == 0
    assert told.startswith("Pack bikes, edition 1: 5 facts, 2 draft facts, ")
    assert told.count("\n") == 1


MANY = (
    planted("low: 400, high: 900}", "low: 300, high: 900}")
    .replace("It weighs 7 kilos of steel.", "It weighs 8 kilos of steel.")
    .replace(
        "- {id: dan, subject: {fr: Dan, en: Dan}",
        '- {id: dan, waive: [{rule: range-overlap, reason: "None."}], subject: {fr: Dan, en: Dan}',
    )
)


def test_errors_and_warnings_stand_apart_and_follow_the_order_of_the_files(tmp_path: Path, capfd: Output) -> None:
    assert checked(tmp_path, MANY, capfd) == (
        65,
        """\
Errors
facts/parts.yaml:25:84: range-overlap: prices.race: This range begins at 300, before “prices.city” ends at 400; mend \
one of them, or drop `disjoint`.
facts/parts.yaml:26:5: same-in-every-language: weight/number: “Il pèse 7 kilos d’acier.” and “It weighs 8 kilos \
of steel.” don’t have the same figures; mend one.
facts/parts.yaml:33:55: figures-agree: weight (en): The figures differ: 8 in “en”, 7 in “fr”; mend the text that is \
wrong.

Warnings
facts/parts.yaml:15:27: idle-waiver: makers.dan: This waiver of “range-overlap” waives nothing; remove it.

Pack bikes, edition 1: 7 facts, 15 questions, each built 12 times; 3 errors, 1 warning, 0 waived.
""",
    )


def test_the_findings_are_told_in_the_users_language(tmp_path: Path, capfd: Output) -> None:
    assert checked(tmp_path, MANY, capfd, Words("fr")) == (
        65,
        """\
Erreurs
facts/parts.yaml:25:84: range-overlap: prices.race: Cette fourchette commence à 300, avant que « prices.city » ne \
finisse à 400 ; corrigez l’une des deux, ou retirez `disjoint`.
facts/parts.yaml:26:5: same-in-every-language: weight/number: « Il pèse 7 kilos d’acier. » et « It weighs 8 kilos \
of steel. » n’ont pas les mêmes chiffres ; corrigez l’un des deux.
facts/parts.yaml:33:55: figures-agree: weight (en): Les chiffres diffèrent : 8 en « en », 7 en « fr » ; corrigez le \
texte qui a tort.

Avertissements
facts/parts.yaml:15:27: idle-waiver: makers.dan: Cette dérogation à « range-overlap » n’écarte rien ; retirez-la.

Non contrôlé : own-wording (il faut le document : --document FICHIER).
Non contrôlé : few-negations, told-elsewhere, key-places, surface-cues, statements-alike, blind \
(prend un moment : --blind).

Pack bikes, édition 1 : 7 faits, 15 questions, chacune construite 12 fois ; 3 erreurs, 1 avertissement, 0 écarté.
""".replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
        .replace(" ;", "\u00a0;")
        .replace(" :", "\u00a0:"),
    )


def test_warnings_alone_are_no_failure(tmp_path: Path, capfd: Output) -> None:
    facts = planted("- {id: dan, ", '- {id: dan, waive: [{rule: clang, reason: "None."}], ')
    code, out = checked(tmp_path, facts, capfd)
    assert (code, out.splitlines()[0]) == (0, "Warnings")


PLANTED = {
    "duplicate-fact: a row": (
        planted(
            '- {id: dan, subject: {fr: Dan, en: Dan}, object: {fr: "la chaîne", en: "chains"}}',
            '- {id: dan, subject: {fr: ANNA, en: Anna}, object: {fr: "la  poignée", en: "handles "}}',
        ),
        "15:9: duplicate-fact: makers.dan: This says the same as “makers.anna”; remove one of them, or say "
        "what tells them apart.",
    ),
    "duplicate-fact: another family": (
        planted(
            "  - id: prices",
            """\
  - id: others
    kind: relation
    functional: true
    sentences: [1]
    ask: {forward: {fr: "Que fait {subject} ?", en: "What does {subject} do?"}}
    says: {fr: "{Subject} fabrique {object}.", en: "{Subject} makes {object}."}
    siblings: [makers]
    explanation: {fr: "À chacun son métier.", en: "To each their trade."}
    rows: [{subject: {fr: Anna, en: Anna}, object: {fr: "la poignée", en: "handles"}}]
  - id: prices""",
        ),
        "16:5: duplicate-fact: others: This says the same as “makers.anna”; remove one of them, or say what "
        "tells them apart.",
    ),
    "contradiction: two objects": (
        planted("subject: {fr: Dan, en: Dan}", "subject: {fr: Ben, en: Ben}"),
        "15:9: contradiction: makers.dan: “makers.ben” says otherwise of the same thing (la selle, here la "
        "chaîne); mend one of them, tell their conditions apart, or name the other under `also_true` if both "
        "hold.",
    ),
    "contradiction: two ranges": (
        planted('{fr: "un vélo de course", en: "a racing bike"}', '{fr: "un vélo de ville", en: "a city bike"}'),
        "25:9: contradiction: prices.race: “prices.city” says otherwise of the same thing (200–400, here "
        "400–900); mend one of them, tell their conditions apart, or name the other under `also_true` if both"
        " hold.",
    ),
    "range-overlap": (
        planted("low: 400, high: 900}", "low: 399, high: 900}"),
        "25:84: range-overlap: prices.race: This range begins at 399, before “prices.city” ends at 400; mend "
        "one of them, or drop `disjoint`.",
    ),
    "silent-fact": (
        planted(
            """\
    ask:
      number: {fr: "Combien de kilos pèse le cadre ?", en: "How many kilos does the frame weigh?"}
    value""",
            "    value",
        ),
        "26:5: silent-fact: weight: Nothing is asked about this fact; word a question under `ask`, add wrong "
        "answers, or write it by hand.",
    ),
    "figures-agree": (
        planted("It weighs 7 kilos of steel.", "It weighs 70 kilos of steel."),
        "33:55: figures-agree: weight (en): The figures differ: 70 in “en”, 7 in “fr”; mend the text that is wrong.",
    ),
    "format: a missing language": (
        planted(', en: "It weighs 7 kilos of steel."', ""),
        "33:18: format: This text is missing in “en”; add `en: …`.",
    ),
    "format: an unknown reference": (
        planted("    unit: eur\n", "    unit: eur\n    siblings: [weights]\n"),
        "19:16: format: The sibling “weights” is not another family of the same kind; name one or leave it out.",
    ),
    "format: a citation that doesn't exist": (
        planted("    functional: true\n    sentences: [1]", "    functional: true\n    sentences: [3]"),
        "4:5: format: Sentence 3 has no fingerprint in this file; add it under `sentences` at the top.",
    ),
    "format: a waiver of no rule": (
        planted("    value: 7\n", "    value: 7\n    waive: [{rule: clan, reason: Why}]\n"),
        "33:20: format: No rule is called “clan”; did you mean “clang”?",
    ),
    "format: a waiver without a reason": (
        planted("    value: 7\n", '    value: 7\n    waive: [{rule: clang, reason: ""}]\n'),
        "33:35: format: Say why the rule is waived: `reason: …`.",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_flaw_is_caught_by_its_rule_at_its_place(name: str, tmp_path: Path, capfd: Output) -> None:
    facts, expected = PLANTED[name]
    code, out = checked(tmp_path, facts, capfd)
    assert (code, lines(out)[-1]) == (65, f"facts/parts.yaml:{expected}")


CLANG = (
    FACTS
    + """\
questions:
  - id: chain
    kind: single
    facts: [makers.dan]
    prompt: {fr: "Qui fabrique la chaîne rouge ?", en: "Who makes the red chain?"}
    options:
      - {fr: "Dan, à la chaîne", en: "Dan, on the chain"}
      - {fr: "Cleo, à la forge", en: "Cleo, at the forge"}
      - {fr: "Anna, à la presse", en: "Anna, at the press"}
    answer: a
    explanation: {fr: "C’est Dan.", en: "It is Dan."}
"""
)


def test_a_question_written_by_hand_is_found_where_it_is_written(tmp_path: Path, capfd: Output) -> None:
    code, out = checked(tmp_path, CLANG, capfd)
    assert code == 65
    assert lines(out) == [
        "facts/parts.yaml:35:5: clang: makers.dan/chain (fr): “chaîne” stands in the question and, of all options, in "
        "the right one alone; reword either.",
        "facts/parts.yaml:35:5: clang: makers.dan/chain (en): “chain” stands in the question and, of all options, in "
        "the right one alone; reword either.",
    ]


WAIVED = CLANG + '    waive: [{rule: clang, reason: "The chain is a person’s name."}]\n'


def test_what_is_waived_is_no_error_and_is_listed_with_its_reason(tmp_path: Path, capfd: Output) -> None:
    assert checked(tmp_path, WAIVED, capfd) == (
        0,
        """\
Waived
facts/parts.yaml:45:13: clang: makers.dan/chain: The chain is a person’s name. (2 findings)

Pack bikes, edition 1: 7 facts, 16 questions, each built 12 times; 0 errors, 0 warnings, 1 waived.
""",
    )


def test_the_same_for_programs(tmp_path: Path, capfd: Output) -> None:
    facts = WAIVED.replace("low: 400, high: 900}", "low: 399, high: 900}")
    folder = write_pack(tmp_path, facts)
    assert run_check(PackCheckOptions(pack=folder, json=True), ENGLISH) == 65
    document = json.loads(capfd.readouterr().out)
    assert problems("check", document) == []
    assert len(document["pack"].pop("digest")) == 64
    assert document == {
        "schema": "ctoquiz/check/1",
        "pack": {"id": "bikes", "version": "1", "languages": ["fr", "en"]},
        "sound": False,
        "counts": {
            "facts": 7,
            "drafts": 0,
            "questions": 16,
            "builds": 12,
            "errors": 1,
            "warnings": 0,
            "waived": 1,
        },
        "findings": [
            {
                "rule": "range-overlap",
                "severity": "error",
                "file": f"{folder}/facts/parts.yaml",
                "line": 25,
                "column": 84,
                "about": "prices.race",
                "language": None,
                "message": "This range begins at 399, before “prices.city” ends at 400; mend one of them, or drop "
                "`disjoint`.",
                "times": 1,
                "builds": 1,
            }
        ],
        "waived": [
            {
                "rule": "clang",
                "file": f"{folder}/facts/parts.yaml",
                "line": 45,
                "column": 13,
                "about": "makers.dan/chain",
                "reason": "The chain is a person’s name.",
                "findings": 2,
            }
        ],
        "blind": None,
        "not_run": [
            {"rule": "own-wording", "needs": "needs the document: --document FILE"},
            {"rule": "few-negations", "needs": "takes a while: --blind"},
            {"rule": "told-elsewhere", "needs": "takes a while: --blind"},
            {"rule": "key-places", "needs": "takes a while: --blind"},
            {"rule": "surface-cues", "needs": "takes a while: --blind"},
            {"rule": "statements-alike", "needs": "takes a while: --blind"},
            {"rule": "blind", "needs": "takes a while: --blind"},
        ],
    }


def test_a_pack_that_cant_be_read_is_told_in_the_same_form_for_programs(tmp_path: Path, capfd: Output) -> None:
    folder = write_pack(tmp_path, planted("    kind: figure\n", "    kind: figures\n"))
    assert run_check(PackCheckOptions(pack=folder, json=True), ENGLISH) == 65
    document = json.loads(capfd.readouterr().out)
    assert problems("check", document) == []
    assert (document["pack"], document["sound"], document["waived"]) == (None, False, [])
    assert document["findings"] == [
        {
            "rule": "format",
            "severity": "error",
            "file": f"{folder}/facts/parts.yaml",
            "line": 27,
            "column": 11,
            "about": None,
            "language": None,
            "message": "“figures” is not a kind; did you mean “figure”?",
            "times": 1,
            "builds": 1,
        }
    ]


def test_what_needs_more_than_the_pack_is_said_not_to_have_run(tmp_path: Path, capfd: Output) -> None:
    run_check(PackCheckOptions(pack=write_pack(tmp_path)), ENGLISH)
    assert NOT_RUN in capfd.readouterr().out


def test_wording_of_the_document_is_found_where_a_copy_of_it_is_at_hand(tmp_path: Path, capfd: Output) -> None:
    (tmp_path / "book.txt").write_text("They say: how many kilos does the frame weigh?", "utf-8")
    folder = write_pack(tmp_path / "bikes")
    options = PackCheckOptions(pack=folder, document=str(tmp_path / "book.txt"))
    assert run_check(options, ENGLISH) == 65
    out = capfd.readouterr().out
    assert "Not run: own-wording" not in out
    assert lines(out.replace(f"{folder}/", "")) == [
        "facts/parts.yaml:26:5: own-wording: weight (en): “how many kilos does the frame” is word for word in the "
        "document; say it in words of your own.",
    ]


def test_the_blind_player_is_part_of_the_check_where_it_is_asked_for(tmp_path: Path, capfd: Output) -> None:
    folder = write_pack(tmp_path)
    assert run_check(PackCheckOptions(pack=folder, blind=True, json=True), ENGLISH) == 0
    document = json.loads(capfd.readouterr().out)
    assert problems("check", document) == []
    assert document["blind"]["passes"] is True
    assert document["blind"]["quizzes"] > 100
    assert {row["verdict"] for row in document["blind"]["cues"]} == {"too few facts to tell"}
    assert [each["rule"] for each in document["not_run"]] == ["own-wording"]
    run_check(PackCheckOptions(pack=folder, blind=True), ENGLISH)
    assert "A player who knows nothing, in the pack’s language “en”:" in capfd.readouterr().out


def test_a_rule_is_explained_with_its_reason_its_source_and_examples(capfd: Output) -> None:
    assert run_check(PackCheckOptions(explain="range-overlap"), ENGLISH) == 0
    assert (
        capfd.readouterr().out
        == """\
range-overlap (error)
The ranges of a family that says `disjoint: true` do not overlap; the ends of two may be the same.

Why: Where each figure belongs to one condition, an overlap is a slip of the pen, and would make two keys.
Source: Haladyna, Downing & Rodriguez 2002, guideline 19 (one right answer)

Breaks it: junior: 0 to 5 years; senior: 3 to 10 years (disjoint: true)
Keeps it: junior: 0 to 5 years; senior: 5 to 10 years (disjoint: true)
"""
    )


@pytest.mark.parametrize("say", [ENGLISH, Words("fr")])
def test_all_rules_are_listed_and_each_can_be_explained(say: Words, capfd: Output) -> None:
    run_check(PackCheckOptions(explain=""), say)
    names = [line.split()[0] for line in capfd.readouterr().out.splitlines() if line][:-1]
    run_check(PackCheckOptions(explain="", json=True), say)
    document = json.loads(capfd.readouterr().out)
    assert problems("rules", document) == []
    rules = document["rules"]
    assert [rule["name"] for rule in rules] == names
    assert len(names) == len(set(names))
    for rule in rules:
        run_check(PackCheckOptions(explain=rule["name"]), say)
        assert rule["why"] in capfd.readouterr().out


def test_a_rule_that_is_none_is_wrong_usage_with_the_nearest() -> None:
    with pytest.raises(WrongUsage, match="No rule is called “range-overlp”; did you mean “range-overlap”"):
        run_check(PackCheckOptions(explain="range-overlp"), ENGLISH)
    with pytest.raises(WrongUsage, match="`ctoquiz pack check --explain` lists them"):
        run_check(PackCheckOptions(explain="§§§"), ENGLISH)


@pytest.mark.parametrize("args", [["--explain"], ["--explain", "--lang", "en"], ["--lang", "en", "--explain"]])
def test_explain_needs_no_value(args: list[str], capfd: Output) -> None:
    assert enter(["pack", "check", *args], {}) == 0
    assert capfd.readouterr().out.startswith("format ")
