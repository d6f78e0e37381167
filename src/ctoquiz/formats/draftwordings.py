"""How each kind of fact could be asked: wordings for authors to begin with, in the languages of drafts."""

from __future__ import annotations

from collections.abc import Mapping

ASKED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "set": {
        "fr": {"pick": "… lequel de ces éléments … ?", "says": "… {member} …"},
        "en": {"pick": "Which one of these …?", "says": "… {member} …"},
    },
    "range": {
        "fr": {"interval": "Entre quels montants … {condition} ?", "says": "… {condition} … {range}."},
        "en": {"interval": "Between which amounts … {condition}?", "says": "… {condition} … {range}."},
    },
    "figure": {
        "fr": {"number": "Combien … {condition} ?", "says": "… {condition} … {figure}."},
        "en": {"number": "How many … {condition}?", "says": "… {condition} … {figure}."},
    },
    "term": {
        "fr": {"meaning": "Que signifie {short} ?", "says": "{short} signifie « {long} »."},
        "en": {"meaning": "What does {short} stand for?", "says": "{short} stands for “{long}”."},
    },
    "contrast": {
        "fr": {"pick": "… {side} ?", "says": "… {item} … {side}."},
        "en": {"pick": "… {side}?", "says": "… {item} … {side}."},
    },
    "condition": {
        "fr": {"forward": "Que se passe-t-il {when} ?", "says": "{When}, {then}."},
        "en": {"forward": "What happens {when}?", "says": "{When}, {then}."},
    },
    "progression": {
        "fr": {"next": "Qu’est-ce qui suit « {step} » ?", "says": "« {later} » vient après « {step} »."},
        "en": {"next": "What comes after “{step}”?", "says": "“{later}” comes after “{step}”."},
    },
}
"""Kind of fact → language → the name of a question, or `says`, with its wording; dots are for the author to fill in."""
