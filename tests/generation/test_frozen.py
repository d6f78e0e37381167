"""A refactoring or another Python that changes a draw turns these red: codes that people wrote down must stay good.

Who changes the draw on purpose raises `DRAW` in `ctoquiz.generation.code`, so that these codes are refused and never
played as another quiz, and freezes anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ctoquiz.domain.selection import Selection
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.compose import from_code, from_seed
from ctoquiz.storage.packs import load_pack

DRAWS = [
    (
        Selection(),
        10,
        "spring",
        "GH237ANPFT23A",
        "boats.ketch/false=false fish/all=c,d,e weather/match=1=a,2=b,3=c wings/all-night=d,e homes.bee/type=une ruche "
        "legs.crab/number=10 depths.shelf/interval=50-200 flight/order=d,c,a,b depths.reef/interval=10-30 "
        "homes.cow/true=true",
    ),
    (
        Selection(topics=("air", "sea"), kinds=("true-false", "single", "text"), levels=("easy", "medium")),
        6,
        "été",
        "KMXKNWCZUJSWKR2",
        "boats.yawl/hand=c wings.bat/pick=c fish.eel/false=false codes.eta/type-short=ETA "
        "codes.agl/type-short=AGL fish.tuna/true=true",
    ),
    (
        Selection(fact="homes"),
        3,
        "42",
        "ZBH6JDTYJCHA3V",
        "homes.bee/reverse=d homes.fox/true=true homes.cow/type=une étable",
    ),
]
STEERED = (
    "7YQTM98B4AE84Q",
    "homes.fox/false=false boats.yawl/pick=b weather/match=1=c,2=b,3=a depths/match=1=a,2=b,3=c flight.taxi/next=a "
    "codes.agl/type-short=AGL legs.ant/true=true fish.cod/false=false",
)


@cache
def frozen() -> Catalogue:
    return catalogue(load_pack(str(Path(__file__).parent / "frozen")))


def played(code: str) -> str:
    return " ".join(f"{each.id}={each.answer}" for each in from_code(frozen(), code).quiz.questions)


def test_the_digest_of_a_pack_is_the_same_for_ever() -> None:
    assert frozen().pack.digest == "a9510e9fa2b6c65dc8eb92e09a0c96f99f294e9feb60e0c595faa6276c3b72c2"


@pytest.mark.parametrize(("selection", "count", "seed", "code", "questions"), DRAWS)
def test_a_seed_gives_the_same_code_and_the_same_quiz_for_ever(
    selection: Selection, count: int, seed: str, code: str, questions: str
) -> None:
    assert from_seed(frozen(), selection, count, seed).quiz.code == code
    assert played(code) == questions


def test_the_code_of_a_draw_for_a_person_gives_the_same_quiz_for_ever() -> None:
    assert played(STEERED[0]) == STEERED[1]
