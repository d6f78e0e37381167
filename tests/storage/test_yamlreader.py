from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import BadInput, Problem
from ctoquiz.storage.yamlreader import locate, read_yaml
from ctoquiz.storage.yamltext import FORBIDDEN

PACK = """\
topic: salary
sentences: {37: 8c1f0c2ab4d1, "38": 1}
facts:
  - id: pay
    kind: range
    says: {fr: "De {low} à {high}.", en: 'It''s {range}.'}
    rows:
      - {id: paris, low: 90000, high: 125000.5, closed: true, none: ~}
      - id: city
        condition: >
          ailleurs
          en France
"""

PACK_VALUE: Json = {
    "topic": "salary",
    "sentences": {"37": "8c1f0c2ab4d1", "38": 1},
    "facts": [
        {
            "id": "pay",
            "kind": "range",
            "says": {"fr": "De {low} à {high}.", "en": "It's {range}."},
            "rows": [
                {"id": "paris", "low": 90000, "high": 125000.5, "closed": True, "none": None},
                {"id": "city", "condition": "ailleurs en France\n"},
            ],
        }
    ],
}


def read(text: str | bytes) -> Json:
    return read_yaml(text.encode() if isinstance(text, str) else text, "f.yaml")


def said(text: str | bytes) -> list[str]:
    """Every problem of a file, as its writer sees it."""
    with pytest.raises(BadInput) as caught:
        read(text)
    return [f"{each.where}: {each.message.format(**each.values)}" for each in caught.value.problems]


def test_a_file_of_facts_is_read_as_it_is_written() -> None:
    assert read(PACK) == PACK_VALUE


def test_json_is_yaml() -> None:
    assert read('{"a": [1, -2.5, "x\\u00e9", true, null],\n\t"b": {}}') == {"a": [1, -2.5, "xé", True, None], "b": {}}


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_accepted() -> None:
    assert read(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n") == {"a": 1, "b": "x\ny\n"}


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("", None), ("~", None), ("null", None), ("NULL", None), ("true", True), ("False", False),
        ("0", 0), ("-0", 0), ("+7", 7), ("90000", 90000), ("999999999999999999", 10**18 - 1),
        ("1.5", 1.5), ("-.5", -0.5), ("2.", 2.0), ("1e3", 1000.0), ("6.02E+23", 6.02e23),
    ],
)  # fmt: skip
def test_a_plain_scalar_means_what_it_means_in_yaml_1_2(plain: str, value: Json) -> None:
    found = read(f"- {plain}\n- '{plain}'\n- \"{plain}\"")
    assert found == [value, plain, plain]
    assert isinstance(found, list)
    assert type(found[0]) is type(value)


