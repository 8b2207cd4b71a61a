"""Front matter that is broken, wrong, greedy, or only looks dangerous."""

from __future__ import annotations

from tests.hostile.case import Case, article, refused, shown, warned

_BOMB = "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcde", "bcdef", strict=True)
)
_MERGE_BOMB = "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}, *{a}]}}\n" for a, b in zip("abcde", "bcdef", strict=True)
)

SYNTAX: tuple[Case, ...] = (
    refused("empty-file", b"", 1, "the file is empty"),
    refused("only-a-byte-order-mark", b"\xef\xbb\xbf", 1, "the file is empty"),
    refused("no-front-matter", "Words.\n", 1, "does not start with front matter"),
    refused("front-matter-after-a-line", "\n---\ntitle: A\n---\n", 1, "does not start with"),
    refused("front-matter-never-closed", "---\ntitle: A\ndate: 2024\n", 1, "is never closed"),
    refused("front-matter-closed-by-dots", "---\ntitle: A\n...\n\nWords.\n", 1, "is never closed"),
    refused("toml-front-matter", '+++\ntitle = "A"\n+++\n', 1, "does not start with front matter"),
    refused("json-front-matter", '{"title": "A"}\n', 1, "does not start with front matter"),
    refused("empty-front-matter", "---\n---\n\nWords.\n", 2, "the front matter is empty"),
    refused("front-matter-of-comments", "---\n# title: A\n---\n", 2, "the front matter is empty"),
    refused("front-matter-is-a-list", "---\n- title\n- date\n---\n", 2, "this is not a mapping"),
    refused("front-matter-is-a-word", "---\nwords\n---\n", 2, "this is not a mapping"),
    refused("anchor", article("summary: &x words\n"), 4, "the anchor &x is not allowed"),
    refused("alias", article("tags: *x\n"), 4, "the alias *x is not allowed", 2),
    refused("alias-bomb", article("a: &a [x,x,x,x,x,x,x,x,x]\n" + _BOMB), 4, "the anchor &a", None),
    refused("merge-key", article("<<: {kind: speech}\n"), 4, "the merge key << is not allowed", 2),
    refused("merge-bomb", article("a: &a {x: y}\n" + _MERGE_BOMB), 4, "the anchor &a", None),
    refused("alias-to-itself", article("missing: &x {a: *x}\n"), 4, "the alias *x", None),
    refused(
        "python-tag",
        article("summary: !!python/object/apply:os.system [id]\n"),
        4,
        "the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed",
        None,
    ),
    refused("binary-tag", article("summary: !!binary aGVsbG8=\n"), 4, "is not allowed here"),
    refused("custom-tag", article("summary: !secret x\n"), 4, "the tag !secret is not allowed"),
    refused("include-tag", article("summary: !include /etc/passwd\n"), 4, "the tag !include"),
    refused("second-document", article("...\nkind: speech\n"), 5, "not well-formed YAML"),
    refused("yaml-directive", article("%YAML 1.1\n"), 5, "not well-formed YAML"),
    refused("tab-for-indent", article("withdrawal:\n\tdate: 2024\n"), 5, "indented with a tab"),
    refused("second-colon", article(title="Talks: a report: part"), 2, "a second ': '"),
    refused(
        "quote-never-closed",
        article('summary: "words\n'),
        4,
        "a quotation mark is opened and never closed",
    ),
    refused("text-after-quote", article('summary: "Words" he said\n'), 4, "after its closing"),
    refused("title-starts-with-at", article(title="@ministry says"), 2, "cannot be read"),
    refused("title-starts-with-percent", article(title="%s%s%n"), 2, "cannot be read"),
    refused("title-starts-with-backtick", article(title="`id`"), 2, "cannot be read"),
    refused("list-never-closed", article("tags: [a, b\n"), 5, "well-formed YAML", None),
    refused(
        "wrong-indent", article("withdrawal:\n    date: 2024\n  reason: x\n"), 6, "well-formed"
    ),
    refused("nested-too-deep", article(f"summary: {'[' * 25}{']' * 25}\n"), 4, "deeper than 20"),
    refused("nested-ten-thousand", article(f"summary: {'[' * 10_000}\n"), 4, "deeper than 20"),
    refused("mappings-nested", article(f"missing: {'{a: ' * 3_000}\n"), 4, "deeper than 20"),
    refused(
        "a-key-that-is-a-list", article("? [a, b]\n: c\n"), 4, "a key must be plain text", None
    ),
    refused("key-twice", article("kind: speech\nkind: letter\n"), 5, '"kind" stands here again'),
    refused("title-twice-quoted", article('"title": Other\n'), 4, '"title" stands here again'),
    refused("empty-key", article(": x\n"), 4, "not well-formed YAML"),
    refused("misspelt-key", article("sumary: x\n"), 4, '"sumary" is not a field'),
    refused("prototype-key", article("__proto__: {x: y}\n"), 4, '"__proto__" is not a field'),
    refused("key-of-markup", article('"<script>": x\n'), 4, '"<script>" is not a field'),
)

