"""Names of files and folders, and files that are no files."""

from __future__ import annotations

from tests.hostile.case import Case, Refused, Shown, Warned, article

_TEXT = article().encode()

_REFUSED = {
    "capitals": "Case.md",
    "blank": "a case.md",
    "underscore": "a_case.md",
    "two-hyphens": "a--b.md",
    "hyphen-first": "-rf.md",
    "hyphen-last": "a-.md",
    "dots-first": "..md",
    "no-stem": ".md",
    "hidden": ".case.md",
    "climbing-in-percent": "%2e%2e%2fcase.md",
    "null-in-percent": "case%00.md",
    "accent": "conférence.md",
    "accent-decomposed": "confe\u0301rence.md",
    "chinese": "记者会.md",
    "markup": "<script>window.__pwned=1<.md",
    "quotation-mark": "a\"b'c.md",
    "backslash": "..\\..\\case.md",
    "line-break": "a\nb.md",
    "escape-code": "a\x1b[31mb.md",
    "bell": "a\x07b.md",
    "override": "a\u202ecod.md",
    "broken-bytes": "a\udcff.md",
    "shell": "$(id);`id`.md",
    "formula": "=1+1.md",
    "wildcard": "a*b?.md",
    "too-long": "a" * 141 + ".md",
    "device-con": "con.md",
    "device-nul": "nul.md",
    "device-com1": "com1.md",
    "device-translated": "aux.ur.md",
    "no-language": "case.notalanguage.md",
    "two-dots": "case.en.ur.md",
    "language-of-digits": "case.123.md",
}

_STRAY = {
    "content/articles/notes.txt": "stray-text",
    "content/articles/case.MD": "suffix-in-capitals",
    "content/articles/case.md~": "backup-of-an-editor",
    "content/articles/.case.md.swp": "swap-file",
    "content/articles/case.md.orig": "left-by-a-merge",
    "content/registers/people.yml": "other-suffix",
    "content/secret.env": "at-the-top",
    "content/pages/about.html": "page-of-html",
}


def _printed(name: str) -> str:
    """A name as a diagnostic prints it: what a terminal would obey is spelt out."""
    text = name.encode("utf-8", "backslashreplace").decode()
    return "".join(
        one if one.isprintable() and one != "\u202e" else one.encode("unicode_escape").decode()
        for one in text
    )


