from __future__ import annotations

import pytest

from ctoquiz.quality.blind.cues import CUES
from ctoquiz.quality.blind.sight import TRUTHS, Item, Memory, Sheet, Sight, folded
from ctoquiz.quality.language.words import stems

BY_NAME = {cue.name: cue for cue in CUES}


def seen(
    prompt: str,
    *options: str,
    language: str = "en",
    others: tuple[str, ...] = (),
    shown: tuple[tuple[str, ...], ...] = (),
    statements: tuple[int, ...] = (),
    before: Memory | None = None,
) -> Sight:
    """A choice (a statement where there are no options), first in a quiz of other prompts, options and statements."""
    sheet = Sheet(
        prompts=tuple(frozenset(stems(each, language)) for each in (prompt, *others)),
        strings=tuple(frozenset(map(folded, texts)) for texts in (options, *shown)),
        statements=dict(enumerate((len(prompt), *statements) if statements else ())),
    )
    item = Item(0, language, prompt, options or TRUTHS, statement=not options)
    return Sight(item, sheet, before or Memory())


CHOICES = [
    ("longest", seen("?", "a", "abc", "ab"), {1}),
    ("shortest", seen("?", "abc", "a", "abc"), {1}),
    ("place-a", seen("?", "x", "y"), {0}),
    ("place-d", seen("?", "x", "y", "z"), set()),
    ("least-used-place", seen("?", "x", "y", "z", before=Memory(places={0: 2, 1: 1})), {2}),
    ("least-used-place", seen("?", "x", "y"), set()),
    ("same-place", seen("?", "x", "y", "z", before=Memory(last=1)), {1}),
    ("like-others", seen("?", "the web team", "the web", "a team", "a bus"), {0}),
    ("unlike-others", seen("?", "the web team", "the web", "a team", "a bus"), {3}),
    ("like-prompt", seen("Who leads teams?", "the team", "a bus"), {0}),
    ("unlike-prompt", seen("Who leads teams?", "the team", "a bus"), {1}),
    ("lowest-number", seen("?", "70 %", "5 %", "8 %"), {1}),
    ("middle-number", seen("?", "70 %", "5 %", "8 %"), {2}),
    ("middle-number", seen("?", "1", "2", "3", "4"), {1, 2}),
    ("highest-number", seen("?", "10 to 20", "5 to 10"), {0}),
    ("highest-number", seen("?", "10", "many"), set()),
    ("commonest", seen("?", "the bus", "a car", shown=(("The bus!", "a tram"),)), {0}),
    ("rarest", seen("?", "the bus", "a car", shown=(("The bus!", "a tram"),)), {1}),
    ("right-before", seen("?", "bus", "car", before=Memory(right={"bus": 1})), {0}),
    ("never-right-before", seen("?", "bus", "car", before=Memory(right={"bus": 1})), {1}),
    ("wrong-before", seen("?", "bus", "car", before=Memory(wrong={"car": 1})), {1}),
    ("never-wrong-before", seen("?", "bus", "car", before=Memory(wrong={"car": 1})), {0}),
    ("explained-before", seen("?", "red trains", "cars", before=Memory(told=frozenset({"train"}))), {0}),
    ("asked-elsewhere", seen("Which bus?", "bus", "car", others=("What is a car?",)), {1}),
    ("odd-form", seen("?", "R&D", "teams", "clients"), {0}),
    ("odd-form", seen("?", "two words", "one", "here"), {0}),
    ("plain-form", seen("?", "R&D", "teams", "clients"), {1, 2}),
    ("agrees", seen("It is an ___.", "car", "engine"), {1}),
    ("agrees", seen("He leads de ___.", "aller", "partir", language="fr"), {1}),
    ("agrees", seen("Il dirige l’___.", "équipe", "projet", language="fr"), {0}),
    ("agrees", seen("C’est la ___ du CTO.", "direction", "budget", language="fr"), {0}),
    ("agrees", seen("Ce sont ___.", "les projets", "le projet", language="fr"), {0}),
    ("agrees", seen("___ are led.", "teams", "the team"), {0}),
    ("no-absolute", seen("?", "always", "often"), {1}),
    ("hedged", seen("?", "always", "often"), {1}),
    ("no-negation", seen("?", "ne pas payer", "payer", language="fr"), {1}),
    ("all-of-these", seen("?", "a", "all of the above"), {1}),
    ("all-of-these", seen("?", "a", "toutes ces réponses", language="fr"), {1}),
]


@pytest.mark.parametrize(("name", "sight", "picked"), CHOICES, ids=[f"{each[0]} {each[1].item}" for each in CHOICES])
def test_a_cue_picks_what_it_says(name: str, sight: Sight, picked: set[int]) -> None:
    picks = BY_NAME[name].picks(sight)

    assert {sight.item.options[place] for place in picks} == {sight.item.options[place] for place in picked}


STATEMENTS = [
    ("always-true", seen("So."), "true"),
    ("always-false", seen("So."), "false"),
    ("majority", seen("So.", before=Memory(truths={"true": 2, "false": 1})), "true"),
    ("minority", seen("So.", before=Memory(truths={"true": 2, "false": 1})), "false"),
    ("majority", seen("So.", before=Memory(truths={"true": 1, "false": 1})), None),
    ("longer-true", seen("A longer one.", statements=(3, 4)), "true"),
    ("shorter-true", seen("A longer one.", statements=(3, 4)), "false"),
    ("longer-true", seen("A lone one."), None),
    ("familiar-true", seen("Trains run.", others=("Trams stop.", "Which train?"), statements=(1,)), "true"),
    ("unfamiliar-true", seen("Trains run.", others=("Trams stop.", "Which train?"), statements=(1,)), "false"),
    ("absolute-false", seen("It always runs."), "false"),
    ("absolute-false", seen("It runs."), None),
    ("hedged-true", seen("Il peut courir.", language="fr"), "true"),
    ("negated-false", seen("It does not run."), "false"),
    ("figure-true", seen("It costs 5 €."), "true"),
]


@pytest.mark.parametrize(("name", "sight", "right"), STATEMENTS, ids=[f"{each[0]} {each[2]}" for each in STATEMENTS])
def test_a_cue_of_statements_says_true_false_or_nothing(name: str, sight: Sight, right: str | None) -> None:
    assert [TRUTHS[place] for place in BY_NAME[name].picks(sight)] == ([right] if right else [])


def test_every_cue_is_tried_here_and_has_a_name_of_its_own() -> None:
    tried = {each[0] for each in CHOICES} | {each[0] for each in STATEMENTS}

    assert len(BY_NAME) == len(CUES)
    assert set(BY_NAME) - tried == {"place-b", "place-c", "place-e", "place-f"}


def test_cues_of_options_are_silent_before_a_statement_and_those_of_statements_before_options() -> None:
    choice, statement = seen("Which 5?", "always a", "often the bus"), seen("It often costs 5.")
    for name in {each[0] for each in CHOICES}:
        assert BY_NAME[name].picks(statement) == ()
    for name in {each[0] for each in STATEMENTS}:
        assert BY_NAME[name].picks(choice) == ()
