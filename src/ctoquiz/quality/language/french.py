"""The French words that the rules look for."""

from __future__ import annotations

from ctoquiz.quality.language.lexicon import Lexicon, listed

LEXICON = Lexicon(
    function=listed(
        """
        à a afin ai aie ainsi alors après as au aussi autre autres aux avait avant avec avez avoir avons c ça car ce
        ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des
        deux donc dont du elle elles en encore entre es est et étaient était étant été être eu eux fait faire faut
        fois font furent fut grâce hors il ils j je jusqu jusque l la là laquelle le lequel les lesquelles lesquels
        leur leurs lors lorsqu lorsque lui m ma mais me même mêmes mes moi moins mon n ne ni nos notre nous on ont
        or ou où par parce pas pendant peu peut peuvent plus plutôt pour pourquoi pu puis puisqu puisque qu quand
        que quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si soi soient sois soit son sont
        sous suis sur t ta te tel telle telles tels tes toi ton tous tout toute toutes très trop tu un une va vers
        via voici voilà vos votre vous y
        """
    ),
    absolute=listed(
        """
        toujours jamais seul seule seuls seules seulement uniquement exclusivement tous toutes tout toute aucun
        aucune nul nulle rien personne forcément obligatoirement absolument totalement entièrement systématiquement
        nécessairement impérativement
        """
    ),
    vague=listed(
        """
        souvent parfois quelquefois rarement généralement habituellement fréquemment occasionnellement régulièrement
        plutôt assez environ certains certaines plusieurs beaucoup peu
        """
    ),
    hedges={
        "possibility": frozenset({"peut", "peuvent", "pourra", "pourrait", "peut être", "éventuellement", "possible"}),
        "frequency": frozenset(
            {"généralement", "en général", "habituellement", "souvent", "d ordinaire", "le plus souvent"}
        ),
        "extent": frozenset({"principalement", "surtout", "avant tout", "essentiellement", "notamment", "davantage"}),
        "advice": frozenset({"recommandé", "conseille", "conseillé", "conseil", "recommande", "préconise", "invite"}),
    },
    negations=frozenset({"ne", "n", "pas", "non", "sans", "ni", "aucun", "aucune", "jamais", "sauf", "excepté"}),
)
