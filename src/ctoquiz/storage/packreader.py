"""From the files of a pack to its facts: every mistake of an author found in one run, each with its place.

The shape of each part is that of the domain's classes; pydantic builds them. Its messages are put into sentences for
authors in `packmessages`, by the stable types of its errors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set

from ctoquiz.domain import facts as shapes
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.facts import written
from ctoquiz.domain.facts.base import TEXT_FIELDS, ContentError
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import About, Pack, Section, problems
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.storage.assessmentreader import misfits, read_assessment
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import Path, content_problem
from ctoquiz.storage.packquestions import badly_written, unaskable
from ctoquiz.storage.packwaivers import unknown_waivers
from ctoquiz.storage.shaping import items, mapping, shaped, shaped_by_kind
from ctoquiz.storage.yamlproblems import EnoughError, Found

SCHEMA = "ctoquiz/pack/1"

FAMILIES: Mapping[str, type[shapes.AnyFamily]] = {
    "set": shapes.SetFamily,
    "relation": shapes.RelationFamily,
    "range": shapes.RangeFamily,
    "figure": shapes.FigureFamily,
    "term": shapes.TermFamily,
    "contrast": shapes.ContrastFamily,
    "condition": shapes.ConditionFamily,
    "progression": shapes.ProgressionFamily,
}

WRITTEN: Mapping[str, type[written.AnyWritten]] = {
    "single": written.WrittenOptions,
    "multiple": written.WrittenOptions,
    "order": written.WrittenOptions,
    "true-false": written.WrittenStatement,
    "number": written.WrittenNumber,
    "interval": written.WrittenInterval,
    "text": written.WrittenText,
    "match": written.WrittenMatch,
}

ROWS = {"set": "members", "contrast": "sides", "progression": "steps"}
"""What the rows of a family are called in its file, where they aren't called `rows`."""

FAMILY_FIELDS = frozenset(
    {
        "id",
        "kind",
        "sentences",
        "siblings",
        "ask",
        "says",
        "explanation",
        "lures",
        "renamed_from",
        "statements",
        "draft",
        "waive",
    }
    | {"title", "closed", "functional", "unit", "disjoint"}
)
"""What stays on the family where a family of a single fact leaves `rows` out; all else belongs to the row."""

TEXTS = TEXT_FIELDS | {"editorial", "moves"}
"""Fields that hold a text in every language, in any file of a pack."""

WORDINGS = frozenset({"ask", "scale", "anchors", "silent"})
"""Fields all of whose values are texts in every language."""


def read_pack(
    files: list[PackFile], digest: str, extra: PackFile | None = None, *, every_question: bool = False
) -> Pack:
    """The pack that the files hold, `extra` being that of its self-assessment if it has one.

    Raises BadInput with all that its author must mend, in the order of the files; `every_question` as in `unaskable`.
    """
    found = Found()
    try:
        pack = _read(files, digest, extra, found, every_question=every_question)
    except EnoughError:
        pack = None
    if found or pack is None:
        raise BadInput.of(sorted(found, key=_place))
    return pack


def _read(
    files: list[PackFile], digest: str, extra: PackFile | None, found: Found, *, every_question: bool
) -> Pack | None:
    manifest, *others = files
    about = read_about(manifest, found)
    languages = () if about is None else about.languages
    sections: dict[str, Section] = {}
    named: Collection[str] = frozenset()
    for file in others:
        # What a file holds is read once, and let go before the next one is.
        data = mapping(file, found)
        section = read_section(file, data, languages, found)
        named = _ANY if data is None or named is _ANY else frozenset(named).union(_families_in(data))
        if section is not None:
            sections[file.name] = section
    assessment = None if extra is None else _assessment(extra, languages, found)
    by_name = {file.name: file for file in files}
    unread = named if found else frozenset()
    found += (content_problem(by_name[name], error) for name, error in problems(about, sections, unread))
    if extra is not None and assessment is not None:
        found += misfits(extra, assessment, sections.values(), unread)
    if about is None:
        return None
    if found:
        found += badly_written(Pack(about, digest, tuple(sections.values())), sections, by_name)
        return None
    pack = Pack(about, digest, tuple(_in_topic_order(about, sections)), assessment)
    found += unaskable(pack, sections, by_name, every_question=every_question)
    return pack


def _families_in(data: JsonObject | None) -> Iterator[str]:
    """The names of the families in a file, even of those that can't be read."""
    for family in _listed(data, "facts"):
        if isinstance(family, dict):
            yield str(family.get("id"))


class _Any(frozenset[str]):
    """The names in a file that can't be read at all: they may be any."""

    def __contains__(self, name: object) -> bool:
        return True


