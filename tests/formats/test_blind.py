from __future__ import annotations

from ctoquiz.formats.blind import blind_json, blind_text
from ctoquiz.i18n.words import Words
from ctoquiz.quality.blind.table import Row, Table, Verdict


def row(cue: str, label: str, right: float, p: float, verdict: Verdict, facts: int = 60) -> Row:
    best = ((("pay.paris",), 0.75), (("teams.a", "teams.b"), 0.5)) if verdict is Verdict.GAINS else ()
    return Row(cue, label, "en", facts, 1234, 0.25, right, 0.0125, p, min(1, 40 * p), verdict, best)


TABLE = Table(
    300,
    (
        row("longest", "the longest option", 0.452, 0.00001, Verdict.GAINS),
        row("shortest", "the shortest option", 0.2, 0.9, Verdict.CLEAN),
        row("lowest-number", "the lowest number", 0.25, 0.5, Verdict.FEW, facts=6),
    ),
)


def test_the_table_in_english() -> None:
    assert blind_text(TABLE, Words("en")) == EXPECTED_EN


def test_the_table_in_french() -> None:
    assert blind_text(TABLE, Words("fr")) == EXPECTED_FR


def test_a_clean_table_says_so() -> None:
    clean = Table(1, TABLE.rows[1:])

    assert blind_text(clean, Words("en")).endswith("\n1 quiz was played blindly: no cue gives a key away.\n")


def test_the_table_for_programs() -> None:
    document = blind_json(TABLE)

    assert (document["passes"], document["quizzes"]) == (False, 300)
    cues = document["cues"]
    assert isinstance(cues, list)
    assert cues[0] == {
        "lang": "en",
        "cue": "longest",
        "facts": 60,
        "decisions": 1234,
        "chance": 0.25,
        "right": 0.452,
        "gain": 0.452 - 0.25,
        "error": 0.0125,
        "p": 0.00001,
        "p_adjusted": 0.0004,
        "verdict": "gains",
        "best": [{"facts": ["pay.paris"], "gain": 0.75}, {"facts": ["teams.a", "teams.b"], "gain": 0.5}],
    }


EXPECTED_EN = """\
A player who knows nothing, in the pack’s language “en”:
cue                  facts  by chance  right  gain in points    ±  p (Holm)  verdict
the longest option      60        25%  45.2%           +20.2  2.5   < 0.001  GIVES KEYS AWAY
the shortest option     60        25%    20%              −5  2.5         1  tells nothing
the lowest number        6        25%    25%               0  2.5         1  too few facts to tell

“the longest option” (en) is right 45.2% of the time, by chance 25%; most of all with: pay.paris, teams.

300 quizzes were played blindly: 1 cue gives keys away.
"""
EXPECTED_FR = """\
Un joueur qui ne sait rien, dans la langue « en » du pack :
indice                   faits  au hasard   juste  gain en points    ±  p (Holm)  verdict
l’option la plus longue     60       25 %  45,2 %           +20,2  2,5   < 0,001  TRAHIT DES RÉPONSES
l’option la plus courte     60       25 %    20 %              −5  2,5         1  ne dit rien
le nombre le plus bas        6       25 %    25 %               0  2,5         1  trop peu de faits pour juger

« l’option la plus longue » (en) tombe juste dans 45,2 % des cas, au hasard 25 % ; surtout avec : pay.paris, teams.

300 quiz joués à l’aveugle : 1 indice trahit des réponses.
"""
