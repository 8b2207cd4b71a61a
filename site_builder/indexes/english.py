"""Words of English that carry no meaning of their own, for what reads phrases."""

from __future__ import annotations

_PREPOSITIONS = """
    across against among around at between beyond by for from in into of on over through to
    toward towards under with within
"""
_DETERMINERS = "a all an any both each every its our that the their these this those"
_OTHERS = """
    about after also am and are as be because been before but called can could did do does either
    had has have he her his how i if is it itself may might must my neither no nor not only or
    other over said say says shall she should since so some such than them then there they though
    thus until upon us was we were what when where which while who whom whose why will would yet
    you your
"""

PREPOSITIONS = frozenset(_PREPOSITIONS.split())
DETERMINERS = frozenset(_DETERMINERS.split())
FUNCTION_WORDS = PREPOSITIONS | DETERMINERS | frozenset(_OTHERS.split())