_ANY = _Any()


def _assessment(file: PackFile, languages: tuple[str, ...], found: list[Problem]) -> Assessment | None:
    data = mapping(file, found)
    found += missing_languages(file, data, languages)
    return read_assessment(file, data, found)


def _in_topic_order(about: About, sections: Mapping[str, Section]) -> Iterator[Section]:
    order = [topic.id for topic in about.topics]
    return iter(sorted(sections.values(), key=lambda section: order.index(section.topic)))


def _place(problem: Problem) -> tuple[str, int, int]:
    where = problem.where or Where("")
    return where.file, where.line or 0, where.column or 0


def read_about(file: PackFile, found: list[Problem]) -> About | None:
    """What `pack.yaml` says; adds to `found` what is wrong with it."""
    data = mapping(file, found)
    if data is None:
        return None
    about = shaped(About, data, file, (), found)
    if about is not None:
        found += (content_problem(file, error) for error in (*_wrong_schema(about), *about.problems()))
        found += missing_languages(file, data, about.languages)
    return about


def _wrong_schema(about: About) -> Iterator[ContentError]:
    if about.schema != SCHEMA:
        message = N_("The schema “{schema}” is not one that this version reads; write “{known}”.")
        yield ContentError(message, ("schema",), schema=about.schema, known=SCHEMA)


def read_section(
    file: PackFile, data: JsonObject | None, languages: tuple[str, ...], found: list[Problem]
) -> Section | None:
    """What a file of facts with this `data` holds; adds to `found` what is wrong. `languages` are those of the pack."""
    if data is None:
        return None
    found += missing_languages(file, data, languages)
    found += unknown_waivers(file, data)
    families = [
        shaped_by_kind(FAMILIES, _with_rows(each), file, ("facts", place), found)
        for place, each in enumerate(items(data, "facts", file, found))
    ]
    questions = [
        shaped_by_kind(WRITTEN, each, file, ("questions", place), found)
        for place, each in enumerate(items(data, "questions", file, found))
    ]
    bare = shaped(Section, {**data, "facts": [], "questions": []}, file, (), found)
    if bare is None:
        return None
    return Section(
        topic=bare.topic,
        sentences=bare.sentences,
        facts=tuple(family for family in families if family is not None),
        questions=tuple(question for question in questions if question is not None),
    )


def _with_rows(family: JsonObject) -> JsonObject:
    """A family of a single fact, written without `rows`, with its one row."""
    kind = str(family.get("kind"))  # it may be anything yet
    rows = ROWS.get(kind, "rows")
    if rows in family or kind in ROWS or kind not in FAMILIES:
        return family
    own: JsonObject = {name: value for name, value in family.items() if name not in FAMILY_FIELDS}
    return {name: value for name, value in family.items() if name in FAMILY_FIELDS} | {rows: [own]}


def missing_languages(file: PackFile, data: JsonObject | None, languages: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each text of a file (`data` is what it holds) that lacks a language of the pack, or has one that
    the pack has not; nothing where the pack's languages aren't known.

    A draft may lack all but one, until it is confirmed.
    """
    drafts = set(_draft_places(data))
    for path, text in _unlike(data, (), frozenset(languages)) if languages else ():
        for language in languages:
            if not text.get(language) and not (path[:2] in drafts and any(text.get(each) for each in languages)):
                error = ContentError(
                    N_("This text is missing in “{language}”; add `{language}: …`."), path, language=language
                )
                yield content_problem(file, error)
        for language in text:
            if language not in languages:
                error = ContentError(
                    N_("“{language}” is not among the pack’s languages ({known}); remove it or add it to pack.yaml."),
                    (*path, language),
                    language=language,
                    known=", ".join(languages),
                )
                yield content_problem(file, error)


def _draft_places(data: JsonObject | None) -> Iterator[Path]:
    """Where the drafts of a file stand."""
    for place, family in enumerate(_listed(data, "facts")):
        if isinstance(family, dict) and family.get("draft") is True:
            yield "facts", place


def _listed(data: JsonObject | None, field: str) -> list[Json]:
    value = (data or {}).get(field)
    return value if isinstance(value, list) else []


def _unlike(value: Json, path: Path, languages: Set[str], *, worded: bool = False) -> Iterator[tuple[Path, JsonObject]]:
    """The texts in a value that don't have exactly these languages, each with its path."""
    named = isinstance(value, dict)
    for step, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(item, dict) and ((worded and named) or step in TEXTS):
            if item.keys() != languages or not all(item.values()):
                yield (*path, step), item
        elif item and isinstance(item, dict | list):
            yield from _unlike(item, (*path, step), languages, worded=step in WORDINGS)
