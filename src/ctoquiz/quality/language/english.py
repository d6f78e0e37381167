"""The English words that the rules look for."""

from __future__ import annotations

from ctoquiz.quality.language.lexicon import Lexicon, listed

LEXICON = Lexicon(
    function=listed(
        """
        a about above after again against all also am an and any are as at be because been before being below
        between both but by can could did do does doing down during each few for from further had has have having he
        her here hers him his how i if in into is it its itself just me more most my no nor not of off on once only
        or other our ours out over own s same she should so some such t than that the their theirs them then there
        these they this those through to too under until up us very was we were what when where which while who whom
        whose why will with within would you your
        """
    ),
    absolute=listed(
        """
        always never only all none every everything everyone everybody nothing nobody any anything anyone
        exclusively solely entirely totally absolutely completely necessarily invariably
        """
    ),
    vague=listed(
        """
        often sometimes rarely usually generally typically frequently occasionally regularly rather quite about
        roughly several some many few
        """
    ),
    hedges={
        "possibility": frozenset({"may", "might", "can", "could", "possibly", "possible", "perhaps"}),
        "frequency": frozenset({"generally", "usually", "often", "typically", "in general", "mostly"}),
        "extent": frozenset({"mainly", "chiefly", "primarily", "above all", "mostly", "notably", "more"}),
        "advice": frozenset({"recommended", "recommends", "advises", "advised", "advice", "suggests", "encourages"}),
    },
    negations=frozenset(
        {"not", "no", "never", "none", "without", "nor", "neither", "except", "cannot", "isn t", "doesn t"}
    ),
)
