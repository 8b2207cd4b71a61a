"""Locales of the Unicode CLDR, each with names of months and days of its own.

Babel writes what it finds by an alias into data that locales share: where Chinese names were read,
Spanish ones became Chinese. Here each locale has a copy of what aliases lead to, so that what a
locale says does not depend on which others were asked before.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from babel import Locale, localedata

_ALIASED = ("months", "days", "quarters", "eras")
"""The only parts of the data in which there are aliases."""
_DATA = "_Locale__data"
"""Where Babel keeps a locale's data; there is no public way to give it some."""


@cache
def read_locale(identifier: str) -> Locale:
    """Return the locale with an identifier ('zh_Hant', 'en-001').

    Raises babel.UnknownLocaleError or ValueError where there is none.
    """
    locale = Locale.parse(identifier.replace("-", "_"))
    data: dict[Any, Any] = dict(localedata.load(str(locale)))
    data.update({key: deepcopy(data[key]) for key in _ALIASED})
    setattr(locale, _DATA, localedata.LocaleDataDict(data))
    return locale
