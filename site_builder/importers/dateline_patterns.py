"""How the parts of a dateline and the marks between them are written, and what is no part."""

from __future__ import annotations

import re

from site_builder.importers.lines import WORD
from site_builder.importers.word_sets import word_set

# Marks between parts

TERMINAL = re.compile(
    r"\s*(?:[-–—−_=]{1,4}|[.:：]\s*[-–—−_]{0,3}|:)(?=\s|$|[^\W\d_]|[\"“«„‘'「（(])\s*"
)
SEPARATOR = re.compile(r"(?:\s*[,،.:;|/·•(\[{）)\]}_=–—−۔\"\-])*\s*")
DASH = re.compile(r"[-–—_]")
BEHIND_SECOND_PLACE = re.compile(r"\s*(?:,|\(|[–—-]|:|\.|\||\s\d)")

# The day

DAY_MONTH = re.compile(r"(\d{1,2})\s?[-/]\s?(\d{1,2})(?=\s*[(/-])")
SPELLED_DAY = re.compile(rf"{WORD} ({WORD})(?=\s*[(/])")
"""A day in words before the month ('पांच मार्च'), where the agency follows."""
BEFORE_DAY = ("den", "le", "el", "في", "on", "em", "il", "ngày", "tanggal")
"""Small words that may stand before the day of the month."""
OPTIONAL_COMMA = re.compile(r"\s*[,،]?\s*")
BEHIND_DATE = re.compile(
    r"\s*(?:[-–—−](?!\d)|[_=:|/(\[]|\.(?:[\s–—-]|$)|$|,?\s*(?:at\s+)?\d{1,2}[:.h]\d\d)"
)
"""What closes a date that a story might open with: a mark, a time, or the end of the line."""
BARE_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
TIME = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}(?::\d\d)?\s*(?:[ap]\.?m\.?\b)?|\d{1,2}\s*(?:[ap]\.?m\.?)\b)\s*"
    r"(?:IST|GMT|UTC|CET|EST|EDT|PKT|WIB|KST|JST|MSK|hrs|\(GMT\))?",
    re.IGNORECASE,
)
ZONE = re.compile(r"(?:IST|GMT|UTC|CET|EST|EDT|PKT|WIB|KST|JST|MSK)(?=\s*[,،(\[/:–—-])")
"""A time zone behind a date, without a time."""
LABEL = re.compile(
    r"(?:updated?|created|published|posted|last updated?|modified|"
    r"(?:le|el|il|den|am|em|on|dated?|في)(?=\s+\d)|"
    r"корр\.?|ist|gmt|utc|wib|pkt)\b\s*(?:at\b|:)?\s*",
    re.IGNORECASE,
)

# Credits

BRACKET = re.compile(
    r"[(\[{/（<]\s*"
    r"([^()\[\]{}（）/]{1,40}(?:/[^()\[\]{}（）/]{1,40}){0,2}(?:-[^()\[\]{}]{1,24})?)"
    r"\s*[)\]}/）>]"
)
CORRESPONDENT = re.compile(r"^(?:корр\.?|corr\.?|by)\s+", re.IGNORECASE)
BETWEEN_CREDITS = re.compile(r"\s*[/;|,]\s*|\s[-–]\s")
BETWEEN_CREDITS_AND_DATES = re.compile(r"\s*[/;|,]\s*|\s[-–]\s|\s\d")
LATIN_CREDIT = re.compile(
    r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w.\-’'&]{1,14}(?:[ -][A-ZÀ-ÞА-ЯЁ][\w.’'&-]{1,14}){0,3}"
)
"""What may be an agency that no table knows, where it stands in a bracket behind a city."""
ARABIC_CREDIT = re.compile(r"[\u0600-\u06ff]{2,10}(?: [\u0600-\u06ff]{1,10}){0,2}")
NO_CREDIT = re.compile(r"(?:Photo|File|AFP Photo|Reporting|Reporter|Archive|India|Ontario)\b")
UNKNOWN_AGENCY = re.compile(r"[A-ZА-ЯЁІЇ][A-ZА-ЯЁІЇ.-]{3,18}(?=\s?[.:–—-])")
SITE = re.compile(
    r"(?:[A-Za-z0-9-]+\.){1,2}"
    r"(?:com|net|org|co|id|tv|news|ru|ua|am|az|ge|kg|kz|pk|in|info)(?=\s?[,–—-])",
    re.IGNORECASE,
)
BEHIND_AGENCY = re.compile(r"\s*(?:[-–—−_:,.|/)\]=(]|$)")
BEHIND_FIRST_AGENCY = re.compile(r"\s*(?:[-–—−_:|(/]|,\s)")
BEHIND_SUBJECT = re.compile(r"\s*[,،]\s")
"""What shows a second agency, behind a mark that may end a dateline, to be the story's subject."""
REPORTER = re.compile(r"\s*(?:By\s+)?[A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?=\s*[;:/])")

