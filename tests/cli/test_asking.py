from __future__ import annotations

import pytest
from tests.screenkit import CTRL_D, seen

MINI = "docs/examples/mini-pack"


@pytest.mark.parametrize(("document", "is_told"), [("README.md", True), ("docs/examples/mini-document.txt", False)])
def test_a_file_that_holds_no_passage_of_the_document_is_told_of_once(document: str, is_told: bool) -> None:
    with seen("play", MINI, "--document", document, "--lang", "en") as screen:
        screen.is_asked()
        screen.types(CTRL_D)
        assert screen.ends() == 4
        assert screen.all.count("No sentence that this pack rests on") == is_told
