"""A short mark of a sentence: it proves a citation and gives nothing of the sentence away."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

DIGITS = 12


def fingerprint(sentence: str) -> str:
    """The first 12 hexadecimal digits of SHA-256 over the sentence in UTF-8, made plain.

    Made plain: Unicode's composed form (NFC), ' for ’, one space for any run of spaces (no-break ones too), none at
    the ends, and no difference between capitals and small letters. So two copies of one sentence have one mark.
    """
    plain = " ".join(normalize("NFC", sentence).replace("’", "'").split()).casefold()
    return sha256(plain.encode()).hexdigest()[:DIGITS]