VALUES: tuple[Case, ...] = (
    refused("no-title", "---\ndate: 2024\n---\n\nWords.\n", 1, '"title" is missing'),
    refused("no-date", "---\ntitle: A\n---\n\nWords.\n", 1, '"date" is missing'),
    refused("title-left-empty", article(title=""), 2, '"title" is missing'),
    refused("title-is-null", article(title="null"), 2, '"title" is missing'),
    refused("title-is-blank", article(title='"   "'), 2, '"title" is empty'),
    refused("title-is-a-list", article(title="[a, b]"), 2, '"title" takes text'),
    refused("title-is-a-mapping", article(title="{a: b}"), 2, '"title" takes text'),
    refused("title-too-long", article(title="a" * 1_001), 2, "longer than 1,000 characters"),
    refused("field-left-empty", article("summary:\n"), 4, '"summary" is empty'),
    refused("unknown-kind", article("kind: tweet\n"), 4, '"tweet" is not a kind'),
    refused("unknown-display", article("display: hidden\n"), 4, '"hidden" is not a display'),
    refused("unknown-status", article("status: deleted\n"), 4, '"deleted" is not a status'),
    refused("unknown-country", article("countries: [CN, XX]\n"), 4, '"XX" is not a country code'),
    refused("country-not-in-a-list", article("countries: CN\n"), 4, '"countries" takes a list'),
    refused("language-of-markup", article('language: "en<b>"\n'), 4, "is not a language tag"),
    refused("tag-in-capitals", article("tags: [CPEC]\n"), 4, '"CPEC" is not an id'),
    refused("tag-that-climbs", article('tags: ["../../x"]\n'), 4, '"../../x" is not an id'),
    refused(
        "tag-nobody-knows", article("tags: [trade, trad]\n"), 4, '"trad" is not in the register'
    ),
    refused("person-nobody-knows", article("principals: [nobody]\n"), 4, '"nobody" is not in'),
    refused("carrier-nobody-knows", article("carrier: nobody\n"), 4, '"nobody" is not in'),
    refused("event-nobody-knows", article("event: nothing\n"), 4, '"nothing" is not in'),
    refused("place-nobody-knows", article("place: nowhere\n"), 4, '"nowhere" is not in'),
    refused("speaker-is-a-word", article("speakers: [Mao]\n"), 4, "takes named fields"),
    refused("speaker-is-empty", article("speakers:\n- {}\n"), 5, "no person, role or organisation"),
    refused(
        "withdrawn-without-reason", article("status: withdrawn\n"), 4, "needs a day and a reason"
    ),
    refused(
        "withdrawal-of-a-published",
        article("withdrawal: {date: 2024, reason: x}\n"),
        4,
        "its status is not withdrawn",
    ),
    refused(
        "withdrawal-half",
        article("status: withdrawn\nwithdrawal: {date: 2024}\n"),
        5,
        '"reason" is missing',
    ),
    refused("revision-without-day", article("revisions: [{note: x}]\n"), 4, '"date" is missing'),
    refused("digest-that-is-none", article("provenance: {sha256: abc}\n"), 4, "is not a SHA-256"),
    refused(
        "line-zero",
        article("provenance: {removed: [{line: 0, text: a, rule: b}]}\n"),
        4,
        "greater than or equal to 1",
    ),
    refused(
        "line-of-words",
        article("provenance: {removed: [{line: x, text: a, rule: b}]}\n"),
        4,
        "takes a whole number",
    ),
    refused(
        "line-without-end",
        article(f"provenance: {{removed: [{{line: {'9' * 5_000}, text: a, rule: b}}]}}\n"),
        4,
        "line",
    ),
    refused("missing-is-a-list", article("missing: [summary]\n"), 4, "takes named fields"),
    refused("missing-of-no-field", article("missing: {colour: x}\n"), 4, '"colour" is not a field'),
    refused(
        "original-nobody-knows", article("translation_of: nothing\n"), 4, 'no article "nothing"'
    ),
    refused(
        "translation-of-itself", article("translation_of: case\n"), 4, "is itself a translation"
    ),
    refused("statement-in-capitals", article("statement: One Two\n"), 4, "is not an id"),
    refused(
        "control-code-in-quotes", article('summary: "a\\x07b"\n'), 4, "control character U+0007"
    ),
    refused("null-code-in-quotes", article('summary: "a\\0b"\n'), 4, "control character U+0000"),
    refused(
        "escape-code-in-quotes", article('summary: "a\\e[31mb"\n'), 4, "control character U+001B"
    ),
    refused(
        "line-separator-in-quotes", article('summary: "a\\Lb"\n'), 4, "control character U+2028"
    ),
    refused("surrogate-code-in-quotes", article('summary: "a\\ud800b"\n'), 4, "escape code"),
    warned("override-code-in-quotes", article('summary: "a\\u202eb"\n'), 4, "U+202E"),
    warned("published-before-said", article("published: 2024-04-30\n"), 4, "before it was said"),
    warned(
        "given-and-missing",
        article("kind: speech\nmissing: {kind: x}\n"),
        5,
        "is given above and called missing",
    ),
    warned("no-words", article(body=""), 5, "there is no text below"),
)

