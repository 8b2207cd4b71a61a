"""Days as diplomats' archives know them: a year, a month or a day, never a timestamp."""

from __future__ import annotations

import re
from calendar import monthrange

import msgspec

_EDTF_LEVEL_0 = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


class PartialDate(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A date known to the year, the month or the day (EDTF level 0).

    Ordering puts a coarser date before the finer ones that it contains:
    1962 < 1962-10 < 1962-10-24.
    """

    year: int
    month: int = 0
    """1 to 12, or 0 where only the year is known."""
    day: int = 0
    """1 to 31, or 0 where the day is not known."""

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.day != 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date written as YYYY, YYYY-MM or YYYY-MM-DD.

        Raises ValueError for any other writing and for days no calendar has.
        """
        match = _EDTF_LEVEL_0.fullmatch(text)
        if match is None:
            raise ValueError(f'"{text}" is not a date')
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if year == 0:
            raise ValueError(f'"{text}" is not a date: there is no year 0')
        if match[2] and not 1 <= month <= 12:
            raise ValueError(f'"{text}" is not a date: there is no month {match[2]}')
        if match[3] and not 1 <= day <= monthrange(year, month)[1]:
            raise ValueError(f'"{text}" is not a date: that month has no day {match[3]}')
        return cls(year, month, day)
