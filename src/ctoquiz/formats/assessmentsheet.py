"""An assessment as a sheet to fill in by hand, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.assessment.profile import ChoiceQuestion, Profile
from ctoquiz.domain.assessment.statements import Check
from ctoquiz.domain.assessment.whole import Assessment, Item
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.text import Text
from ctoquiz.formats.markdown import BLANK, SHORT_BLANK
from ctoquiz.formats.markup import escaped
from ctoquiz.i18n.words import Words


def sheet(pack: Pack, assessment: Assessment, lang: str, say: Words) -> str:
    """The whole sheet in the order in which the assessment asks, ending in one line feed.

    Ids stand beside the statements, so that a filled sheet can be typed into an answers file.
    """
    blocks = [
        *_head(pack, assessment, lang, say),
        *_statements(assessment, lang, say),
        *_profile(assessment.profile, lang, say),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(pack: Pack, assessment: Assessment, lang: str, say: Words) -> Iterator[str]:
    about = pack.about
    yield f"# {escaped(assessment.title[lang])}"
    yield " · ".join(
        (
            say.plural("{n} statement", "{n} statements", len(assessment.items)),
            say("pack {id}, edition {version}", id=escaped(about.id), version=escaped(about.version)),
        )
    )
    yield say("Name: {blank} Date: {short}", blank=BLANK, short=SHORT_BLANK)
    yield say("Rate what you did, not what you could do, on this scale:")
    yield _scale(assessment.scale, lang)
    yield say(
        "For a 3 or a 4, write the evidence in one line: when it was, in what situation, and what came of it. "
        "Without it, the stricter of the two readings counts the rating as 2."
    )
    yield say("Statements marked with ◆ are rated on this scale instead:")
    yield _scale(assessment.anchors, lang)


def _scale(scale: Mapping[str, Text], lang: str) -> str:
    return "\n".join(f"- **{key}** · {escaped(meaning[lang])}" for key, meaning in sorted(scale.items()))


def _statements(assessment: Assessment, lang: str, say: Words) -> Iterator[str]:
    heading = ""
    for number, item in enumerate(assessment.items, 1):
        title = assessment.competency_of(item).title[lang]
        # A check stands under the competency that happens to come before it: it is not to be told from a statement.
        if title != heading and not isinstance(item, Check):
            heading = title
            yield f"## {escaped(title)}"
        yield _statement(number, item, lang, say)


def _statement(number: int, item: Item, lang: str, say: Words) -> str:
    is_check = isinstance(item, Check)
    mark, keys = ("◆ ", "0 1 2 3 4") if is_check else ("", "0 1 2 3 4 n")
    lines = [f"**{number}.** {mark}{escaped(item.text[lang])} `{item.id}`", say("Rating: {keys}", keys=keys)]
    if not is_check:
        lines.append(say("Evidence: {blank}", blank=BLANK))
    return "  \n".join(lines)


def _profile(profile: Profile | None, lang: str, say: Words) -> Iterator[str]:
    if profile is None:
        return
    yield "## " + say("About you, all optional")
    for question in profile.questions:
        yield f"{escaped(question.prompt[lang])} `{question.id}`"
        if isinstance(question, ChoiceQuestion):
            yield "\n".join(f"- [ ] {escaped(option.label[lang])} `{option.id}`" for option in question.options)
        else:
            yield say("Answer: {blank}", blank=BLANK)
