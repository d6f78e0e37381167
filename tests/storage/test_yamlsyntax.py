"""Each fault that people make in a file is told in a sentence that they understand, at the place to mend."""

from __future__ import annotations

import pytest
import yaml

from ctoquiz.errors import BadInput
from ctoquiz.storage import yamlsyntax
from ctoquiz.storage.yamlproblems import TOO_DEEP  # shown where nesting is tested
from ctoquiz.storage.yamlreader import read_yaml
from ctoquiz.storage.yamlsyntax import UNCLEAR, Fault, explain

FAULTS = {
    "a:\n\tb: 1\n": "2:1: This line is indented with a tab; indent it with spaces.",
    "\ta: 1\n": "1:1: This line is indented with a tab; indent it with spaces.",
    "a: >\n\tb\n": "2:1: This line is indented with a tab; indent it with spaces.",
    "a: b: c\n": "1:5: A text that holds a colon and a space needs quotes around the whole of it.",
    "- fr: Le CTO : un métier\n": "1:14: A text that holds a colon and a space needs quotes around the whole of it.",
    f"{'x' * 2000}: 1\n": "1:2001: A text that holds a colon and a space needs quotes around the whole of it.",
    "a:b\nc: d\n": "1:2: There is no space after the colon; write “name: value”.",
    "- id: x\n  kind:set\n  says: y\n": "2:7: There is no space after the colon; write “name: value”.",
    "a: {b:}\n": "1:6: There is no space after the colon; write “name: value”.",
    "key\n\nb: 1\n": "1:1: A name without its colon; write “name: value”, or put quotes around a text.",
    "'a': 1\n'b' 2\n": "2:1: A name without its colon; write “name: value”, or put quotes around a text.",
    "a: 1\n# why\n b: 2\n": "3:2: This line isn’t indented like the lines above that it goes with; line them up.",
    "a: 1\n b: 2\n": "2:2: This line isn’t indented like the lines above that it goes with; line them up.",
    "- a\n  b: 1\n": "2:3: This line isn’t indented like the lines above that it goes with; line them up.",
    "- a: 1\n b: 2\n": "2:2: Another item of the list is expected here; start it with “- ”, right below the “- ” "
    "above.",
    "a: 1\n- b\n": "2:1: This line isn’t indented like the lines above that it goes with; line them up.",
    "a: |\n  x\n y: 1\n": "3:2: This line isn’t indented like the lines above that it goes with; line them up.",
    "a: 1\n: b\n": "2:1: There is no name before this colon; write the name of the field.",
    "a: 'x\nb: 1\n": "1:4: This quote is never closed; close it, and write '' for an apostrophe between single quotes.",
    'a: "x\n---\ny"\n': "1:4: This quote is never closed; close it, and write '' for an apostrophe between single "
    "quotes.",
    "a: 'l'avance'\n": "1:7: Something follows a closing quote or bracket; put quotes around the whole text, and write "
    "'' for an apostrophe between single quotes.",
    '- "b" c\n': "1:7: Something follows a closing quote or bracket; put quotes around the whole text, and write '' "
    "for an apostrophe between single quotes.",
    "a: [1, 2\nb: 3\n": "2:2: A comma or the closing “]” is missing before this; put quotes around the whole of a "
    "text that holds , : [ ] { } or quotes.",
    "a: [1\n": "1:4: This “[” is never closed; close it, or put quotes around a text that starts so.",
    "a: {b: 1\n# end\n": "1:4: This “{” is never closed; close it, or put quotes around a text that starts so.",
    "a: {b: 'c' d}\n": "1:12: A comma or the closing “}” is missing before this; put quotes around the whole of a "
    "text that holds , : [ ] { } or quotes.",
    "a: [b]]\n": "1:7: Something follows a closing quote or bracket; put quotes around the whole text, and write '' "
    "for an apostrophe between single quotes.",
    "{a: 1}}\n": "1:7: This doesn’t belong to what is above; line it up with it, or remove a bracket too many.",
    "  a: 1\nb: 2\n": "2:1: This doesn’t belong to what is above; line it up with it, or remove a bracket too many.",
    "- a\nb: 1\n": "2:1: Another item of the list is expected here; start it with “- ”, right below the “- ” above.",
    "a: - b\n": "1:4: A list starts on a line of its own; move “- ” there, or put quotes around the text.",
    "a: ]\n": "1:4: A value is missing here; write it, or put quotes around a text that holds , [ ] { or }.",
    "a: ,\n": "1:4: A value is missing here; write it, or put quotes around a text that holds , [ ] { or }.",
    "a: @x\n": "1:4: A text can’t start with “@” here; put quotes around the whole text.",
    "a: %x\n": "1:4: A text can’t start with “%” here; put quotes around the whole text.",
    "%x\n": "1:1: A text can’t start with “%” here; put quotes around the whole text.",
    "%YAML 3.0\n---\na\n": "1:1: A text can’t start with “%” here; put quotes around the whole text.",
    "a: * b\n": "1:4: A text can’t start with “*” here; put quotes around the whole text.",
    "a: & b\n": "1:4: A text can’t start with “&” here; put quotes around the whole text.",
    "a: !<x\n": "1:4: A text can’t start with “!” here; put quotes around the whole text.",
    "a: !b!c d\n": "1:4: A text can’t start with “!” here; put quotes around the whole text.",
    "a: > 5 years\n": "1:4: After “|” or “>” the text starts on the next line; put quotes around a text that starts "
    "so.",
    'a: "C:\\dir"\n': "1:7: A backslash isn’t itself between double quotes; write \\\\ for a backslash, or use single "
    "quotes.",
    'a: "\\uD800"\n': "1:7: A backslash isn’t itself between double quotes; write \\\\ for a backslash, or use single "
    "quotes.",
}


def said(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        read_yaml(text.encode(), "f.yaml")
    problem = caught.value.problems[-1]
    return f"{problem.where}: {problem.message.format(**problem.values)}".removeprefix("f.yaml:")


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_of_syntax_is_told_plainly_with_its_place(text: str) -> None:
    assert said(text) == FAULTS[text]


def test_every_sentence_about_syntax_is_shown_by_an_example() -> None:
    sentences = {value for name, value in vars(yamlsyntax).items() if name.isupper() and isinstance(value, str)}
    shown = {sentence.replace("{{", "{").replace("}}", "}") for sentence in sentences - {UNCLEAR, TOO_DEEP}}
    starts = {sentence.split("{character}")[0] for sentence in shown}
    assert {start for start in starts if not any(start in told for told in FAULTS.values())} == set()


@pytest.mark.parametrize("text", sorted(set(FAULTS) - {"a: {b:}\n"}))  # there, PyYAML's own parser sees no fault
def test_a_fault_is_also_told_without_libyaml(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert UNCLEAR not in said(text)


def test_an_error_of_another_kind_is_told_at_the_top() -> None:
    assert explain(ValueError("chr() arg not in range"), "a: 1\n") == Fault(UNCLEAR, (1, 1))