@pytest.mark.parametrize(
    "plain",
    [
        "no",
        "yes",
        "on",
        "Off",
        "y",
        "n",
        "1:30",
        "010",
        "-007",
        "08.5",
        "0x1F",
        "0o17",
        "1_000",
        "2026-11-23",
        "12h",
        "1.2.3",
        ".inf",
        "-.inf",
        ".nan",
        "NaN",
        "infinity",
        "1e",
        ".",
        "+",
        "1,5",
        "٣",
        "nULL",
        "=",
        "90\u202f000",
    ],
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(plain: str) -> None:
    assert read(f"a: {plain}") == {"a": plain}


def test_names_of_fields_are_always_text() -> None:
    assert read("37: a\nno: b\ntrue: c\nnull: d\n1.5: e\n") == {
        "37": "a",
        "no": "b",
        "true": "c",
        "null": "d",
        "1.5": "e",
    }


def test_a_number_that_no_program_could_hold_is_refused() -> None:
    assert said(f"a: {'9' * 5000}\nb: 1e999\nc: -1e999\nd: 1234567890123456789\n") == [
        "f.yaml:1:4: A whole number has 18 digits at most; put quotes around it if it is a text.",
        "f.yaml:2:4: This number is too large; put quotes around it if it is a text.",
        "f.yaml:3:4: This number is too large; put quotes around it if it is a text.",
        "f.yaml:4:4: A whole number has 18 digits at most; put quotes around it if it is a text.",
    ]


# Problems of content


def test_a_field_that_is_written_twice_names_both_lines() -> None:
    assert said("a: 1\nb: {c: 1,\n  c: 2}\n'a': 2\n") == [
        "f.yaml:3:3: “c” is written twice, first on line 2; keep one of them.",
        "f.yaml:4:1: “a” is written twice, first on line 1; keep one of them.",
    ]


def test_the_same_name_in_two_mappings_is_fine() -> None:
    assert read("- {a: 1}\n- {a: 2}\n- a: {a: 3}\n") == [{"a": 1}, {"a": 2}, {"a": {"a": 3}}]


def test_anchors_aliases_merge_keys_and_tags_are_refused_each_with_its_place() -> None:
    text = "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\ne: !!python/object ls\nf: !t [1]\n*x : 1\n!!str g: 1\n"
    assert said(text) == [
        "f.yaml:1:4: “&x” is an anchor; remove it, or put quotes around a text that starts with “&”.",
        "f.yaml:2:4: “*x” is an alias; write its value out, or put quotes around a text that starts with “*”.",
        "f.yaml:4:3: “<<” can’t be used to merge fields; write the fields out.",
        "f.yaml:4:7: “*x” is an alias; write its value out, or put quotes around a text that starts with “*”.",
        "f.yaml:5:4: “!!python/object” is a tag; remove it, or put quotes around a text that starts with “!”.",
        "f.yaml:6:4: “!t” is a tag; remove it, or put quotes around a text that starts with “!”.",
        "f.yaml:7:1: “*x” is an alias; write its value out, or put quotes around a text that starts with “*”.",
        "f.yaml:8:1: “!!str” is a tag; remove it, or put quotes around a text that starts with “!”.",
    ]


def test_a_name_that_is_no_text_is_refused() -> None:
    assert said("{[a]: 1, {b: 2}: 3, ? : 4}") == [
        "f.yaml:1:2: A name must be a text; put quotes around a text that starts with a bracket or a brace.",
        "f.yaml:1:10: A name must be a text; put quotes around a text that starts with a bracket or a brace.",
        "f.yaml:1:23: There is no name before this colon; write the name of the field.",
    ]


def test_a_comma_in_a_text_without_quotes_is_said_where_the_text_is_cut() -> None:
    assert said("a: {fr: bien sûr, enfin, en: sure}\nb: {fr:un, en: one}\nc: {Subject}\n") == [
        "f.yaml:1:19: “enfin” has no colon after it; put quotes around a text that holds a comma or braces.",
        "f.yaml:2:5: There is no space after the colon; write “name: value”.",
        "f.yaml:3:5: “Subject” has no colon after it; put quotes around a text that holds a comma or braces.",
    ]


def test_a_field_without_value_is_null_in_braces_too() -> None:
    assert read("a: {b: , c : , d: # said later\n }\ne:\n") == {"a": {"b": None, "c": None, "d": None}, "e": None}


@pytest.mark.parametrize("text", ["", "   \n", "# only a comment\n", "---\n...\n", "~", "null\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert said(text) == ["f.yaml:1:1: This file is empty; write something into it."]


def test_several_documents_are_refused() -> None:
    assert said("a: 1\n---\nb: 2\n") == ["f.yaml:2:1: A file holds one document; remove this line and what follows."]
    assert read("---\na: 1\n...\n") == {"a": 1}


# Characters


@pytest.mark.parametrize(
    "character",
    list("\x00\x07\x0b\x1b\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\uffff"),
)
def test_a_character_that_deceives_is_named_by_code_point_in_values_names_and_comments(character: str) -> None:
    code = f"U+{ord(character):04X}"
    text = f"a: x{character}\nb{character}: 'y'\nc: |\n  é{character}z\n# {character}\n"
    assert said(text) == [
        f"f.yaml:{place}: The character {code} can’t stand here, it changes what a screen shows; remove it."
        for place in ("1:5", "2:2", "4:4", "5:3")
    ]


def test_an_escape_can_not_smuggle_such_a_character_in() -> None:
    assert said('a: ["\\e[0m", "\\u202e", "\\L"]\n"\\x1b": \'\\x1b\'\n"\\x1b": 1\n') == [
        "f.yaml:1:5: The character U+001B can’t stand here, it changes what a screen shows; remove it.",
        "f.yaml:1:14: The character U+202E can’t stand here, it changes what a screen shows; remove it.",
        "f.yaml:1:24: The character U+2028 can’t stand here, it changes what a screen shows; remove it.",
        "f.yaml:2:1: The character U+001B can’t stand here, it changes what a screen shows; remove it.",
        "f.yaml:3:1: The character U+001B can’t stand here, it changes what a screen shows; remove it.",
        "f.yaml:3:1: “�” is written twice, first on line 2; keep one of them.",
    ]
    assert said('a: "x\\r\\ny"') == [
        "f.yaml:1:4: The character U+000D can’t stand here, it changes what a screen shows; remove it."
    ]


def test_no_break_spaces_emoji_and_right_to_left_letters_are_welcome() -> None:
    assert read('a: "70\u00a0k\u202f€ 🎉 שלום \\t\\n\\_"') == {"a": "70\u00a0k\u202f€ 🎉 שלום \t\n\u00a0"}


def test_a_lone_carriage_return_is_refused() -> None:
    assert said("a: 1\nb: 2\rc: 3\r") == [
        "f.yaml:2:5: The line ends here with a lone carriage return (U+000D); save the file with Unix line ends."
    ]


def test_a_file_that_is_not_utf_8_says_where() -> None:
    assert said("# été\na: é".encode() + b"\xe9t\xe9") == [
        "f.yaml:2:5: This file is not UTF-8 (byte 0xE9); save it again as UTF-8."
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    assert said("a: 1\n".encode(encoding)) == ["f.yaml:1:1: This file is written in UTF-16; save it again as UTF-8."]


# Problems together


def test_all_problems_of_a_file_are_told_in_one_run_from_its_top_to_its_end() -> None:
    assert said("a: 0\na: &x 1\nb: !t 2\nc: {d e}\n# \x1b\nf: 'open\n") == [
        "f.yaml:2:1: “a” is written twice, first on line 1; keep one of them.",
        "f.yaml:2:4: “&x” is an anchor; remove it, or put quotes around a text that starts with “&”.",
        "f.yaml:3:4: “!t” is a tag; remove it, or put quotes around a text that starts with “!”.",
        "f.yaml:4:5: “d e” has no colon after it; put quotes around a text that holds a comma or braces.",
        "f.yaml:5:3: The character U+001B can’t stand here, it changes what a screen shows; remove it.",
    ]


def test_a_file_that_holds_only_a_mistake_is_not_called_empty() -> None:
    assert said("*a\n") == [
        "f.yaml:1:1: “*a” is an alias; write its value out, or put quotes around a text that starts with “*”."
    ]


def test_a_fault_of_syntax_comes_after_the_problems_above_it() -> None:
    assert said("a: 1\na: 2\nb: 'open\n") == [
        "f.yaml:2:1: “a” is written twice, first on line 1; keep one of them.",
        "f.yaml:3:4: This quote is never closed; close it, and write '' for an apostrophe between single quotes.",
    ]


def test_a_hundred_problems_are_enough() -> None:
    assert len(said("- *a\n" * 500)) == 100


def test_what_pyyaml_itself_trips_over_is_refused_too() -> None:
    assert said("a: !%ED%A0%80 b\n") == [
        "f.yaml:1:1: This can’t be understood; check the indentation, the colons and the quotes."
    ]


def test_a_long_name_is_cut_in_a_message() -> None:
    assert said(f"{'n' * 500}: 1\n{'n' * 500}: 1\n") == [
        f"f.yaml:2:1: “{'n' * 59}…” is written twice, first on line 1; keep one of them."
    ]


# Limits


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_sixteen_levels_are_read_and_the_seventeenth_is_refused() -> None:
    read(nested(16))
    assert said(nested(17)) == ["f.yaml:1:17: Lists and fields are nested more than 16 deep; simplify."]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[\n", "{", "!t [", "&a [", "{? "])
def test_a_hundred_thousand_levels_are_refused_at_once(opening: str) -> None:
    began = time.perf_counter()
    assert "nested more than 16 deep" in said(opening * 100_000)[-1]
    assert time.perf_counter() - began < 1


def test_deep_nesting_does_not_crash_the_process() -> None:
    code = "import sys; from ctoquiz.storage.yamlreader import read_yaml; read_yaml(b'[' * 60_000, 'f')"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (
        1,
        "ctoquiz.errors.BadInput: Lists and fields are nested more than 16 deep; simplify.",
    )


def test_a_text_has_64_000_characters_at_most() -> None:
    read(f"a: {'é' * 64_000}")
    assert said(f"a: {'é' * 64_001}\nb: '{'x' * 64_001}'\n") == [
        "f.yaml:1:4: A text has 64000 characters at most; shorten this one.",
        "f.yaml:2:4: A text has 64000 characters at most; shorten this one.",
    ]


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctoquiz.storage.yamlbuilder.MAX_NODES", 5)
    assert read("[1, {a: 2}]") == [1, {"a": 2}]
    assert said("[1, {a: 2}, 3]") == ["f.yaml:1:13: This file holds more than 5 values; split it."]


def test_an_oversize_file_is_refused_unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.CSafeLoader", None)
    monkeypatch.setattr("yaml.SafeLoader", None)
    assert said(b"x" * (16 * 1024 * 1024 + 1)) == [
        "f.yaml:1:1: This file is larger than 16 MB; split it into several files."
    ]


def bomb(kind: str) -> str:
    if kind == "alias":
        lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    else:
        lines = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    return "\n".join(["a0: &a0 {x: 1}", *lines])


@pytest.mark.parametrize("kind", ["alias", "merge"])
def test_a_bomb_is_refused_within_50_milliseconds(kind: str) -> None:
    text = bomb(kind)
    began = time.perf_counter()
    assert "“&a0” is an anchor" in said(text)[0]
    assert time.perf_counter() - began < 0.05


# Whatever comes, one kind of error leaves


def only_bad_input_leaves(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        value = read_yaml(data, "f.yaml")
    except BadInput as error:
        problems = error.problems
    else:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    assert all(problem.where and problem.where.line and problem.where.column for problem in problems)
    assert all(FORBIDDEN.search(problem.message.format(**problem.values)) is None for problem in problems)
    locate(data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    only_bad_input_leaves(data)


@given(st.text(alphabet=st.one_of(st.sampled_from("aé0 \n\t-:?,[]{}#&*!|>'\"%@`\\<.~u\x1b\r\u2028"), st.characters())))
@settings(max_examples=300)
def test_any_text_is_read_or_refused(text: str) -> None:
    only_bad_input_leaves(text.encode("utf-8", "replace"))


@given(
    st.lists(st.tuples(st.integers(0, len(PACK)), st.integers(0, 8), st.text("a0 \n\t-:?,[]{}&*!|>'\"\\%", max_size=3)))
)
@settings(max_examples=300)
def test_a_file_of_facts_with_any_slip_is_read_or_refused(slips: list[tuple[int, int, str]]) -> None:
    text = PACK
    for place, cut, added in slips:
        text = text[:place] + added + text[place + cut :]
    only_bad_input_leaves(text.encode())


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("abé 0.:-#'\"{}[],&*!%\\\n\u00a0🎉"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abé 0:#'\"{", min_size=1), inner),
    max_leaves=10,
)


@given(VALUES.filter(lambda value: value is not None))
def test_what_json_writes_is_read_back(value: Json) -> None:
    assert read(json.dumps(value, ensure_ascii=False)) == value


# Places


def test_each_value_and_each_name_has_its_line_and_column() -> None:
    marks = locate(PACK.encode())
    places = {
        path: (marks.at(path), marks.key_at(path))
        for path in [
            (),
            ("topic",),
            ("sentences", "37"),
            ("sentences", 37),
            ("facts",),
            ("facts", 0),
            ("facts", 0, "says", "en"),
            ("facts", 0, "rows", 0, "low"),
            ("facts", 0, "rows", 1, "condition"),
        ]
    }
    assert places == {
        (): ((1, 1), (1, 1)),
        ("topic",): ((1, 8), (1, 1)),
        ("sentences", "37"): ((2, 17), (2, 13)),
        ("sentences", 37): ((2, 17), (2, 13)),
        ("facts",): ((4, 3), (3, 1)),
        ("facts", 0): ((4, 5), (4, 5)),
        ("facts", 0, "says", "en"): ((6, 42), (6, 38)),
        ("facts", 0, "rows", 0, "low"): ((8, 26), (8, 21)),
        ("facts", 0, "rows", 1, "condition"): ((10, 20), (10, 9)),
    }


def test_what_is_missing_is_placed_at_its_nearest_parent() -> None:
    marks = locate(PACK.encode())
    assert marks.at(("facts", 0, "rows", 1, "low")) == (9, 9)
    assert marks.key_at(("facts", 0, "rows", 1, "low")) == (9, 9)
    assert marks.at(("absent",)) == (1, 1)


def test_steps_that_the_file_does_not_hold_are_passed_over() -> None:
    assert locate(PACK.encode()).at(("facts", 0, "function-after[x]", "rows", 0, "low")) == (8, 26)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\xe9", b"a: '", b"a: 1\na: 2\n"])
def test_places_are_asked_of_a_bad_file_without_harm(data: bytes) -> None:
    assert locate(data).at(("b", 0)) == (1, 1)


# Without libyaml


def test_a_file_is_read_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(PACK) == PACK_VALUE
    assert said("a: 1\n\tb: 2\n") == ["f.yaml:2:1: This line is indented with a tab; indent it with spaces."]
    assert "nested more than 16 deep" in said("[" * 20_000)[0]


@given(st.text("a0 \n\t-:?,[]{}#&*!|>'\"%@\\<.~uU"))
def test_any_text_is_read_or_refused_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.delattr(yaml, "CSafeLoader")
        only_bad_input_leaves(text.encode())
