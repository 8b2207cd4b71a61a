"""Which characters make words, and how they are folded: the analyser's tables.

`static/js/search/characters.js` holds the same tables. Word characters are an explicit list,
never a regular expression's idea of a word and never the running interpreter's Unicode tables:
those differ between releases of Python and of browsers. Everything listed was assigned in
Unicode 14.0, so normalisation and lower case of it can no longer change (Unicode's stability
policies).
"""

from __future__ import annotations

# fmt: off
WORD_RANGES = (
    "1c,a 7,q 6,q 1b,1 a,1 4,1 5,n 1,v 1,cq 4,c e,5 7,1 1,1 h,39 1,2 2,4 1,1 6,1 1,3 1,1 1,k "
    "1,2b 1,3v 1,4t 1,12 2,1 6,15 8,19 1,1 1,2 1,2 1,1 8,r 4,4 t,b 5,22 4,2u 1,8 2,a 1,j 2,1 "
    "g,1n 2,2t e,1i 4,1 2,1 2,1a i,s 4,b 5,o 1,6 9,22 1,3l 2,a 1,j 1,8 2,2 2,m 1,7 1,1 3,4 2,9 "
    "2,2 2,4 8,1 4,2 1,5 2,c 2,6 2,1 1,1 2,3 1,6 4,2 2,m 1,7 1,2 1,2 1,2 2,1 1,5 4,2 2,3 3,1 "
    "7,4 1,1 7,g b,3 1,9 1,3 1,m 1,7 1,2 1,5 2,a 1,3 1,3 2,1 f,4 2,a 9,7 1,3 1,8 2,2 2,m 1,7 "
    "1,2 1,5 2,9 2,2 2,3 7,3 4,2 1,5 2,a 1,7 a,2 1,6 3,3 1,4 3,2 1,1 1,2 3,2 3,3 3,c 4,5 3,3 "
    "1,4 2,1 6,1 e,d d,d 1,3 1,n 1,g 2,9 1,3 1,4 7,2 1,3 2,1 2,4 2,a 8,7 1,4 1,8 1,3 1,n 1,a "
    "1,5 2,9 1,3 1,4 7,2 6,2 1,4 2,a 1,2 d,d 1,3 1,1f 1,3 1,5 5,g 2,j 1,6 1,3 1,i 3,o 1,9 1,1 "
    "2,7 3,1 4,6 1,1 1,8 6,a 2,2 d,1m 5,f 1,a 13,2 1,1 1,5 1,o 1,1 1,n 2,5 1,1 1,6 2,a 2,4 w,1 "
    "n,2 6,k 1,1 1,1 1,1 4,a 1,10 4,k 1,i 1,10 9,1 1l,22 6,26 2,12 1,1 5,1 2,17 1,99 1,4 2,7 "
    "1,1 1,4 2,15 1,4 2,x 1,4 2,7 1,1 1,4 2,f 1,1l 1,4 2,1v 2,3 9,k 3,g g,2e 2,6 3,h8 2,h 1,q "
    "5,23 3,b 7,m 9,m b,k c,d 1,3 1,2 c,2c 3,1 4,2 2,a 6,a h,3 1,b 6,2h 7,17 5,1y a,v 1,c 4,c "
    "a,14 2,5 b,18 4,q 6,b 11,s 4,1r 1,t 2,b 6,a d,1 8,v 1d,25 3,a h,9 c,38 c,1k 8,a 3,1d 2,9 "
    "7,17 2,3 g,3 1,13 5,eu 2,6 2,12 2,6 2,8 1,1 1,1 1,1 1,v 2,1h 1,7 1,1 3,3 1,7 3,4 2,6 4,d "
    "5,3 1,7 5v,x h,1 4,1 2,a 1,1 3,5 6,1 1,1 1,1 1,4 1,b 2,4 5,5 4,1 h,15 k7,1o 26,m hi,u "
    "vg,6d 6,9 9,1 2,12 1,1 5,1 2,1k 7,1 f,o 9,7 1,7 1,7 1,7 1,7 1,7 1,7 1,7 1,w 1b,1 d1,3 p,f "
    "1,5 2,5 4,2e 2,2 2,3 1,2i 1,4 5,17 1,2m 3,4 a,w 1c,g w,a u,8 1,f w,a 13,f 8w,534 1s,h3h "
    "1v,1a 2,7h 3,s k,1f 1,a 1,37 11,9 2,2v 2,1s 5,2 1,1 1,5 o,1i 4,1 3,6 a,1g c,1y a,a 6,o 3,1 "
    "1,1d 2,10 c,t 3,1t e,b 6,v 1,1j 9,e 2,a 6,n 3,21 o,3 2,g 2,5 a,6 2,6 2,6 9,7 1,7 1,17 1,e "
    "6,3f 1,2 2,a 6,8mc c,n 4,1d 6is,a6 2,2y 12,7 c,5 5,c 1,d 1,5 1,1 1,2 1,2 1,30 x,a3 i,1s "
    "2,1i 14,c 4,g g,g 1s,5 1,3r j,a 7,q 6,q b,2h 3,6 2,6 2,6 2,3 15wj,2d 1,1z 1,2 2,1 2,2 2,4 "
    "1,c 1,1 1,7 1,1t 1,4 2,8 1,7 1,s 1,4 1,5 1,1 3,7 1,9g 2,p 1,p 1,v 1,p 1,v 1,p 1,v 1,p 1,v "
    "1,p 1,8 2,1e 3cw,24 4,a 4h2,wyo w,37d 7,66 2,4g2 e,5rl 2e7,f2 15u,3t7"
)
# fmt: on
"""Letters, digits and marks: pairs of a gap and a length in base 36, from U+0000 upwards.

Superscripts and vulgar fractions are left out: a footnote's number is not part of its word.
"""

