"""Registers and settings that are broken, wrong, or only look dangerous."""

from __future__ import annotations

from tests.hostile.case import Case, Shown, article, bad_file

_PEOPLE = "content/registers/people.yaml"
_TAGS = "content/registers/tags.yaml"
_CARRIERS = "content/registers/carriers.yaml"
_EVENTS = "content/registers/events.yaml"
_SITE = "content/site.yaml"
_MARKUP = "<img src=x onerror=window.__pwned=1>"


def _tag(name: str, text: str | bytes, line: int, says: str) -> Case:
    return bad_file(_TAGS, f"register-{name}", text, line, says)


def _site(name: str, text: str | bytes, line: int, says: str) -> Case:
    return bad_file(_SITE, f"settings-{name}", text, line, says)


_GOOD = "trade: {name: Trade}\ncpec: {name: Corridor}\n"


def _entry(name: str, register: str, entry: str, page: str, *texts: str, use: str) -> Case:
    """An entry that an article of its own uses, with what the entry's page shows."""
    return Case(
        name=f"entry-{name}",
        added={f"content/registers/{register}.yaml": f"{entry}\n"},
        files={f"content/articles/entry-{name}.md": article(use).encode()},
        outcome=Shown(page=page, texts=texts),
    )


REGISTERS: tuple[Case, ...] = (
    _tag("is-a-list", "- trade\n- cpec\n", 1, "not a mapping from ids to entries"),
    _tag("is-a-word", "trade\n", 1, "not a mapping from ids to entries"),
    _tag("of-names-only", _GOOD + "x: Name\n", 3, "named fields are wanted here"),
    _tag("entry-empty", _GOOD + "x:\n", 3, "named fields are wanted here"),
    _tag("without-name", _GOOD + "x: {aliases: [y]}\n", 3, '"name" is missing'),
    _tag("id-in-capitals", _GOOD + "X Y: {name: X}\n", 3, '"X Y" is not an id'),
    _tag("id-that-climbs", _GOOD + "../../x: {name: X}\n", 3, '"../../x" is not an id'),
    _tag("id-of-markup", _GOOD + "'<b>': {name: X}\n", 3, '"<b>" is not an id'),
    _tag("id-of-a-prototype", _GOOD + "__proto__: {name: X}\n", 3, '"__proto__" is not an id'),
    _tag("id-too-long", _GOOD + f"{'a' * 121}: {{name: X}}\n", 3, "is not an id"),
    _tag("id-twice", _GOOD + "trade: {name: Again}\n", 3, '"trade" stands here again'),
    _tag("unknown-field", _GOOD + "x: {name: X, colour: red}\n", 3, '"colour" is not a field'),
    _tag("anchors", _GOOD + "x: &x {name: X}\n", 3, "the anchor &x is not allowed"),
    _tag("wikidata", _GOOD + "x: {name: X, wikidata: 'javascript:1'}\n", 3, "not a Wikidata id"),
    _tag("language-of-a-name", _GOOD + "x: {name: X, names: {'e n': Y}}\n", 3, "language tag"),
    _tag("broken-bytes", _GOOD.encode() + b"x: {name: \xff}\n", 3, "are not UTF-8"),
    _tag("null", _GOOD.encode() + b"x: {name: \0}\n", 3, "control character U+0000"),
    _tag("nested", f"x: {'[' * 5_000}\n", 1, "deeper than 20"),
    bad_file(
        _PEOPLE,
        "register-country",
        "mao-ning: {name: M}\nx: {name: X, country: Mars}\n",
        2,
        "not a country code",
    ),
    bad_file(
        _PEOPLE,
        "register-role-date",
        "mao-ning: {name: M}\nx: {name: X, roles: [{title: A, start: soon}]}\n",
        2,
        "is not a date",
    ),
    bad_file(
        _PEOPLE,
        "register-role-of-nobody",
        "mao-ning: {name: M}\nx: {name: X, roles: [{title: A, organisation: nobody}]}\n",
        2,
        '"nobody" is not in the register',
    ),
    bad_file(_CARRIERS, "register-kind", "app: {name: X, kind: blog}\n", 1, '"blog" is not a kind'),
    bad_file(
        _CARRIERS, "register-address", "app: {name: X, url: 'javascript:1'}\n", 1, "a web address"
    ),
    bad_file(_EVENTS, "register-place", "regular: {name: X, place: mars}\n", 1, '"mars" is not in'),
    bad_file(
        "content/registers/formulations.yaml",
        "register-wording-empty",
        "x: {name: X, variants: ['']}\n",
        1,
        "is empty",
    ),
)

