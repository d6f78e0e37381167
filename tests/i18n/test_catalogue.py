"""The catalogues against the source: nothing untranslated, nothing stale, nothing that a translator can't see."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "catalogue.py"

pytestmark = pytest.mark.skipif(not TOOL.exists(), reason="the tool is in the repository only")


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    spec = spec_from_file_location("catalogue_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["catalogue_tool"] = module
    spec.loader.exec_module(module)
    return module


def test_every_message_is_translated_with_the_same_gaps_and_compiled(catalogue: ModuleType) -> None:
    assert list(catalogue.problems("fr")) == []


def test_the_compiled_catalogue_is_what_the_translators_file_gives(catalogue: ModuleType) -> None:
    in_file, compiled = catalogue.strings(catalogue.read("fr")), catalogue.strings(catalogue.compiled("fr"))
    assert compiled.keys() <= in_file.keys()
    assert [message for message, forms in in_file.items() if all(forms) and compiled[message] != forms] == []


def test_a_gap_that_a_translation_forgets_is_seen(catalogue: ModuleType) -> None:
    assert catalogue.gaps("{a} of {b}, {{c}}") == {"a", "b"}


def test_every_marked_message_is_one_literal() -> None:
    # The catalogue is made from the text of the source: a choice between two texts would be glued together.
    assert [place for path in (ROOT / "src").rglob("*.py") for place in _hidden(path)] == []


def _hidden(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _marks(node.func):
            for argument in node.args[:1]:
                plain = isinstance(argument, ast.Constant) or not _holds_text(argument)
                if not plain:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}"


def _marks(function: ast.expr) -> bool:
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return name in {"N_", "say", "plural"}


def _holds_text(argument: ast.expr) -> bool:
    """Whether there is a text in an argument that is no text itself, outside of a subscript and of another call."""
    if isinstance(argument, ast.Subscript | ast.Call):
        return False
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, str)
    return any(_holds_text(child) for child in ast.iter_child_nodes(argument) if isinstance(child, ast.expr))
