"""Grammar around a gap: the options that fit the words before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight

_GAP = re.compile(r"(?P<before>(?:[^\W_]|[’'])+)?\s*_{2,}\s*(?P<after>[^\W_]+)?")
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.IGNORECASE)

Fits = Callable[[str], bool]


def agrees(sight: Sight) -> Scores:
    """How many demands of the words beside the gap an option meets."""
    gap = _GAP.search(sight.item.prompt)
    if gap is None:
        return ()
    demands = [*_demands(sight.item.language, gap)]
    return [sum(fits(text) for fits in demands) for text in sight.item.options]


def _demands(language: str, gap: re.Match[str]) -> list[Fits]:
    before, after = ((gap[side] or "").casefold().replace("'", "’") for side in ("before", "after"))
    table = _FRENCH if language.startswith("fr") else _ENGLISH if language.startswith("en") else {}
    found = [table.get(f"{before} _"), table.get(f"_ {after}")]
    if before.endswith("’"):
        found.append(_vowel)
    return [fits for fits in found if fits is not None]


def _vowel(text: str) -> bool:
    return bool(_VOWEL.match(text))


def _consonant(text: str) -> bool:
    return not _vowel(text)


def _plural(text: str) -> bool:
    first, *_ = text.casefold().split() or [""]
    head = text.casefold().split(" of ")[0].split(" de ")[0].split(" d’")[0]
    return first in {"les", "des", "ses", "ces", "leurs", "several", "plusieurs"} or bool(
        re.search(r"[^s](?:s|x)\Z", head)
    )


def _singular(text: str) -> bool:
    return not _plural(text)


def _feminine(text: str) -> bool:
    return bool(re.search(r"(?:ion|té|ure|ence|ance|ette|ise|ie|ique|elle|ée|ale|ive|euse)s?\Z", _head(text)))


def _masculine(text: str) -> bool:
    return not _feminine(text)


def _head(text: str) -> str:
    return (text.casefold().split() or [""])[0]


_FRENCH: Mapping[str, Fits] = {
    **dict.fromkeys(("le _", "un _", "du _", "au _", "ce _", "son _"), _masculine),
    **dict.fromkeys(("la _", "une _", "cette _", "sa _"), _feminine),
    **dict.fromkeys(("les _", "des _", "ces _", "ses _", "aux _", "sont _", "_ sont", "_ ont"), _plural),
    **dict.fromkeys(("_ est", "_ a", "c’est _"), _singular),
    **dict.fromkeys(("de _", "que _", "je _", "ne _", "se _", "si _"), _consonant),
}
_ENGLISH: Mapping[str, Fits] = {
    "a _": _consonant,
    "an _": _vowel,
    **dict.fromkeys(("are _", "these _", "those _", "many _", "_ are", "_ were", "_ have"), _plural),
    **dict.fromkeys(("this _", "_ is", "_ was", "_ has"), _singular),
}

CUES = (Cue("agrees", N_("the option that fits the grammar of the gap"), choice(agrees)),)
