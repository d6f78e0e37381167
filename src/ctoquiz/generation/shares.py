"""Even shares: so many questions among so many values, none above what there is."""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.domain.chance import Chance


def even_shares(count: int, available: Mapping[str, int], chance: Chance) -> dict[str, int]:
    """`count` shared out equally by largest remainder, each share at most what is available of its value.

    What a scarce value can't take is shared out among the others. All remainders are equal here, so that chance says
    which of the values that have more to give get the odd ones. The shares add up to `count`, or to all there is.
    """
    shares = dict.fromkeys(available, 0)
    left = min(count, sum(available.values()))
    while left:
        open_values = [value for value in shares if shares[value] < available[value]]
        each, odd = divmod(left, len(open_values))
        for value in open_values if each else chance.sample(open_values, odd):
            given = min(max(each, 1), available[value] - shares[value])
            shares[value] += given
            left -= given
    return shares
