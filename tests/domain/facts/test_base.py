from __future__ import annotations

from dataclasses import replace

import pytest
from tests.packkit import t

from ctoquiz.domain.facts import (
    ContentError,
    ContrastFamily,
    FalseStatement,
    Figure,
    Item,
    Lure,
    Member,
    ProgressionFamily,
    SetFamily,
    Side,
    Span,
    Step,
)

FAMILY = SetFamily(
    id="tools",
    kind="set",
    closed=True,
    ask={"pick": t("Quoi ?", "What?")},
    members=(Member(id="a", label=t("a", "a")), Member(id="b", label=t("b", "b"))),
)


def refused(error: pytest.ExceptionInfo[ContentError]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(str(each), each.path) for each in error.value.all]


def test_all_that_is_wrong_in_a_family_is_told_at_once_each_with_its_path() -> None:
    with pytest.raises(ContentError) as caught:
        replace(
            FAMILY,
            id="My Tools",
            ask={"pik": t("", ""), "pick": t("{x}", "{Member} {y}")},
            says=t("{member}", "{z}"),
            members=(Member(id="a", label=t("a", "a")), Member(id="a", label=t("b", "b"), says=t("{w}", ""))),
        )

    assert refused(caught) == [
        ("“My Tools” is no short name; use lower-case letters, digits and hyphens.", ("id",)),
        ("In family “My Tools” two rows are called “a”; give each its own name.", ("members", 1, "id")),
        (
            "“pik” is not a question of this kind of fact; choose among: all, home, odd, pick, sort, type.",
            ("ask", "pik"),
        ),
        ("The gap “{x}” is not known here; the gaps are: {member}.", ("ask", "pick")),
        ("The gap “{y}” is not known here; the gaps are: {member}.", ("ask", "pick")),
        ("The gap “{z}” is not known here; the gaps are: {member}.", ("says",)),
        ("The gap “{w}” is not known here; the gaps are: {member}.", ("members", 1, "says")),
    ]


def test_a_family_holds_at_least_one_fact() -> None:
    with pytest.raises(ContentError, match="holds no fact"):
        replace(FAMILY, members=())
    with pytest.raises(ContentError, match="holds no fact"):
        ProgressionFamily(id="path", kind="progression", steps=(Step(id="a", label=t("a", "a")),))


def test_a_wording_of_a_row_goes_before_that_of_its_family() -> None:
    own = Member(id="a", label=t("a", "a"), ask={"pick": t("Qui ?", "Who?"), "type": t("?", "?")})
    family = replace(FAMILY, members=(own, FAMILY.members[1]))

    assert family.wording("pick", own) == t("Qui ?", "Who?")
    assert family.wording("pick", family.members[1]) == family.wording("pick") == t("Quoi ?", "What?")
    assert family.wording("type", own) == t("?", "?")
    assert family.wording("type") is None


def test_what_an_author_calls_wrong_is_refuted_by_a_sentence() -> None:
    for wrong in (
        lambda: Lure(label=t("x", "x"), refuted_by=()),
        lambda: FalseStatement(text=t("x", "x"), refuted_by=()),
    ):
        with pytest.raises(ContentError, match="Say which sentence makes this wrong"):
            wrong()


def test_refutations_are_those_of_lures_and_of_false_statements() -> None:
    family = replace(
        FAMILY,
        lures=(Lure(label=t("x", "x"), refuted_by=(1,)),),
        members=(
            Member(id="a", label=t("a", "a"), lures=(Lure(label=t("y", "y"), refuted_by=(2, 3)),)),
            Member(id="b", label=t("b", "b"), false=FalseStatement(text=t("z", "z"), refuted_by=(4,))),
        ),
    )

    assert list(family.refutations()) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("value", "tolerance", "wrong", "message"),
    [
        (5, -1, (), "A tolerance is 0 or more."),
        (5, 0, (4, 5), "This wrong figure is right; take another."),
        (5, 2, (7,), "This wrong figure is right; take another."),
        (5, 0, (4, 4), "This wrong figure is there twice; take another."),
    ],
)
def test_wrong_figures_are_wrong_and_differ(
    value: float, tolerance: float, wrong: tuple[float, ...], message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        Figure(value=value, tolerance=tolerance, wrong=wrong)
    assert str(caught.value) == message


@pytest.mark.parametrize(("low", "high"), [(2, 1), (1, 1)])
def test_a_range_goes_from_low_to_high(low: float, high: float) -> None:
    with pytest.raises(ContentError, match="from low to high"):
        Span(condition=t("c", "c"), low=low, high=high)


def test_a_contrast_has_two_sides_or_more_each_with_its_own_name() -> None:
    side = Side(id="a", title=t("a", "a"), items=(Item(id="x", label=t("x", "x")),))
    with pytest.raises(ContentError, match="two sides or more"):
        ContrastFamily(id="size", kind="contrast", sides=(side,))
    with pytest.raises(ContentError) as caught:
        ContrastFamily(id="size", kind="contrast", sides=(side, side))
    assert refused(caught) == [
        ("Two sides are called “a”; give each its own name.", ("sides", 1, "id")),
        ("In family “size” two rows are called “x”; give each its own name.", ("sides", 1, "items", 0, "id")),
    ]
