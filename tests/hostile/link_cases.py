"""Links, images and old addresses that lead where they must not."""

from __future__ import annotations

from tests.hostile.case import Case, Refused, article, refused, shown, warned

_FORBIDDEN = {
    "javascript": "javascript:alert(1)",
    "capitals": "JaVaScRiPt:alert(1)",
    "entity": "&#106;avascript:alert(1)",
    "entity-in-hexadecimal": "&#x6A;avascript:alert(1)",
    "entity-colon": "javascript&colon;alert(1)",
    "entity-tab": "java&#9;script:alert(1)",
    "entity-line-break": "java&NewLine;script:alert(1)",
    "in-angles": "<javascript:alert(1)>",
    "blank-before": " javascript:alert(1)",
    "vbscript": "vbscript:x",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "blob": "blob:https://example.org/1",
    "file": "file:///etc/passwd",
    "ftp": "ftp://example.org/",
    "telephone": "tel:+1",
    "about": "about:blank",
    "view-source": "view-source:https://example.org/",
    "without-scheme": "//evil.example/",
    "three-slashes": "///evil.example/",
    "backslash": "/\\evil.example/",
    "two-backslashes": "\\\\\\\\evil.example/",
    "entity-slash": "&sol;&sol;evil.example/",
    "blank-between-slashes": "</&#9;/evil.example/>",
    "one-slash": "https:/evil.example/",
    "no-slash": "https:evil.example",
    "above-the-root": "../../../other-site/",
    "above-the-root-from-it": "/../other-site/",
    "above-the-root-in-percent": "/%2e%2e/other-site/",
}

_ALIASES = {
    "climbs": "../../etc/passwd",
    "climbs-inside": "/a/../../b/",
    "abroad": "https://evil.example/",
    "abroad-without-scheme": "//evil.example/",
    "script": "javascript:alert(1)",
    "backslash": "'/a\\b/'",
    "query": "/a?b=c",
    "anchor": "'/a#b'",
    "percent": "/%2e%2e/b",
    "blank": "/a b/",
    "root": "/",
    "only-slashes": "///",
    "markup": "'/<b>/'",
    "too-long": "/" + "a" * 201,
    "control": '"/a\\x01/"',
    "marker-of-the-site": "/.site-builder",
    "hidden": "/.git/config",
}

_TAKEN = {
    "timeline": "/timeline/",
    "home-file": "/index.html",
    "feed": "/feed.xml",
    "search-data": "/search/",
    "an-article": "/articles/2024-good/",
    "itself": "/articles/case/",
    "capitals": "/Timeline/",
    "file-as-folder": "/feed.xml/x/",
}

_SAFE = {
    # name: (written, read)
    "abroad": ("[x](https://example.org/?a=1&b=<2>'\")", "x"),
    "mail": ("[x](mailto:a@example.org?subject=%0Abcc:b@example.org)", "x"),
    "percent-scheme": ("[word](%6aavascript:alert(1))", "word"),
    "anchor": ("[word](#javascript:alert(1))", "word"),
    "empty": ("[word]()", "word"),
    "no-address": ("[word] (javascript:alert(1))", "[word] (javascript:alert(1))"),
    "never-closed": ("[word](javascript:alert(1) and on", "[word](javascript:alert(1) and on"),
    "named-never-used": ("Words.\n\n[x]: javascript:alert(1)", "[x]: javascript:alert(1)"),
    "another-host-s-name": ("[https://bank.example](https://example.org)", "https://bank.example"),
    "old-scheme-in-query": ("[word](?next=javascript:alert(1))", "word"),
    "many-scripts": ("[слово](https://пример.рф/страница)", "слово"),
}


def _taken(alias: str) -> str:
    feed = alias.startswith("/feed.xml")  # a file of the site that is no page
    return 'is taken by "feed.xml"' if feed else f'the alias "{alias}" already is a page'


CASES: tuple[Case, ...] = (
    *(
        refused(f"link-{name}", article(body=f"One.\n\n[x]({address})\n"), 8, "is not allowed")
        for name, address in _FORBIDDEN.items()
    ),
    refused(
        "link-named", article(body="See [x].\n\n[x]: javascript:alert(1)\n"), 8, "is not allowed"
    ),
    refused("link-in-an-item", article(body="- [x](data:a,b)\n- y\n"), 6, "is not allowed"),
    refused("link-two-of-them", article(body="[x](data:a)\n\n[y](data:b)\n"), 8, '"data:b"', 2),
    warned(
        "image-of-another-host", article(body="![x](https://evil.example/p.gif)\n"), 6, "left out"
    ),
    warned("image-without-scheme", article(body="![x](//evil.example/p.gif)\n"), 6, "left out"),
    warned("image-as-data", article(body="![x](data:image/svg+xml,<svg>)\n"), 6, "left out"),
    warned("image-as-script", article(body="![x](javascript:alert(1))\n"), 6, "left out"),
    warned("image-relative", article(body="One.\n\n![x](../../etc/passwd)\n"), 8, "left out"),
    warned("image-above-the-root", article(body="![x](/images/../../p.gif)\n"), 6, "left out"),
    warned("image-backslash", article(body="![x](/\\\\evil.example/p.gif)\n"), 6, "left out"),
    *(
        refused(
            f"old-address-{name}",
            article(f"aliases:\n- {alias}\n"),
            5,
            "is not a path of this site",
            None,
        )
        for name, alias in _ALIASES.items()
    ),
    *(
        refused(f"old-address-taken-{name}", article(f"aliases: [{alias}]\n"), 4, _taken(alias))
        for name, alias in _TAKEN.items()
    ),
    Case(
        name="old-address-twice",
        files={
            "content/articles/case.md": article("aliases: [/was/]\n").encode(),
            "content/articles/other.md": article("aliases: [/was/]\n").encode(),
        },
        outcome=Refused(at="content/articles/other.md:4", says='"/was/"', count=None),
    ),
    *(
        shown(f"link-{name}-is-safe", article(body=f"Before *x*\n\n{text}\n"), read)
        for name, (text, read) in _SAFE.items()
    ),
)
