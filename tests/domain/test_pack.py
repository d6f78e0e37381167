from __future__ import annotations

from dataclasses import replace

from tests.packkit import pack_of, pack_of_topics, t

from ctoquiz.domain.facts import Member, SetFamily
from ctoquiz.domain.pack import Section, problems

TOOLS = SetFamily(
    id="tools",
    kind="set",
    closed=True,
    sentences=(2, 1),
    renamed_from=("gear",),
    members=(
        Member(id="a", label=t("a", "a"), renamed_from=("z", "old.z"), sentences=(4, 3, 4)),
        Member(id="b", label=t("b", "b")),
    ),
)
ALONE = SetFamily(id="alone", kind="set", closed=True, sentences=(1,), members=(Member(label=t("c", "c")),))


def test_a_fact_is_called_by_its_family_and_its_row_or_by_its_family_alone() -> None:
    pack = pack_of(TOOLS, ALONE)

    assert list(pack.facts) == ["tools.a", "tools.b", "alone"]
    assert list(pack.families) == ["tools", "alone"]


def test_a_fact_is_found_by_all_its_old_names() -> None:
    assert pack_of(TOOLS).aliases == {
        "gear": "tools",
        "gear.a": "tools.a",
        "gear.b": "tools.b",
        "z": "tools.a",
        "old.z": "tools.a",
        "tools.z": "tools.a",
        "tools.old.z": "tools.a",
    }


def test_a_fact_rests_on_its_own_sentences_else_on_those_of_its_family_in_order() -> None:
    assert TOOLS.sentences_of(TOOLS.members[0]) == (3, 4)
    assert TOOLS.sentences_of(TOOLS.members[1]) == (1, 2)
    assert TOOLS.sentences_of() == (1, 2, 3, 4)


def test_topics_have_their_titles() -> None:
    pack = pack_of_topics({"sea": (TOOLS,), "land": (ALONE,)})

    assert [topic.id for topic in pack.topics] == ["sea", "land"]
    assert pack.topic_title("land") == t("land", "land")


def test_a_whole_pack_has_no_problems_and_names_what_it_lacks() -> None:
    pack = pack_of(TOOLS)
    section = pack.sections[0]
    lacking = Section(topic="work", sentences={}, facts=(replace(TOOLS, siblings=("tools", "gone", "unread")),))

    assert list(problems(pack.about, {"a.yaml": section})) == []
    assert [
        (file, str(error), error.path) for file, error in problems(pack.about, {"a.yaml": lacking}, {"unread"})
    ] == [
        ("a.yaml", f"The sibling “{name}” is not another family of the same kind; name one or leave it out.", path)
        for name, path in (("tools", ("facts", 0, "siblings", 0)), ("gone", ("facts", 0, "siblings", 1)))
    ] + [
        (
            "a.yaml",
            f"Sentence {number} has no fingerprint in this file; add it under `sentences` at the top.",
            ("facts", 0),
        )
        for number in (1, 2, 3, 4)
    ]
