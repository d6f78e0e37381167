"""A quiz with a question of every kind, whose texts are full of what Markdown and HTML would obey."""

from __future__ import annotations

import pytest

from ctoquiz.domain.questions import Interval, Match, Multiple, Number, Option, Order, Single, Source, TrueFalse, Typed
from ctoquiz.domain.quiz import Edition, Quiz
from ctoquiz.domain.text import Text


def text(english: str, french: str | None = None) -> Text:
    return {"en": english, "fr": french or english}


def options(*words: str) -> tuple[Option, ...]:
    return tuple(Option(text(each)) for each in words)


@pytest.fixture(scope="session")
def every_kind() -> Quiz:
    """One question of each of the eight kinds; the answers and texts differ from each other."""
    source = Source("tools", (3, 4))

    def common(name: str, prompt: Text) -> dict[str, object]:
        return {
            "id": f"{name}/ask",
            "topic": "tools",
            "level": "easy",
            "prompt": prompt,
            "explanation": text(f"About {name}.", f"Sur {name}."),
            "facts": (name,),
            "source": source,
        }

    questions = (
        Single(
            **common("saw", text("Which <b>tool</b> cuts ___?", "Quel outil coupe ___ ?")),  # type: ignore[arg-type]
            options=options("*saw*", "[plane](http://x)", "R&D"),
            right=0,
        ),
        Multiple(
            **common("all", text("Which ones cut?")),  # type: ignore[arg-type]
            options=options("saw", "knife", "glue"),
            right=frozenset({0, 1}),
        ),
        TrueFalse(**common("glue", text("Glue cuts.", "La colle coupe.")), right=False),  # type: ignore[arg-type]
        Number(**common("price", text("What does it cost?")), value=70000, unit="eur"),  # type: ignore[arg-type]
        Interval(**common("age", text("How old?")), low=4, high=8, unit="year"),  # type: ignore[arg-type]
        Typed(
            **common("name", text("What is CTO?")),  # type: ignore[arg-type]
            accepted={"en": ("technical officer",), "fr": ("directeur technique",)},
            others={"en": (), "fr": ()},
        ),
        Order(
            **common("steps", text("In what order?")),  # type: ignore[arg-type]
            options=options("sand", "cut", "paint"),
            right=(1, 0, 2),
        ),
        Match(
            **common("pairs", text("What goes with what?")),  # type: ignore[arg-type]
            left=(text("saw"), text("brush")),
            options=options("paint", "wood", "air"),
            right=(1, 0),
        ),
    )
    return Quiz(
        edition=Edition("crafts", "1.0", "ab" * 32, ("en", "fr")),
        title=text("Crafts #1", "Métiers n° 1"),
        document=text("A page on crafts", "Une page sur des métiers"),
        code="ABCDEFGH2",
        seed="7",
        chance="7",
        questions=questions,
        topics=(),
        kinds=(),
        levels=(),
        topic_titles={"tools": text("Tools", "Outils")},
    )
