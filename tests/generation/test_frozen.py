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
        "ZX627ANPFT23W",
        "boats.yawl/hand=c codes.eta/true=true legs.crab/number=10 legs.ant/number=6 "
        "homes/match=1=a,2=b,3=d,4=c codes.asl/type-short=ASL flight/order=d,c,a,b depths/rank=b,c,a "
        "wings.lark/false=false fish/all=a,c",
    ),
    (
        Selection(topics=("air", "sea"), kinds=("true-false", "single", "text"), levels=("easy", "medium")),
        6,
        "été",
        "434KNWCZUJSWKRX",
        "boats.yawl/hand=c fish.cod/false=false boats.sloop/pick=d codes.asl/type-short=ASL "
        "codes.eta/type-short=ETA flight.cruise/true=true",
    ),
    (
        Selection(fact="homes"),
        3,
        "42",
        "HSN5JDTYJCHA3J",
        "homes.cow/false=false homes.dog/forward=d homes.fox/type=un terrier",
    ),
]
STEERED = (
    "QDVSM98B4AE84E",
    "codes.agl/type-short=AGL fish/all=b,e,f weather.wind/false=false codes.eta/meaning=b "
    "homes.bee/complete=c depths/match=1=a,2=b,3=c boats.sloop/true=true legs.crab/number=10",
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
