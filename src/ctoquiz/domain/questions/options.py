"""What the kinds of question with options share."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.domain.questions.base import LETTERS, Given, Option, Question
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

FEWEST_OPTIONS = 2


@frozen(kw_only=True)
class WithOptions(Question[Given]):
    """A question whose answer is put together from lettered options."""

    options: tuple[Option, ...]

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options in the order shown: the first is a."""
        return self.options


def check_options(options: Sequence[Option]) -> None:
    """Raise `ValueError` unless there are 2 to 26 options, no two of them the same in a language."""
    if not FEWEST_OPTIONS <= len(options) <= len(LETTERS):
        raise ValueError(f"a question has {FEWEST_OPTIONS} to {len(LETTERS)} options, not {len(options)}")
    check_distinct([option.text for option in options])


def check_distinct(texts: Sequence[Text]) -> None:
    """Raise `ValueError` where two texts have the same words in a language, or not the same languages."""
    for text in texts:
        if text.keys() != texts[0].keys():
            raise ValueError("every option is written in every language")
    for language in texts[0]:
        if len({text[language].strip() for text in texts}) < len(texts):
            words = [text[language].strip() for text in texts]
            twice = min(each for each in words if words.count(each) > 1)
            raise ValueError(f"two options are the same: {twice}")


def check_indexes(indexes: Sequence[int], options: Sequence[Option]) -> None:
    """Raise `ValueError` where an index is no option's."""
    for index in indexes:
        if not 0 <= index < len(options):
            raise ValueError(f"there is no option {index} among {len(options)}")