# Places

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎЂЋЈЉЊЏ"
_CAPITALS = rf"[{_CAPITAL}][{_CAPITAL}'’\-]+"
CAPITALS = re.compile(
    rf"(?:ST\. |ST |AL-|EL-)?{_CAPITALS}"
    rf"(?:[ ](?:{_CAPITALS}|d[eu]|del|la|al|es|el)){{0,3}}(?![\w])"
)
"""Words in capitals."""
_TITLED_WORD = r"[^\W\d_a-zа-яё][\w'’\-]+"
_TITLED = re.compile(
    rf"(?:St\.? |Al[- ]|El )?{_TITLED_WORD}"
    rf"(?: (?:{_TITLED_WORD}|de|del|do|da|el|al|es|am|la|of|на)){{0,3}}(?!\w)"
)
_LOWER = re.compile(r"[а-яёa-z][\w\-]+(?: [а-яёa-z][\w\-]+)?")
_CASELESS = re.compile(
    r"[\u0621-\u06d3\u0900-\u09ff\u0590-\u05ff][\u0600-\u06d3\u0900-\u09ff\u0590-\u05ff]+"
    r"(?:[ ][\u0600-\u06d3\u0900-\u09ff\u0590-\u05ff]+){0,2}"
)
SHAPES = (_CASELESS, _TITLED, _LOWER)
"""Words that are a place only where a credit or a date follows."""
BEHIND_PLACE = re.compile(
    r"\s*(?:[,،.:：;(\[/|–—−_=۔]|-{1,2}(?=\s|[A-Z\u0600-\u06ff(\"“])|$)|\s+(?=\d|في\s)"
)
BEFORE_CREDIT = re.compile(r"\s*[,،]?\s*(?:[^\W\d_][\w .'’-]{1,24}[,،]?\s*)?([(\[/|–—-])\s*")
BEHIND_CREDIT = re.compile(r"\s*[-–—:|)/(.]")
INITIALS = re.compile(r"[A-ZÀ-ÞА-Я]{2,10}")
RULE_BEHIND_BRACKET = re.compile(r"\s*[.:]?\s*[-–—:]")
REGION = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?=\s*(?:,|\(|[–—-]|:))")
PLACE_AND_COMMA = re.compile(r".{0,40}[,]\s*$")
BEHIND_REGION = re.compile(r"\s*(?:[,.:;(\])/|–—−_-]|$)")

NOT_PLACES = word_set(
    """
    breaking update updated urgent exclusive analysis factbox interview watch video photo photos
    live opinion editorial feature explainer correction corrected advisory attention attn
    question answer q a q&a moderator note editor read also source headline summary timeline
    press statement speech remarks transcript joint communique news world politics urgent: flash
    alert mr mrs mofa mfa un eu us uk usa uae nato asean region theme category tags title
    subject date document show published срочно видео фото аналитика интервью обновлено молния
    dringend eilmeldung video urgente última flash última-hora ultima son dakika عاجل video:
    audio secretary president minister spokesperson premier ambassador chancellor senator
    chairman director representative deputy foreign
    """
)
"""First words of lines that look like datelines and are labels, or somebody's office."""
CITY_STATES = frozenset({
    "kuwait", "singapore", "luxembourg", "djibouti", "monaco", "san marino", "andorra",
    "united nations", "vatican city", "hong kong", "macau", "panama", "guatemala", "tunis",
    "mexico", "gibraltar", "الكويت", "кувейт", "сингапур", "singapur", "singapura",
})  # fmt: skip
"""Names of countries that a dateline prints as a city."""
