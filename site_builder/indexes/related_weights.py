"""What it weighs that articles share something, in steps by how many articles have it."""

from __future__ import annotations

from math import log2

import msgspec

RARE = 12
"""Articles above which a name is not rare."""
_RARE_SHARE = 0.05
"""Share of all articles above which a name of a small archive is not rare."""
_TELLING = 2
"""Weight below which what two articles have in common tells nothing: half of all have it."""
_LEAST = 6
"""Weight below which two articles have too little in common to name."""
_LEAST_OF_MOST = 0.3
"""The same as a share of the greatest weight there can be, for small archives."""
FULL_WEIGHT = 1000
"""What a name weighs that two articles have."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """How much it weighs to share something, by how many articles have it.

    A weight is twice the binary logarithm of the archive's size over the number of articles; the
    size is taken as the nearest power of two, the number as the next lower one of the square root
    of two.
    """

    size: int
    """The binary logarithm of the archive's size, in whole numbers."""

    @classmethod
    def of(cls, articles: int) -> Weights:
        """Return the weights for an archive of so many articles."""
        return cls(size=(articles * articles).bit_length() // 2)

    def subject(self, articles: int) -> int:
        """Return the weight of a person, country … that so many articles have, or 0."""
        weight = 2 * self.size - ((articles * articles).bit_length() - 1)
        return weight if weight >= _TELLING else 0

    @property
    def rare(self) -> int:
        """Articles that may have a name that is rare, at most."""
        return min(RARE, max(int((1 << self.size) * _RARE_SHARE), 2))

    @property
    def names(self) -> tuple[int, ...]:
        """The weight of a name by the number of articles that have it, 0 where it is not rare."""
        most = max(2 * self.size - 2, 1)
        shares = [(2 * self.size - 2 * log2(count)) / most for count in range(2, self.rare + 1)]
        return (0, 0, *[max(round(FULL_WEIGHT * share**2), 1) for share in shares])

    @property
    def least(self) -> float:
        """Return the weight below which two articles have too little in common to name."""
        return min(_LEAST, _LEAST_OF_MOST * 2 * self.size)