IGNORED = "\u00ad\u034f\u061c\u200c-\u200f\u2060\ufe00-\ufe0f\ufeff"
"""Invisible inside a word and dropped from it: soft hyphen, joiners, direction marks."""

APOSTROPHES = "'\u02b9\u02bb-\u02bf\u05f3\u05f4\u2018\u2019\u201b\uff07"
"""Join the two sides of a word: Xi'an, qu'il, Norway's, ʿAli."""

UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecf\u1000-\u103f\u104a-\u109f\u1100-\u11ff\u1780-\u17d3"
    "\u3005-\u3007\u3021-\u318e\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts written without spaces, or whose particles cling to words: indexed as pairs."""

DROPPED_MARKS = (
    "\u0300-\u0305\u0307\u0309-\u036f"  # diacritics, but for the two that make Cyrillic letters
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670"  # Arabic vowels, hamza above and below, tatweel
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
    "\u1ab0-\u1ac0\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
"""Removed after canonical decomposition."""

CYRILLIC_WITH_MARK = "[\u0430-\u0434\u0436-\u045f\u0474\u0475\u0490-\u04ff][\u0306\u0308]"
"""й, ї, ў … are letters of their own; ё is е to its readers."""

FOLDED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
    "ħ": "h", "ı": "i", "ς": "σ",
    "\u0643": "\u06a9", "\u06aa": "\u06a9",  # kaf
    "\u064a": "\u06cc", "\u0649": "\u06cc",  # yeh; bari ye (U+06D2) ends other words
    "\u06c1": "\u0647", "\u0629": "\u0647", "\u06c3": "\u0647", "\u06d5": "\u0647",  # heh
    "\u0671": "\u0627",  # alef
}  # fmt: skip
"""Letters that readers type alike, after lower case and without marks."""

DIGIT_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0"
    "\u0f20\u1040\u17e0\u1810"
)
"""The zero of each script whose ten digits fold to 0-9."""

_STOP_WORDS = """
    a able about across after all almost also am among an and any are as at be because been but
    by can cannot could d dear did do does either else ever every for from get got had has have
    he her hers him his how however i if in into is it its just least let like likely ll m may
    me might most must my neither no nor not of off often on only or other our own rather re s
    said say says she should since so some t than that the their them then there these they this
    tis to too twas ve wants was we were what when where which while who whom why will with
    would yet you your
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words of English that rank nothing. 'us' is not among them: it is also a country."""


def word_class() -> str:
    """Return the word characters as the inside of a character class."""
    parts = []
    end = 0
    for pair in WORD_RANGES.split():
        gap, length = (int(number, 36) for number in pair.split(","))
        start, end = end + gap, end + gap + length
        parts.append(chr(start) if length == 1 else f"{chr(start)}-{chr(end - 1)}")
    return "".join(parts)


def fold_table() -> dict[int, str]:
    """Return the one-to-one foldings, digits included, for `str.translate`."""
    digits = {chr(ord(zero) + value): str(value) for zero in DIGIT_ZEROS for value in range(10)}
    return str.maketrans(FOLDED | digits)
