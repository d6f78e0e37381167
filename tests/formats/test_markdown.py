"""The sheet to print and its answer key, as whole pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctoquiz.domain.quiz import Quiz
from ctoquiz.domain.text import Text
from ctoquiz.formats.markdown import Sheet, handout
from ctoquiz.i18n.words import Words

DOCUMENT: Text = {"en": "A book", "fr": "Un livre"}
ENGLISH = Words("en")

SHEET = r"""# Crafts #1

Code: **ABCD EFGH 2** · 8 questions · pack crafts, edition 1.0

Name: .............................. Date: ..........

**1.** Which &lt;b&gt;tool&lt;/b&gt; cuts \_\_\_?

- **a.** \*saw\*
- **b.** \[plane\](http://x)
- **c.** R&D

**2.** Which ones cut?

*Tick all that are right.*

- [ ] **a.** saw
- [ ] **b.** knife
- [ ] **c.** glue

**3.** Glue cuts.

- [ ] True
- [ ] False

**4.** What does it cost?

Answer, in euros: ..............................

**5.** How old?

Answer, in years: from .......... to ..........

**6.** What is CTO?

Answer: ..............................

**7.** In what order?

- **a.** sand
- **b.** cut
- **c.** paint

The letters in order, first to last: ..... → ..... → .....

**8.** What goes with what?

- **1** = ..... saw
- **2** = ..... brush

*Write beside each number the letter that goes with it:*

- **a.** paint
- **b.** wood
- **c.** air
"""

KEY = r"""<div style="page-break-before: always; break-before: page"></div>

# Answer key

Crafts #1 · Code: **ABCD EFGH 2** · 8 questions · pack crafts, edition 1.0

**1.** **a** · \*saw\*

About saw.

*Source: A book, Tools, sentences 3, 4*

**2.** **a,b** · saw; knife

About all.

*Source: A book, Tools, sentences 3, 4*

**3.** **False**

About glue.

*Source: A book, Tools, sentences 3, 4*

**4.** **€70,000**

About price.

*Source: A book, Tools, sentences 3, 4*

**5.** **4 to 8 years**

About age.

*Source: A book, Tools, sentences 3, 4*

**6.** **technical officer**

About name.

*Source: A book, Tools, sentences 3, 4*

**7.** **b,a,c** · cut → sand → paint

About steps.

*Source: A book, Tools, sentences 3, 4*

**8.** **1=b,2=a** · saw → wood; brush → paint

About pairs.

*Source: A book, Tools, sentences 3, 4*
"""


def test_a_sheet_has_every_question_with_its_options_or_room_to_write(every_kind: Quiz) -> None:
    assert handout(Sheet(every_kind, "en", DOCUMENT), ENGLISH, key=False) == SHEET


def test_the_key_is_on_a_page_of_its_own_after_the_same_sheet(every_kind: Quiz) -> None:
    assert handout(Sheet(every_kind, "en", DOCUMENT), ENGLISH, key=True) == f"{SHEET}\n{KEY}"


def test_a_sheet_without_its_key_tells_no_answer(every_kind: Quiz) -> None:
    sheet = handout(Sheet(every_kind, "en", DOCUMENT), ENGLISH, key=False)
    assert not any(question.explanation["en"] in sheet for question in every_kind.questions)


def test_a_quiz_that_only_one_person_can_have_shows_no_code(every_kind: Quiz) -> None:
    sheet = handout(Sheet(replace(every_kind, code=None), "en", DOCUMENT), ENGLISH, key=True)
    assert "Code" not in sheet
    assert "\n8 questions · pack crafts, edition 1.0\n" in sheet


def test_the_texts_of_the_pack_are_in_the_language_of_the_quiz(every_kind: Quiz) -> None:
    sheet = handout(Sheet(every_kind, "fr", DOCUMENT), ENGLISH, key=True)
    assert sheet.startswith("# Métiers n° 1\n")
    assert "\n- [ ] Vrai\n- [ ] Faux\n" in sheet
    assert "**directeur technique**" in sheet
    assert "Un livre, Outils" in sheet


@pytest.mark.parametrize("one", range(8))
def test_every_kind_of_question_can_stand_alone(every_kind: Quiz, one: int) -> None:
    quiz = replace(every_kind, questions=every_kind.questions[one : one + 1])
    blocks = handout(Sheet(quiz, "en", DOCUMENT), ENGLISH, key=False).split("\n\n")
    assert blocks[1] == "Code: **ABCD EFGH 2** · 1 question · pack crafts, edition 1.0"
    assert len(blocks) >= 5


def test_the_sheet_is_french_for_a_french_class(every_kind: Quiz) -> None:
    sheet = handout(Sheet(every_kind, "fr", DOCUMENT), Words("fr"), key=True)
    assert "\nNom\u00a0: .............................. Date\u00a0: ..........\n" in sheet
    assert "\n*Cochez toutes les bonnes réponses.*\n" in sheet
    assert "\nRéponse, en années\u00a0: de .......... à ..........\n" in sheet
    assert "\n# Corrigé\n" in sheet
    assert "\n*Source\u00a0: Un livre, Outils, phrases 3, 4*\n" in sheet
