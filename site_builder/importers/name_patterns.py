"""How names of people are written in scripts with capitals."""

from __future__ import annotations

import re

from site_builder.importers.word_sets import word_set

_UPPER = "".join(
    chr(code) for code in range(0x41, 0x587) if chr(code).isupper() or chr(code).istitle()
).replace("\\", "")
_PARTICLE = (
    r"(?:al|el|bin|ibn|bint|ben|abu|abou|van|von|der|den|de|da|dos|do|du|del|della|di|la|le|ul|ur|"
    r"uz|zu|af|av|y|ter|ten|san|dela|op)"
)
_TOKEN = (
    rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*(?:-[{_UPPER}][\w’']+)?|"
    rf"(?:[aAeE][lnsdtr]-)?[{_UPPER}][\w’'‘`\-]*|(?:d|D|l|L|O)['’][{_UPPER}][\w\-]+)"
)
RUN = re.compile(rf"(?<![\w’'-]){_TOKEN}(?: (?:{_PARTICLE}[ -]){{0,2}}{_TOKEN})*")
PARTICLE_ONLY = re.compile(_PARTICLE)
PIECE = re.compile(rf"{_TOKEN}|{_PARTICLE}(?=[ -])")
POSSESSIVE = re.compile(r"['’`](?:s|S|(?:n?[ıiuü]n|y?[ae]|[dt][ae]n?|y?[ıiuü]|n[ae]|l[ae]))?$")
"""An English genitive, or a Turkish case behind an apostrophe."""
COMMON_OPENERS = word_set(
    """
    the a an in on at as for with by of from and but or if when while after before during since
    until under over both he she it they we i you his her their our its this that these those
    there here who what which where how why all any some many most more other another earlier
    later meanwhile however also asked responding commenting speaking talking addressing
    according regarding about besides moreover furthermore earlier today yesterday tomorrow
    according such no not only even despite amid among referring citing quoting answering noting
    stressing adding saying instead currently thus hence le la les un une il elle ce cette selon
    dans pour sur lors avec après avant ils nous en au aux mais et par ainsi el los las una uno
    su sus en con para por según tras durante pero y al del o os as um uma no na nos nas em com
    segundo após lo gli i dei della nel nella secondo dopo per con non si der die das ein eine
    er sie es in im am an auf zu bei mit nach von für wir und aber auch dies diese в на по с о
    об он она они как это при после для и но а что мы из до за от по его ее у ми він вона ві та
    bu bir ve o da ayrıca ini itu dan dia di ke pada menurut
    """
)
"""Small words that open sentences in capitals."""
