"""The settings of one archive: `content/site.yaml`, typed."""

from __future__ import annotations

import msgspec


class SiteTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive says of itself in a further language; '' stays as in the main one."""

    language: str
    title: str = ""
    description: str = ""
    publisher: str = ""
    rights: str = ""
    masthead: str = ""
    footer: str = ""


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What a maintainer may set; every field has a sensible default."""

    title: str = "An archive of statements"
    description: str = ""
    base_url: str = ""
    """Absolute address of the site's root with a closing slash, or '' where unknown."""
    language: str = "en"
    """Of the interface."""
    languages: tuple[str, ...] = ()
    """Further ones, each with the whole site below a folder of its own, in the order given."""
    texts: tuple[SiteTexts, ...] = ()
    """In further languages."""
    articles_language: str = ""
    """Of articles that do not name theirs; '' is the interface's."""
    publisher: str = ""
    """Who keeps the archive; named in feeds and citations."""
    repository: str = ""
    """Address of the source repository, for 'edit this page'; '' hides the links."""
    branch: str = "main"
    contact: str = ""
    rights: str = ""
    """Statement on the archive's own texts (summaries, notes, register entries)."""
    authority: str = ""
    """Domain name in the stable ids of feed entries; '' takes it from `base_url`."""
    masthead: str = ""
    """What the masthead of every page says; '' says the title."""
    footer: str = ""
    """One more paragraph at the foot of every page."""
    accent: str = ""
    """Colour of links and marks as '#rrggbb', readable on light paper; '' is the built-in one."""
    accent_dark: str = ""
    """The same for dark screens; '' derives it from `accent`."""
    serif: str = ""
    """Families for Latin text, the first that a reader has; '' is the built-in stack."""
    sans: str = ""
    """The same for labels."""
    per_page: int = 50
    """Entries on one page of a list."""
    feed_entries: int = 40
    excerpt_words: int = 80
    """Words after which an excerpt stops, at the next end of a paragraph."""
    search: str = "shards"
    """'shards', or 'classic' to publish Lunr's whole index as one file as well."""
    data: str = "auto"
    """'whole' to publish the archive's data as one file of each form whatever its size, 'parts' to
    cut it by years; 'auto' cuts it where it is large."""
    cards: str = ""
    """'none'; 'site': a picture of the site for who shares its pages; 'articles': of each article
    as well; '' is 'site' where what draws it is installed."""
    offline_copy: str = ""
    """Address of the whole site as one file, which the data page then names; '' where there is
    none."""
    history: bool = True
    """Whether pages tell, word by word, how git says that an entry changed."""