_DATES = {
    "day-30-of-february": "2024-02-30",
    "leap-day-of-a-common-year": "2023-02-29",
    "month-13": "2024-13-01",
    "month-0": "2024-00-10",
    "day-0": "2024-01-00",
    "year-0": "0000-01-01",
    "year-before-christ": "-0044-03-15",
    "five-figures": "12024-01-01",
    "one-figure-month": "2024-1-05",
    "no-hyphens": "20240105",
    "slashes": "2024/01/05",
    "american": "01/05/2024",
    "in-words": "5 January 2024",
    "yesterday": "yesterday",
    "with-a-time": '"2024-01-05T23:59:59+05:00"',
    "hyphen-left-over": "2024-01-",
    "wide-digits": "２０２４-01-05",
    "eastern-digits": "٢٠٢٤-٠١-٠٥",
    "superscript-digits": "202⁴",
    "a-range": "2024-01-01/2024-01-05",
    "uncertain": "2024-01~",
    "a-list": "[2024, 1, 5]",
    "hexadecimal": "0x7e8",
    "a-very-long-one": "2024-01-05" * 900,
}

DATES: tuple[Case, ...] = tuple(
    refused(f"date-{name}", f"---\ntitle: A case\ndate: {date}\n---\n\nWords.\n", 3, "not a date")
    for name, date in _DATES.items()
)

_URLS = {
    "javascript": "javascript:alert(1)",
    "javascript-in-capitals": "JaVaScRiPt:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "file": "file:///etc/passwd",
    "ftp": "ftp://example.org/",
    "without-scheme": "//example.org/",
    "without-host": "https:///x",
    "relative": "../x",
    "one-slash": "https:/example.org",
    "with-a-password": "https://user:secret@example.org/",
    "with-a-quotation-mark": "'https://example.org/\"onclick=x'",
    "with-an-angle": '"https://example.org/<b>"',
    "with-a-blank": '"https://example.org/a b"',
    "with-a-line-break": '"https://example.org/\\na"',
    "port-of-words": '"https://example.org:http/"',
    "port-too-high": '"https://example.org:99999/"',
    "half-an-address-of-six": '"https://[::1/"',
}

URLS: tuple[Case, ...] = tuple(
    refused(f"source-{name}", article(f"source_url: {url}\n"), 4, "is not a web address")
    for name, url in _URLS.items()
)

