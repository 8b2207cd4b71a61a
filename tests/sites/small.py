"""A small archive with one of everything, and words that must never leave its build."""

from __future__ import annotations

from tests.sites.archive import REGISTERS, article

WITHHELD = (
    "zanzibarexcerpt",
    "zanzibartail",
    "zanzibarquote",
    "zanzibarmetadata",
    "zanzibarwithdrawn",
    "zanzibarsummaryofwithdrawn",
    "zanzibardraft",
    "zanzibartranslation",
    "zanzibarremoved",
)
"""A canary in each place whose text is withheld."""

_EXCERPT = (
    "Ties are as firm as ever, she told reporters in the capital on Wednesday.\n\n"
    "“We will zanzibarexcerpt the corridor,” she said in a long second paragraph of many words.\n"
    "{: voice=direct }\n\n"
    "## zanzibarexcerpt heading\n\n- zanzibartail\n\n> zanzibartail\n\n`zanzibartail`\n"
)

SMALL = {
    **REGISTERS,
    "site.yaml": (
        "title: Small archive\ndescription: A few statements.\npublisher: The keepers\n"
        "base_url: https://example.org/small/\nauthority: example.org\nper_page: 5\n"
        "repository: https://example.org/source\nexcerpt_words: 80\n"
    ),
    "registers/formulations.yaml": (
        "shared-future: {name: community with a shared future, variants: [zanzibarquote]}\n"
    ),
    "pages/about.md": "---\ntitle: About\n---\n\n## Aim\n\nTo keep [what was said](/timeline/).\n",
    "articles/2023/2023-01-04-ties.md": article(
        title="Ties & “corridors” <soon>",
        speakers="[{person: mao-ning, role: Spokesperson, organisation: cn-mfa}]",
        principals="[xi-jinping]",
        carrier="app",
        via="[fmprc]",
        event="regular",
        place="beijing",
        countries="[CN, PK]",
        tags="[cpec, trade]",
        kind="briefing",
        source_url="https://example.org/ties",
        aliases="[/old/ties/, /old/ties.html]",
        statement="ties",
        provenance="{removed: [{line: 1, text: zanzibarremoved, rule: menu}]}",
        revisions="[{date: 2023-02-01, note: The date was corrected.}]",
        body=_EXCERPT,
    ),
    "articles/2023/2023-01-04-ties.ur.md": article(
        title="تعلقات",
        carrier="app",
        body="پہلا جملہ یہاں ہے۔\n\nzanzibartranslation دوسرا جملہ ہے۔\n",
    ),
    "articles/2023/2023-01-05-ties-again.md": article(
        "2023-01-05",
        carrier="fmprc",
        statement="ties",
        body="Our community with a shared future.\n",
        tags="[cpec]",
        countries="[CN, PK, US]",
    ),
    "articles/2023/2023-03-metadata.md": article(
        "2023-03",
        display="metadata",
        summary="What it is about.",
        body="“All of zanzibarmetadata and zanzibarquote,” he said.\n{: voice=direct }\n",
        tags="[trade]",
    ),
    "articles/2024/2024-withdrawn.md": article(
        "2024",
        status="withdrawn",
        withdrawal="{date: 2024-05-01, reason: It was a forgery.}",
        summary="zanzibarsummaryofwithdrawn",
        body="zanzibarwithdrawn\n",
        tags="[cpec]",
        aliases="[/old/withdrawn/]",
    ),
    "articles/2024/2024-02-02-draft.md": article(
        "2024-02-02", title="zanzibardraft", status="draft", tags="[trade]", body="zanzibardraft\n"
    ),
    "articles/1962/1962-10-24-letter.md": article(
        "1962-10-24", kind="letter", body="*Dear* <!-- x --> colleague,\n\n1. one\n2. two\n"
    ),
    "articles/2023/2023-year-only.md": article("2023", countries="[US]"),
}
