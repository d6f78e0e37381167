"""The English words that the rules look for."""

from __future__ import annotations

from ctoquiz.quality.language.lexicon import Lexicon, listed, phrases

_SAID_WITH_A_CONSONANT = r"(?:eu|uni(?!n)|us[aeu]|ut[eio]|ubi|ura|ure|once\b|one\b)"
"""How words begin that are written with a vowel and said with a consonant: a European, a user."""

LEXICON = Lexicon(
    function=listed(
        """
        a about above after again against all also am among an and any are as at be because been before being
        below between both but by can could did do does doing down during each either few for from further had
        has have having he her here hers him his how i if in into is it its itself just may me might more most
        must my no nor not of off on once only or other our ours out over own s same she should so some such t
        than that the their theirs them then there these they this those through to too under until up upon us
        very was we were what when where which while who whom whose whether why will with within without would
        you your
        """
    ),
    telling=listed(
        """
        about above after against all any before below between both by down during each few for from in into
        more most no not off on once only other out over own same some through to too under until up very with within
        without
        """
    ),
    absolute={
        "always": phrases("always, invariably, every time"),
        "never": phrases("never"),
        "only": phrases("only, exclusively, solely"),
        "all": phrases(
            "all, every, everything, everyone, everybody, any, anything, anyone, anybody, without exception"
        ),
        "none": phrases("none, nothing, nobody, no one"),
        "must": phrases("necessarily, inevitably"),
        "wholly": phrases("absolutely, totally, entirely, completely"),
    },
    vague={
        "usually": phrases("usually, generally, in general, typically, most of"),
        "often": phrases("often, frequently, regularly"),
        "sometimes": phrases("sometimes, occasionally, from time to time"),
        "rarely": phrases("rarely, seldom"),
        "some": phrases("some"),
        "several": phrases("several"),
        "much": phrases("many, a lot, lots"),
        "little": phrases("few"),
        "rather": phrases("rather, quite, relatively"),
        "roughly": phrases("roughly, approximately, almost"),
    },
    idioms=phrases(
        """
        at all, above all, after all, first of all, all in all, all the more, not only, rather than, or rather,
        how many, as many, so many, how often, how few, all round
        """
    ),
    hedges={
        "possibility": phrases("may, might, can, could, possibly, perhaps"),
        "frequency": phrases(
            "generally, usually, often, typically, in general, mostly, as a rule, normally, ordinarily, commonly"
        ),
        "extent": phrases(
            "mainly, chiefly, primarily, above all, mostly, first and foremost, principally, essentially"
        ),
        "advice": phrases("recommended, recommends, recommend, advises, advised, advise, advice"),
    },
    soft={
        "possibility": phrases(
            "allow, allows, enable, enables, possible, likely, liable, potential, potentially, possibility, occasion"
        ),
        "frequency": phrases("most, usual, some, sometimes, in most cases, as a general rule"),
        "extent": phrases("more, main, rather, largely, principal, first, essential, stress, stresses"),
        "advice": phrases("recommendation, suggests, suggest, suggested, encourages, encourage, invites, invite, tip"),
    },
    straight=(
        r"(?i:\b(?:straight|right|just|immediately|directly) (?:after|follows?|following)\b"
        r"|\b(?:immediately|directly|straight away|next|follows)\b|\bfirst (?:\w+ ){0,3}after\b)"
    ),
    bound=(
        r"(?i:\b(?:(?:more|less|fewer) than|at least|at most|within|beyond|exceed(?:s|ed|ing)?) \{figure\}"
        r"|\{figure\}(?: [\w']+){0,2}? (?:at least|at most|or (?:more|less|fewer))\b)"
    ),
    negations=listed("not no never none without nor neither except cannot nobody nothing unless t"),
    negation=(
        r"(?i:\bneither\b[^.;:?!]*?\bnor\b|\bnot\b(?! only)(?:[^.;:?!]*\bnor\b)*"
        r"|\b(?:no|never|none|without(?! exception| doubt)|nor|neither|except|cannot|nobody|nothing|unless)\b|\w+n't\b)"
    ),
    all_of_the_above=(
        r"(?i:\b(?:all|none|both|neither|either|any|two|some) (?:of )?(?:the |these |those )?"
        r"(?:above|preceding|following|options|answers)\b"
        r"|^(?:all|none|both|neither|either|any) (?:of (?:these|those|them|the (?:two|three|four)))?[ .]*$"
        r"|^(?:all|none|both|neither|either)[ .]*$"
        r"|^(?:all|none|both|neither|either) of (?:these|those|them|the (?:two|three|four|others?))\b"
        r"|^(?:answers? |options? )?[a-f] (?:and|or|&) [a-f][ .]*$)"
    ),
    before_gap=(
        r"(?i:(?<![\w'])(?:an?|a\(n\)|the|this|these|those|its|his|her|their|each|every|many|several|much)\s*[“\"(]?\s*$)"
    ),
    singular=r"(?i:^\s*[”)]?\s*(?:is|has|was|does)\b)",
    plural=r"(?i:^\s*[”)]?\s*(?:are|have|were|do)\b)",
    one=r"(?i:^(?:an?|this|each|every|one)\b)",
    many=r"(?i:^(?:these|those|several|many|some|two|three|four|five)\b)",
    openers={
        "figure": r"^[€$£±]?\s?\d",
        "infinitive": r"(?i:^to (?!the\b|an?\b|its\b|his\b|their\b|this\b)\w)",
        "determiner": (
            r"(?i:^(?:the|an?|its|his|her|their|this|these|those|that|each|every|some|any|several|no|one|both|all"
            r"|two|three|four|five|six|seven|eight|nine|ten)\b(?!-))"
        ),
        "preposition": (
            r"(?i:^(?:of|at|in|on|by|for|from|with|without|to|into|over|under|before|after|during|within|through|as"
            r"|outside|inside|between|among|towards)\b(?!-))"
        ),
        "clause": r"(?i:^(?:when|if|because|who|which|he|she|it|they|how|where|why|what)\b)",
    },
    clash=(
        rf"(?:\ba|^A) (?=[aeiou]|[AEIO][a-z])(?!(?i:{_SAID_WITH_A_CONSONANT}))"
        r"|\ba (?=[AEIO][A-Z&])"
        r"|\b[Aa]n (?=[bcdfgjklmnpqrstvwxyz]|h(?!our|onest|onou?r|eir)|[BCDGJKPQTVWYZ])"
        rf"|\b[Aa]n (?={_SAID_WITH_A_CONSONANT})"
        r"|\b(?i:the the|a a|an an|of of|to to|for for|the an?|an? the|an? an?|and and|is is|or or)\b"
    ),
)
