"""Where the document says what a statement rests on."""

from __future__ import annotations

import pytest

from ctoquiz.domain.assessment.sources import source_of, topics_of
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import Source


def test_a_source_holds_the_sentences_of_all_facts_and_the_section_of_the_first(pack: Pack) -> None:
    assert source_of(("steps.repair", "tasks.analyst"), pack) == Source("watch", (5, 13))
    assert source_of(("turns.open",), pack) == Source("watch", (10,))
    with pytest.raises(KeyError):
        source_of(("steps.mend",), pack)


def test_topics_come_once_each_in_the_order_of_the_facts(pack: Pack) -> None:
    assert topics_of(("turns.open", "grey", "acknowledged", "tasks.lead"), pack) == ("watch", "roles")
