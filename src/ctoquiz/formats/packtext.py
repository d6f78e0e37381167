"""A pack for reading: its overview, one fact, one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.pack import Pack, Topic
from ctoquiz.domain.questions import KINDS, LETTERS, LEVELS, AnyQuestion, Match
from ctoquiz.domain.text import Text
from ctoquiz.formats.columns import columns
from ctoquiz.frozen import frozen
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.i18n.words import Words


@frozen
class Reading:
    """Who reads a pack: the language of its texts, and the words around them."""

    catalogue: Catalogue
    lang: str
    say: Words

    def words(self, text: Text) -> str:
        """A text of the pack."""
        return text[self.lang]


def shelf(packs: Iterable[Catalogue], say: Words) -> str:
    """A line for each pack: its id, version, title, facts and questions."""
    rows = [(say("id"), say("edition"), say("title"), say("facts"), say("questions"))]
    rows += [_on_shelf(each, say) for each in packs]
    return "\n".join(columns(rows, right=(3, 4))) + "\n"


def _on_shelf(catalogue: Catalogue, say: Words) -> tuple[str, str, str, str, str]:
    about = catalogue.pack.about
    title = about.title.get(say.language) or next(iter(about.title.values()))
    counts = say.number(len(catalogue.pack.facts)), say.number(len(catalogue.blueprints))
    return (about.id, about.version, title, *counts)


def overview(reading: Reading, name: str) -> str:
    """What a pack holds: by kind and level, then each topic with its families and their facts.

    `name` is how the user named the pack.
    """
    pack = reading.catalogue.pack
    blocks = [
        _title(reading),
        _margin(reading, reading.say("Questions by kind"), [(kind, kind) for kind in KINDS], "kind"),
        _margin(reading, reading.say("Questions by level (an estimate)"), [(each, each) for each in LEVELS], "level"),
        *(_topic(reading, topic) for topic in pack.topics),
        reading.say("Show one fact or one question: ctoquiz pack show {pack} ID", pack=name),
    ]
    return "\n\n".join(blocks) + "\n"


def _title(reading: Reading) -> str:
    about, say = reading.catalogue.pack.about, reading.say
    facts, questions = len(reading.catalogue.pack.facts), len(reading.catalogue.blueprints)
    return "\n".join(
        [
            reading.words(about.title),
            reading.words(about.document),
            " · ".join(
                [
                    say("pack {id}, edition {version}", id=about.id, version=about.version),
                    ", ".join(about.languages),
                    say.plural("{n} fact", "{n} facts", facts),
                    say.plural("{n} question", "{n} questions", questions),
                    *_drafts(reading.catalogue.pack.drafts.values(), say),
                ]
            ),
        ]
    )


def _drafts(families: Iterable[AnyFamily], say: Words) -> list[str]:
    """How many facts are drafts, where there are any."""
    facts = sum(len(family.names) for family in families)
    return [say.plural("{n} draft fact, not asked", "{n} draft facts, not asked", facts)] if facts else []


def _margin(reading: Reading, title: str, values: Sequence[tuple[str, str]], margin: str) -> str:
    all_values = [getattr(blueprint, margin) for blueprint in reading.catalogue.blueprints]
    rows = [(f"  {name}", reading.say.number(all_values.count(value))) for value, name in values]
    return "\n".join([title, *columns(rows, right=(1,))])


def _topic(reading: Reading, topic: Topic) -> str:
    families = _families(reading.catalogue.pack, topic)
    asked = [blueprint for blueprint in reading.catalogue.blueprints if blueprint.topic == topic.id]
    confirmed = [family for family in families if not family.draft]
    counts = [
        reading.say.plural("{n} fact", "{n} facts", sum(len(family.names) for family in confirmed)),
        reading.say.plural("{n} question", "{n} questions", len(asked)),
        *_drafts((family for family in families if family.draft), reading.say),
    ]
    rows = [_family(reading, family, asked) for family in families]
    head = f"{reading.words(topic.title)} ({topic.id}) · {', '.join(counts)}"
    return "\n".join([head, *columns(rows, right=(2, 3))])


def _families(pack: Pack, topic: Topic) -> list[AnyFamily]:
    return [family for section in pack.sections if section.topic == topic.id for family in section.facts]


def _family(reading: Reading, family: AnyFamily, asked: Sequence[Blueprint]) -> tuple[str, ...]:
    names = set(family.names)
    questions = sum(not names.isdisjoint(blueprint.facts) for blueprint in asked)
    counts = reading.say.number(len(names)), reading.say.number(questions)
    return (f"  {family.id}", family.kind, *counts, reading.say("draft") if family.draft else "")


def fact_page(reading: Reading, name: str, asked: Sequence[Blueprint]) -> str:
    """A fact or a family: what says so in the document, the facts in it, and every question that can be asked."""
    pack, say = reading.catalogue.pack, reading.say
    family = pack.facts.get(name) or pack.families.get(name) or pack.drafts[name]
    row = next((row for row in family.facts if family.name_of(row) == name), None)
    lines = [name, say("kind of fact: {kind}", kind=family.kind), _sentences(family.sentences_of(row), say)]
    if family.draft:
        lines += [say("a draft: nothing of it is asked before you confirm it (remove `draft: true`)")]
    if row is None:
        lines += [say("facts: {names}", names=", ".join(family.names))]
    head = say.plural("{n} question can be asked about it:", "{n} questions can be asked about it:", len(asked))
    return "\n\n".join(["\n".join(lines), head, *(_in_short(reading, each) for each in asked)]) + "\n"


def _in_short(reading: Reading, blueprint: Blueprint) -> str:
    question = reading.catalogue.neutral(blueprint)
    return "\n".join(
        [
            f"  {question.id} · {question.kind} · {question.level}",
            f"    {reading.words(question.prompt)}",
            f"    → {reading.words(question.answer_text)}",
        ]
    )


def question_page(reading: Reading, question: AnyQuestion) -> str:
    """One question with its options, its key, its explanation and its source."""
    return "\n".join(_question(reading, question)) + "\n"


def _question(reading: Reading, question: AnyQuestion) -> Iterator[str]:
    say = reading.say
    topic = reading.words(reading.catalogue.pack.topic_title(question.topic))
    yield question.id
    yield say("{topic} · {kind} · level: {level} (an estimate)", topic=topic, kind=question.kind, level=question.level)
    yield from ["", reading.words(question.prompt)]
    if isinstance(question, Match):
        yield ""
        yield from (f"  {number}. {reading.words(text)}" for number, text in enumerate(question.left, 1))
    if question.shown:
        yield ""
    for letter, option in zip(LETTERS, question.shown, strict=False):
        about = "" if option.about is None else f" ({reading.words(option.about)})"
        yield f"  {letter}. {reading.words(option.text)}{about}"
    yield from [
        "",
        say("Right answer: {answer}", answer=_right(reading, question)),
        reading.words(question.explanation),
    ]
    yield from ["", _sentences(question.source.sentences, say), say("facts: {names}", names=", ".join(question.facts))]


def _right(reading: Reading, question: AnyQuestion) -> str:
    text = reading.words(question.answer_text)
    return f"{question.answer} · {text}" if question.shown else text


def _sentences(numbers: Sequence[int], say: Words) -> str:
    written = ", ".join(map(str, numbers))
    return say.plural(
        "from sentence {list} of the document", "from sentences {list} of the document", len(numbers), list=written
    )
