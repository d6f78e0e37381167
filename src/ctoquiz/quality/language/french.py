"""The French words that the rules look for."""

from __future__ import annotations

from ctoquiz.quality.language.lexicon import Lexicon, listed, phrases

_NOUNS_LIKE_VERBS = (
    r"(?:métier|dossier|papier|calendrier|chantier|courrier|atelier|cahier|premier|dernier|entier|quartier|financier"
    r"|particulier|policier|routier|leader|manager|cadre|avenir|loisir|plaisir|savoir|pouvoir|devoir|espoir|hiver"
    r"|master|web(?:master)?|cluster|designer)s?\b"
)
"""Nouns that end as infinitives do."""
_INFINITIVE = (
    rf"(?!{_NOUNS_LIKE_VERBS})(?:\w+(?:er|ir)|(?:\w+(?:endre|ondre|oudre|indre|erdre|incre|ettre|attre|aître|duire|truire"
    r"|crire|clure|ivre))|(?:re|dé)?(?:faire|dire|lire)|élire)\b"
)
_VOWEL = "aàâeéèêëiîïoôuûœ"

LEXICON = Lexicon(
    function=listed(
        """
        à a afin ai aie ainsi alors après as au aussi autre autres aux auquel auxquelles auxquels avait avant
        avec avez avoir avons c ça car ce ceci cela celle celles celui ces cet cette ceux chacun chacune chaque
        chez ci comme comment contre d dans de depuis des deux dès desquelles desquels donc dont du duquel
        durant elle elles en encore entre es est et étaient était étant été être eu eux fait faire faut fois
        font furent fut grâce hors il ils j je jusqu jusque l la là laquelle le lequel les lesquelles lesquels
        leur leurs lors lorsqu lorsque lui m ma mais me même mêmes mes moi moins mon n ne ni nos notre nous on
        ont or ou où par parce parmi pas pendant peu peut peuvent plus plutôt pour pourquoi près pu puis puisqu
        puisque qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si soi soient
        sois soit son sont sous suis sur t ta te tel telle telles tels tes toi ton tous tout toute toutes très
        trop tu un une va vers via voici voilà vos votre vous y
        """
    ),
    telling=listed(
        """
        après avant avec sans contre pour dans hors entre chez sous sur depuis pendant plus moins pas peu
        très trop tous tout toute toutes deux même mêmes autre autres par vers encore
        """
    ),
    absolute={
        "always": phrases("toujours, systématiquement, à chaque fois, en toutes circonstances"),
        "never": phrases("jamais, en aucun cas"),
        "only": phrases("seul, seule, seuls, seules, seulement, uniquement, exclusivement"),
        "all": phrases("tous, toutes, tout, toute, sans exception"),
        "none": phrases("aucun, aucune, nul, nulle, rien, personne ne, personne n"),
        "must": phrases("forcément, obligatoirement, nécessairement, impérativement, inévitablement"),
        "wholly": phrases("absolument, totalement, entièrement, complètement"),
    },
    vague={
        "usually": phrases("généralement, en général, habituellement, la plupart, d ordinaire"),
        "often": phrases("souvent, fréquemment, régulièrement"),
        "sometimes": phrases("parfois, quelquefois, occasionnellement, de temps en temps"),
        "rarely": phrases("rarement"),
        "some": phrases("certains, certaines"),
        "several": phrases("plusieurs, quelques"),
        "much": phrases("beaucoup"),
        "little": phrases("peu"),
        "rather": phrases("plutôt, assez, relativement, davantage"),
        "roughly": phrases("environ, presque, à peu près"),
    },
    idioms=phrases(
        """
        plutôt que, plutôt qu, ou plutôt, peu à peu, avant tout, après tout, malgré tout, tout d abord, tout de suite,
        tout à fait, en tout, du tout, tout en, toute première, tout premier, tout comme, tout au long, à tout le moins,
        tout au moins, tout au plus, en toutes lettres, toute fin, tout début, tout dernier, toute dernière
        """
    ),
    hedges={
        "possibility": phrases(
            "peut, peuvent, pourra, pourront, pourrait, pourraient, puisse, puissent, peut être, éventuellement"
        ),
        "frequency": phrases(
            """
            généralement, en général, habituellement, souvent, d ordinaire, le plus souvent, en règle générale,
            normalement
            """
        ),
        "extent": phrases("principalement, surtout, avant tout, essentiellement, davantage, plutôt"),
        "advice": phrases(
            """
            recommandé, recommandée, recommandés, recommandées, recommande, conseille, conseillé, conseillée,
            conseillés, conseillées, conseil, conseils, préconise, préconisé, préconisée
            """
        ),
    },
    soft={
        "possibility": phrases(
            """
            permet, permettent, permettra, possible, possibles, susceptible, susceptibles, possibilité, occasion,
            éventuel, éventuelle, éventuels, éventuelles
            """
        ),
        "frequency": phrases(
            """
            la plupart, habituel, habituelle, habituels, habituelles, dans la majorité des cas, certains, certaines,
            parfois, ordinaire
            """
        ),
        "extent": phrases(
            """
            plus, principal, principale, principaux, principales, d abord, en premier lieu, essentiel, essentielle,
            accent
            """
        ),
        "advice": phrases(
            """
            recommander, recommandation, conseiller, invite, inviter, suggère, suggéré, encourage, propose, proposé,
            proposée, proposés, proposées, préconiser
            """
        ),
    },
    straight=(
        r"(?i:\b(?:juste|immédiatement|aussitôt|directement|tout de suite|suivant|suivante|suit|suivent)\b"
        r"|\bpremi(?:er|ère) (?:\w+ ){0,3}après\b)"
    ),
    bound=(
        r"(?i:\b(?:(?:plus|moins) de|au moins|au plus|au(?:-| )delà de|dépass\w+|excèd\w+) \{figure\}"
        r"|\{figure\}(?: [\w']+){0,2}? (?:au moins|au plus|au minimum|au maximum|ou (?:plus|moins))\b)"
    ),
    negations=listed(
        "pas point jamais aucun aucune rien ni personne plus guère nullement sans sauf excepté hormis non"
    ),
    negation=(
        r"(?i:\b(?:aucune?|rien|personne|jamais|nul(?:le)?)\b[^.;:?!,]{0,60}?\bn(?:e\b|'(?!import))"
        r"|\bn(?:e\b|'(?!import))[^.;:?!]{0,60}?\b(?:pas|point|jamais|aucune?|rien|ni|personne|plus|guère|nullement)\b"
        r"(?:[^.;:?!]*\bni\b)*"
        r"|\bni\b(?:[^.;:?!]*\bni\b)*"
        r"|\b(?:sans(?! doute| exception| cesse)|sauf|excepté|hormis|non(?! seulement|-)|jamais|aucune?)\b"
        r"|\b(?:mais|ou|et) pas\b)"
    ),
    all_of_the_above=(
        r"(?i:^(?:tou(?:te)?s|aucune?|les (?:deux|trois|quatre)|l'une? (?:et|ou) l'autre|ni l'une? ni l'autre)"
        r"(?:,? (?:de |d'entre )?(?:ces|cela|les|ces deux|elles|eux)?\b.{0,20}"
        r"(?:réponses?|options?|propositions?|choix|précéde\w+|ci-dessus|à la fois))?[ .]*$"
        r"|\bci-dessus\b|\bqui précède(?:nt)?\b|\bréponses? précédentes?\b"
        r"|^(?:rien|aucun|tout|tous) de (?:cela|tout cela)"
        r"|^(?:les )?(?:réponses? |options? )?[a-f] (?:et|ou|&) [a-f][ .]*$)"
    ),
    before_gap=(
        r"(?i:(?:(?<!\w)(?:le|la|les|une?|un\(e\)|des|du|aux?|ce|cet|cette|ces|son|sa|ses|leurs|quel(?:le)?s?|chaque|plusieurs"
        r"|aucune?|certain(?:e)?s?|tout|toute|tous|toutes)|(?<!\w)(?:l|d|qu|jusqu|lorsqu|puisqu|s|n)'))\s*[«“(]?\s*$"
    ),
    singular=r"(?i:^\s*[»”)]?\s*(?:est|a|était|sera|fait|peut|doit|permet|relève|figure|vient|va)\b)",
    plural=r"(?i:^\s*[»”)]?\s*(?:sont|ont|étaient|seront|font|peuvent|doivent|vont|\w{2,}(?<!\wm)ent)\b)",
    one=r"(?i:^(?:(?:le|la|une?|ce|cet|cette|son|sa|leur|chaque)\b|l'))",
    many=r"(?i:^(?:les|des|ces|ses|leurs|plusieurs|certaine?s|quelques|deux|trois|quatre|cinq)\b)",
    openers={
        "figure": r"^[€$±]?\s?\d",
        "determiner": (
            r"(?i:^(?!le plus\b|une fois\b)(?:(?:le|la|les|une?|des|du|ce|cet|cette|ces|son|sa|ses|leurs?|chaque"
            r"|plusieurs|certaine?s|quelques|aucune?|tous|toutes|de la|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b"
            r"|l'|de l'))"
        ),
        "preposition": (
            r"(?i:^(?:(?:à|aux?|de|en|dans|par|pour|sur|sous|avec|sans|chez|entre|vers|selon|pendant|avant|après|dès"
            r"|depuis|hors|lors|grâce|face|afin|une fois|le plus)\b|d'))"
        ),
        "clause": r"(?i:^(?:(?:ils?|elles?|on|quand|lorsque|si|parce|qui|que)\b|c'|qu'|s'il))",
        "infinitive": rf"(?i:^(?:ne pas |se |s'|y |en )?{_INFINITIVE})",
    },
    clash=(
        rf"(?<![\w'-])(?i:le|la|de|ne|se|me|te|que|jusque|lorsque|puisque) "
        rf"(?=[{_VOWEL}]|heure|homme|histoire|habitude|hébergement|humain)(?!(?:ou|onze|onzième|oui|un à|un,|à)\b|e-)"
        r"|\b(?i:si) ils?\b"
        rf"|\b(?i:ma|ta|sa) (?=[{_VOWEL}])"
        r"|(?<![\w-])(?i:l|d|qu|n|s|j|m|t|c|jusqu|lorsqu|puisqu)' ?(?=[bcdfgjklmnpqrstvwxz]\w)"
        rf"|\b(?i:de|à) les?\b(?! (?:y|en|lui|leur) )(?! (?i:{_INFINITIVE}))(?=[ ]\w)"
        r"|\b(?i:le le|la la|les les|de de|de du|de des|du de|du du|des des|à à|à au|au au|au le|au la|du le|du la"
        r"|des les|un un|une une|que que|qui qui|et et)\b"
    ),
)
