"""All hostile cases."""

from __future__ import annotations

from tests.hostile import (
    bytes_cases,
    front_matter_cases,
    link_cases,
    markdown_cases,
    name_cases,
    register_cases,
    site_cases,
    size_cases,
)
from tests.hostile.case import Case, Refused, Shown, Warned

CASES: tuple[Case, ...] = (
    *front_matter_cases.CASES,
    *bytes_cases.CASES,
    *markdown_cases.CASES,
    *link_cases.CASES,
    *name_cases.CASES,
    *size_cases.CASES,
    *register_cases.CASES,
    *site_cases.CASES,
)
REFUSED = tuple(case for case in CASES if isinstance(case.outcome, Refused))
WARNED = tuple(case for case in CASES if isinstance(case.outcome, Warned))
SHOWN = tuple(case for case in CASES if isinstance(case.outcome, Shown))

OPEN: dict[str, str] = {}
"""Cases whose outcome is not yet what it must be, each with what happens instead."""
