from __future__ import annotations

from dataclasses import replace

from tests.packkit import pack_of, t
from tests.qualitykit import single

from ctoquiz.domain.facts.set import Member, SetFamily
from ctoquiz.quality.document import document
from ctoquiz.quality.rules.own_wording import RULE

SENTENCES = ("The watch keeps the grey pager on.", "It is carried by the duty engineer of the week.")
DOCUMENT = document(SENTENCES, apart=("the duty engineer of the week",))
FLAW = "“{words}” is word for word in the document; say it in words of your own."


def said(prompt: str, *options: str, explanation: str = "—") -> list[str]:
    asked = replace(single("en", prompt, *(options or ("a", "b", "c"))), explanation={"en": explanation})
    return [flaw.message.format(**flaw.values) for flaw in RULE.look(asked, DOCUMENT)]


def test_six_words_of_the_document_are_found_in_any_text_whatever_their_case_and_signs() -> None:
    run = FLAW.format(words="watch keeps the grey pager on")

    assert said("The WATCH keeps – the grey pager on?") == [FLAW.format(words="the watch keeps the grey pager")]
    assert said("?", "watch keeps the grey pager on", "b", "c") == [run]
    assert said("?", explanation="A watch keeps the grey pager on.") == [run]


def test_five_words_of_the_document_are_sound() -> None:
    assert said("The watch keeps the grey what?") == []


def test_a_run_from_one_sentence_into_the_next_is_found() -> None:
    assert said("So grey pager on it is carried?") == [FLAW.format(words="grey pager on it is carried")]


def test_what_the_pack_declares_apart_may_be_repeated_and_no_word_more() -> None:
    assert said("Who is the duty engineer of the week?") == []
    assert said("What is carried by the duty engineer of the week?") == [
        FLAW.format(words="is carried by the duty engineer")
    ]


def test_the_rule_beside_the_document_is_one_on_questions() -> None:
    rule = RULE.beside(DOCUMENT)
    asked = single("en", "Who on duty keeps the grey pager on?", "a", "b", "c")

    assert rule.name == "own-wording"
    assert list(rule.look(asked)) == list(RULE.look(asked, DOCUMENT))


def test_every_text_of_the_pack_is_looked_at_and_named_by_its_fact() -> None:
    copied = "the watch keeps the grey pager"
    family = SetFamily(
        id="tools",
        kind="set",
        closed=True,
        sentences=(1,),
        explanation=t("—", f"So {copied} on."),
        members=(
            Member(id="pager", label=t("le bipeur", "the pager"), says=t("—", f"{copied}.")),
            Member(id="log", label=t("le journal", "the log")),
        ),
    )

    found = [(name, flaw.language, flaw.values["words"]) for name, flaw in RULE.look_in_pack(pack_of(family), DOCUMENT)]

    assert found == [("tools", "en", copied), ("tools.pager", "en", copied)]