_LOOKS: dict[str, tuple[str, str]] = {
    # name: (as it stands in the file, as a reader must see it)
    "no": ("NO", "NO"),
    "off": ("off", "off"),
    "number": ("1e3", "1e3"),
    "octal": ("0o17", "0o17"),
    "sexagesimal": ("12:30:45", "12:30:45"),
    "date": ("2024-01-01", "2024-01-01"),
    "infinity": (".inf", ".inf"),
    "quoted-null": ('"null"', "null"),
    "script": ('"<script>window.__pwned=1</script>"', "<script>window.__pwned=1</script>"),
    "closes-title": (
        '"</title><script>window.__pwned=1</script>"',
        "</title><script>window.__pwned=1</script>",
    ),
    "breaks-attribute": (
        "'\"><img src=x onerror=window.__pwned=1>'",
        '"><img src=x onerror=window.__pwned=1>',
    ),
    "closes-json": (
        "'</script><script>window.__pwned=1//\"}]'",
        '</script><script>window.__pwned=1//"}]',
    ),
    "comment": ('"--><b>x<!--"', "--><b>x<!--"),
    "cdata": ('"]]><b>x"', "]]><b>x"),
    "template": ('"{{ 7*7 }}{% raw %}"', "{{ 7*7 }}{% raw %}"),
    "shell": ('"$(id) `id` ;id|id&"', "$(id) `id` ;id|id&"),
    "formula": (
        '\'=HYPERLINK("http://evil.example/";"x")\'',
        '=HYPERLINK("http://evil.example/";"x")',
    ),
    "formula-at": ("\"@SUM(1+1)*cmd|' /C calc'!A0\"", "@SUM(1+1)*cmd|' /C calc'!A0"),
    "formula-minus": ('"-2+3+cmd"', "-2+3+cmd"),
    "bibtex": (r"'} \input{/etc/passwd} @article{x'", r"} \input{/etc/passwd} @article{x"),
    "sql": ('"\'; DROP TABLE statements; --"', "'; DROP TABLE statements; --"),
    "format": ('"{0} {x} %s %(x)d ${x}"', "{0} {x} %s %(x)d ${x}"),
    "backslashes": (r"'C:\new\table \u0041'", r"C:\new\table \u0041"),
    "hash": ('"# not a comment"', "# not a comment"),
    "markdown": ('"*not* [a](link) `code`"', "*not* [a](link) `code`"),
    "entities": ('"&lt;b&gt; &amp;amp; &#60;"', "&lt;b&gt; &amp;amp; &#60;"),
    "one-long-word": ("w" * 1_000, "w" * 1_000),
    "marks-on-marks": ('"Z' + "\u0301" * 300 + 'algo"', "Z" + "\u0301" * 300 + "algo"),
    "right-to-left": ("مؤتمر صحفي (CPEC) 2024", "مؤتمر صحفي (CPEC) 2024"),
    "emoji": ("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
}

_MARKUP = "<img src=x onerror=window.__pwned=1>"

LOOKS: tuple[Case, ...] = (
    *(shown(f"title-{name}", article(title=text), read) for name, (text, read) in _LOOKS.items()),
    shown("summary-of-markup", article(f'summary: "{_MARKUP} *x*"\n'), f"{_MARKUP} *x*"),
    shown("rights-of-markup", article(f'rights: "{_MARKUP} rights"\n'), f"{_MARKUP} rights"),
    shown(
        "role-of-markup", article(f'speakers: [{{role: "{_MARKUP} role"}}]\n'), f"{_MARKUP} role"
    ),
    shown("basis-of-markup", article(f'date_basis: "{_MARKUP} basis"\n'), f"{_MARKUP} basis"),
    shown(
        "observed-date-of-markup",
        article(f'dates_observed: [{{text: "{_MARKUP} seen", role: "<b>role"}}]\n'),
        f"{_MARKUP} seen",
    ),
    shown(
        "revision-of-markup",
        article(f'revisions: [{{date: 2024-06, note: "{_MARKUP} note"}}]\n'),
        f"{_MARKUP} note",
    ),
    shown(
        "reason-of-markup",
        article(f'status: withdrawn\nwithdrawal: {{date: 2024-06, reason: "{_MARKUP} why"}}\n'),
        f"{_MARKUP} why",
    ),
    shown(
        "category-of-markup",
        article(f'carrier_categories: ["{_MARKUP} filed"]\n'),
        f"{_MARKUP} filed",
    ),
    shown("country-norway", article("countries: [NO]\n"), "Norway"),
    shown(
        "source-with-an-apostrophe",
        article("source_url: \"https://example.org/'onx=1'&b=c\"\n"),
        "A case",
    ),
    shown("source-in-many-scripts", article("source_url: https://例え.テスト/道\n"), "A case"),
    shown(
        "year-of-the-first-century",
        "---\ntitle: A case\ndate: 0033\n---\n\nWords were said.\n",
        "Words were said.",
    ),
    shown(
        "last-day-of-the-calendar",
        "---\ntitle: A case\ndate: 9999-12-31\n---\n\nWords were said.\n",
        "Words were said.",
    ),
    shown("windows-line-ends", article().replace("\n", "\r\n"), "Words were said."),
    shown(
        "front-matter-with-blanks-after-the-fence",
        article().replace("---\n", "---  \t\n"),
        "Words were said.",
    ),
)

CASES = (*SYNTAX, *VALUES, *DATES, *URLS, *LOOKS)
