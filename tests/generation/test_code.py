from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.packkit import pack_of_topics

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import KINDS, LEVELS
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput, WrongUsage
from ctoquiz.generation import code as codes
from ctoquiz.generation.code import LENGTH, SIGNS, STEERED_SEEDS, Plan, choices_for, decode, encode, seed_number, spoken
from ctoquiz.storage.packs import load_pack

PACK = load_pack(str(Path(__file__).parent / "frozen"))


@cache
def shipped() -> Pack:
    return load_pack("cto")


def some(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(known)).map(lambda chosen: tuple(each for each in known if each in chosen))


@st.composite
def plans(draw: st.DrawFn, pack: Pack) -> Plan:
    selection = Selection(
        topics=draw(some(tuple(topic.id for topic in pack.topics))),
        kinds=draw(some(KINDS)),
        levels=draw(some(LEVELS)),
        fact=draw(st.none() | st.sampled_from([*pack.facts, *pack.families])),
    )
    count = draw(st.integers(1, len(pack.facts)))
    choices = choices_for(pack, selection, count)
    if choices > 1 and draw(st.booleans()):
        detours = tuple(draw(st.lists(st.integers(0, choices - 1), min_size=count, max_size=count)))
        return Plan(selection, count, draw(st.integers(0, STEERED_SEEDS - 1)), detours, choices)
    number = seed_number(pack, selection, count, draw(st.text()))
    assert number is not None
    return Plan(selection, count, number)


@given(st.sampled_from(["frozen", "cto"]), st.data())
def test_a_code_is_short_and_gives_its_plan_back(name: str, data: st.DataObject) -> None:
    pack = PACK if name == "frozen" else shipped()
    plan = data.draw(plans(pack))
    code = encode(pack, plan)

    assert code is not None
    assert 2 <= len(code) <= LENGTH == 16
    assert set(code) <= set(SIGNS)
    assert decode(pack, code) == plan


def test_no_sign_can_be_taken_for_another() -> None:
    assert len(SIGNS) == 31
    assert not set("01ILO") & set(SIGNS)


@given(plans(PACK), st.data())
def test_every_wrong_sign_is_noticed(plan: Plan, data: st.DataObject) -> None:
    code = encode(PACK, plan) or ""
    place = data.draw(st.integers(0, len(code) - 1))
    for sign in set(SIGNS) - {code[place]}:
        with pytest.raises(WrongUsage):
            decode(PACK, code[:place] + sign + code[place + 1 :])


@given(plans(PACK))
def test_every_exchange_of_two_neighbours_is_noticed(plan: Plan) -> None:
    code = encode(PACK, plan) or ""
    for place in range(len(code) - 1):
        first, second = code[place], code[place + 1]
        if first != second:
            with pytest.raises(WrongUsage):
                decode(PACK, code[:place] + second + first + code[place + 2 :])


@given(plans(PACK))
def test_a_code_may_be_written_small_and_with_spaces_and_hyphens(plan: Plan) -> None:
    code = encode(PACK, plan) or ""

    assert decode(PACK, f" {spoken(code).lower()}\n") == plan
    assert decode(PACK, "-".join(code)) == plan


@pytest.mark.parametrize("code", ["", "A", "AAAA", "ABC0", "QF827ANPFT23U2345678", "été", "QF82 7ANP FT23 V"])
def test_what_is_no_code_is_wrong_usage_that_says_what_to_do(code: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        decode(PACK, code)

    assert str(caught.value) == f"“{code}” is not the code of a quiz; ask for it again, sign by sign."


@given(plans(PACK))
def test_another_edition_of_the_pack_refuses_the_code(plan: Plan) -> None:
    code = encode(PACK, plan) or ""
    other = Pack(PACK.about, "1" + PACK.digest[1:7] + "0" + PACK.digest[8:], PACK.sections)

    with pytest.raises(BadInput) as caught:
        decode(other, code)

    assert caught.value.code == 65
    assert str(caught.value) == (
        f"The code {code} was drawn from another edition of the pack “frozen”, or by another version of ctoquiz; "
        "play it where it was drawn, or use the same versions."
    )


@given(plans(PACK))
def test_another_version_of_the_draw_refuses_the_code(plan: Plan) -> None:
    code = encode(PACK, plan) or ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ctoquiz.generation.code.DRAW", codes.DRAW + 1)

        with pytest.raises(BadInput, match="another version of ctoquiz"):
            decode(PACK, code)


def test_the_smallest_plan_of_an_edition_numbered_0_has_a_code_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctoquiz.generation.code._edition", lambda _: 0)
    plan = Plan(Selection(), 1, 0)
    code = encode(PACK, plan)

    assert code is not None
    assert decode(PACK, code) == plan


def test_where_no_code_has_room_there_is_none() -> None:
    topics = {f"t{n}": () for n in range(80)}
    pack = pack_of_topics(topics)
    selection = Selection(topics=tuple(topics))

    assert seed_number(pack, selection, 1, "x") is None
    assert encode(pack, Plan(selection, 1, 0)) is None


def test_a_code_is_read_out_loud_in_groups_of_four() -> None:
    assert spoken("QF827ANPFT23U") == "QF82 7ANP FT23 U"


def test_the_seeds_tried_begin_with_the_seed_s_own_number_and_have_room_in_a_code() -> None:
    seeds = [seed for seed, _ in zip(codes.seeds_from(PACK, Selection(), 5, codes.SEEDS - 2), range(4), strict=False)]

    assert seeds == [codes.SEEDS - 2, codes.SEEDS - 1, 0, 1]