SETTINGS: tuple[Case, ...] = (
    _site("are-a-list", "- title\n", 1, "named fields are wanted here"),
    _site("unknown", "title: A\ntheme: dark\n", 2, '"theme" is not a field'),
    _site("twice", "title: A\ntitle: B\n", 2, '"title" stands here again'),
    _site("not-yaml", "title: [\n", 2, "YAML"),
    _site("tab", "title: A\n\tlanguage: en\n", 2, "tab"),
    _site("null", b"title: \0\n", 1, "control character U+0000"),
    _site("anchor", "title: &x A\n", 1, "the anchor &x is not allowed"),
    _site("python", "title: !!python/name:os.system x\n", 1, "is not allowed here"),
    _site("base-script", "base_url: javascript:alert(1)\n", 1, "is not a web address"),
    _site("base-quotation-mark", "base_url: 'https://x.example/\"><script>'\n", 1, "a web address"),
    _site("base-relative", "base_url: /archive/\n", 1, "is not a web address"),
    _site("base-query", "base_url: https://x.example/?a=b\n", 1, "is not the address of a site"),
    _site("base-anchor", "base_url: 'https://x.example/#a'\n", 1, "is not the address of a site"),
    _site("repository-script", "repository: javascript:1\n", 1, "is not a web address"),
    _site("authority-path", "authority: x.example/../y\n", 1, "is not a domain name"),
    _site("language", "language: klingon-language-tag\n", 1, "is not a language tag"),
    _site("per-page-none", "per_page: 0\n", 1, "per_page"),
    _site("per-page-many", "per_page: 1000000000\n", 1, "per_page"),
    _site("per-page-words", "per_page: many\n", 1, "takes a whole number"),
    _site("per-page-endless", f"per_page: {'9' * 5_000}\n", 1, "per_page"),
    _site("search-engine", "search: google\n", 1, "search"),
    _site("accent-that-ends-the-rule", "accent: '#fff;}*{display:none'\n", 1, "is not a colour"),
    _site("accent-from-abroad", "accent: 'url(//evil.example/x)'\n", 1, "is not a colour"),
    _site("accent-unreadable", "accent: '#fffffe'\n", 1, "cannot be read well"),
    _site("letters-that-end-the-rule", "serif: 'x;}*{display:none'\n", 1, "families of letters"),
    _site("letters-that-close-the-style", "sans: '</style><script>'\n", 1, "families of letters"),
    _site("letters-from-abroad", "sans: 'url(//evil.example/x)'\n", 1, "families of letters"),
    _site("history-maybe", "history: maybe\n", 1, "history"),
)

_FORMULA = '=HYPERLINK("http://evil.example/")'

ENTRIES: tuple[Case, ...] = (
    _entry(
        "name-of-markup",
        "people",
        f'markup-person: {{name: "{_MARKUP} Person", description: "{_MARKUP} about"}}',
        "people/markup-person/index.html",
        f"{_MARKUP} Person",
        f"{_MARKUP} about",
        use="speakers: [{person: markup-person}]\n",
    ),
    _entry(
        "alias-of-markup",
        "organisations",
        f'markup-office: {{name: A, aliases: ["{_MARKUP} Alias"], names: {{zh: "<b>外交部"}}}}',
        "organisations/markup-office/index.html",
        f"{_MARKUP} Alias",
        "<b>外交部",
        use="speakers: [{role: S, organisation: markup-office}]\n",
    ),
    _entry(
        "tag-of-markup",
        "tags",
        f'markup-tag: {{name: "</script>{_MARKUP} Tag"}}',
        "tags/markup-tag/index.html",
        f"</script>{_MARKUP} Tag",
        use="tags: [markup-tag]\n",
    ),
    _entry(
        "event-of-markup",
        "events",
        f'markup-event: {{name: "{_MARKUP} Event", kind: "<i>kind", start: 2024}}',
        "events/markup-event/index.html",
        f"{_MARKUP} Event",
        use="event: markup-event\n",
    ),
    _entry(
        "carrier-of-markup",
        "carriers",
        f'markup-carrier: {{name: "{_MARKUP} Carrier", kind: official, rights: "{_MARKUP} terms"}}',
        "carriers/markup-carrier/index.html",
        f"{_MARKUP} Carrier",
        use="carrier: markup-carrier\n",
    ),
    _entry(
        "place-of-markup",
        "places",
        f'markup-place: {{name: "{_MARKUP} Place"}}',
        "articles/entry-place-of-markup/index.html",
        f"{_MARKUP} Place",
        use="place: markup-place\n",
    ),
    _entry(
        "name-of-a-formula",
        "people",
        f"formula-person: {{name: '{_FORMULA}'}}",
        "people/formula-person/index.html",
        _FORMULA,
        use="speakers: [{person: formula-person}]\n",
    ),
    _entry(
        "id-of-digits",
        "tags",
        "2024: {name: NO}",
        "tags/2024/index.html",
        "NO",
        use="tags: [2024]\n",
    ),
    _entry(
        "id-of-a-method",
        "tags",
        "constructor: {name: Constructor}\nindex: {name: Index}",
        "tags/constructor/index.html",
        "Constructor",
        use="tags: [constructor, index]\n",
    ),
    _entry(
        "wording-like-a-pattern",
        "formulations",
        r"pattern: {name: '(a+)+$ [x](y)', variants: ['<b>wording</b>', '.*', '\1']}",
        "formulations/pattern/index.html",
        "(a+)+$ [x](y)",
        use="kind: speech\n",
    ),
)

CASES = (*REGISTERS, *SETTINGS, *ENTRIES)