CASES: tuple[Case, ...] = (
    *(
        Case(
            name=f"name-{name}",
            files={f"content/articles/{file}": _TEXT},
            outcome=Refused(
                at=f"content/articles/{_printed(file)}:1",
                says="Windows does not allow" if "device" in name else "cannot be an address",
                count=2 if name == "device-translated" else 1,
            ),
        )
        for name, file in _REFUSED.items()
    ),
    *(
        Case(
            name=f"name-{name}",
            files={file: b"x"},
            outcome=Warned(at=f"{file}:1", says="is not part of the archive"),
        )
        for file, name in _STRAY.items()
    ),
    Case(
        name="name-twice-in-two-folders",
        files={"content/articles/2024/case.md": _TEXT, "content/articles/case.md": _TEXT},
        outcome=Refused(at="content/articles/2024/case.md:1", says='the id "case" is taken by'),
    ),
    Case(
        name="name-twice-in-two-cases",
        files={"content/articles/case.md": _TEXT, "content/articles/CASE.md": _TEXT},
        outcome=Refused(at="content/articles/case.md:1", says='the id "case" is taken', count=None),
    ),
    Case(
        name="name-twice-in-two-compositions",
        files={"content/articles/é.md": _TEXT, "content/articles/e\u0301.md": _TEXT},
        outcome=Refused(at="content/articles/é.md:1", says="cannot be an address", count=3),
    ),
    Case(
        name="page-takes-the-timeline",
        files={"content/pages/timeline.md": b"---\ntitle: A\n---\n\nWords.\n"},
        outcome=Refused(at="content/pages/timeline.md:1", says="already the one of another page"),
    ),
    Case(
        name="page-in-capitals",
        files={"content/pages/About.md": b"---\ntitle: A\n---\n\nWords.\n"},
        outcome=Refused(at="content/pages/About.md:1", says="cannot be an address", count=None),
    ),
    Case(
        name="page-twice",
        files={
            "content/pages/one.md": b"---\ntitle: A\n---\n\nWords.\n",
            "content/pages/x/one.md": b"---\ntitle: A\n---\n\nWords.\n",
        },
        outcome=Refused(
            at="content/pages/x/one.md:1", says="already the one of content/pages/one.md"
        ),
    ),
    Case(
        name="register-nobody-knows",
        files={"content/registers/planets.yaml": b"x: {name: X}\n"},
        outcome=Refused(at="content/registers/planets.yaml:1", says="there is no such register"),
    ),
    Case(
        name="register-in-capitals",
        files={"content/registers/People.yaml": b"x: {name: X}\n"},
        outcome=Refused(at="content/registers/People.yaml:1", says="there is no such register"),
    ),
    Case(
        name="link-to-a-file-outside",
        links={"content/articles/case.md": "/etc/passwd"},
        outcome=Refused(at="content/articles/case.md:1", says="leads out of the archive"),
    ),
    Case(
        name="link-to-the-site-s-own-files",
        files={"secret.md": _TEXT},
        links={"content/articles/case.md": "../../secret.md"},
        outcome=Refused(at="content/articles/case.md:1", says="leads out of the archive"),
    ),
    Case(
        name="link-to-a-folder-outside",
        links={"content/articles/case": "/etc"},
        outcome=Refused(at="content/articles/case:1", says="a link to a folder"),
    ),
    Case(
        name="link-to-the-folder-above",
        links={"content/articles/case": ".."},
        outcome=Refused(at="content/articles/case:1", says="a link to a folder"),
    ),
    Case(
        name="link-to-nothing",
        links={"content/articles/case.md": "nowhere.md"},
        outcome=Refused(at="content/articles/case.md:1", says="cannot be read"),
    ),
    Case(
        name="link-to-itself",
        links={"content/articles/case.md": "case.md"},
        outcome=Refused(at="content/articles/case.md:1", says="cannot be read"),
    ),
    Case(
        name="pipe",
        pipes=("content/articles/case.md",),
        outcome=Warned(at="content/articles/case.md:1", says="is not part of the archive"),
    ),
    Case(
        name="folder-called-like-an-article",
        files={"content/articles/folder.md/inside-a-folder.md": _TEXT},
        outcome=Shown(page="articles/inside-a-folder/index.html", texts=("Words were said.",)),
    ),
    Case(
        name="folder-that-looks-like-a-climb",
        files={"content/articles/.../in-three-dots.md": _TEXT},
        outcome=Shown(page="articles/in-three-dots/index.html", texts=("Words were said.",)),
    ),
    Case(
        name="folder-of-another-year",
        files={"content/articles/2019/case.md": _TEXT},
        outcome=Warned(at="content/articles/2019/case.md:3", says="its date is in 2024"),
    ),
    Case(
        name="sixty-folders-deep",
        files={f"content/articles/{'d/' * 60}sixty-folders-deep.md": _TEXT},
        outcome=Shown(page="articles/sixty-folders-deep/index.html", texts=("Words were said.",)),
    ),
    *(
        Case(
            name=f"name-{name}-is-safe",
            files={f"content/articles/{name}.md": _TEXT},
            outcome=Shown(page=f"articles/{name}/index.html", texts=("Words were said.",)),
        )
        for name in ("index", "404", "feed", "constructor", "a" * 100, "0", "null", "con1")
    ),
    Case(
        name="file-of-the-system",
        files={
            "content/articles/.DS_Store": b"\0\0\0\1Bud1",
            "content/articles/Thumbs.db": b"\xd0\xcf\x11\xe0",
            "content/articles/beside-a-file-of-the-system.md": _TEXT,
        },
        outcome=Shown(
            page="articles/beside-a-file-of-the-system/index.html", texts=("Words were said.",)
        ),
    ),
)
