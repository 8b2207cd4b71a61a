"""What may stand in a page, and in a piece of HTML that is sent to feed readers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY = set(
    re.findall(
        "[a-z0-9]+",
        "p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong b a img br hr div span bdi",
    )
)
_NEVER = set(
    re.findall(
        "[a-z-]+",
        "iframe object embed applet base style frame frameset template math marquee plaintext "
        "xmp x-y audio video source track portal",
    )
)
_ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "srcset", "cite", "ping")
_LEADS_OUT = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|[/\\]{2}", re.IGNORECASE)


def faults_of_page(text: str) -> Iterator[str]:
    """Yield what a page of the site must not hold."""
    for element in html.document_fromstring(text.encode(), parser=_parser()).iter():
        if not isinstance(element.tag, str):
            yield f"a comment: {element.text}"
            continue
        yield from _faults(element)
        if element.tag == "script":
            yield from _script_faults(element)
        elif element.tag == "meta" and "http-equiv" in element.attrib:
            yield from _meta_faults(element)


def faults_of_fragment(text: str) -> Iterator[str]:
    """Yield what HTML for feed readers must not hold."""
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        if not isinstance(element.tag, str) or element.tag not in _BODY:
            yield f"the element {element.tag}"
            continue
        yield from _faults(element)


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", huge_tree=True)


def _faults(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in _NEVER:
        yield f"the element {element.tag}"
    for name, value in element.attrib.items():
        if name.lower().startswith("on") or name.lower() in {"style", "srcdoc"}:
            yield f"{element.tag} has the attribute {name}"
        if name.lower() in _ADDRESSES:
            address = re.sub(r"[\x00-\x20]", "", value)
            leads = element.tag in {"a", "blockquote", "q", "link"}
            leads = leads and element.get("rel") != "stylesheet"
            if _SCHEME.match(address) and not (leads and _LEADS_OUT.match(address)):
                yield f"{element.tag} has {name}={value}"
            if "__pwned" in value and element.tag != "a":
                yield f"{element.tag} has {name}={value}"


def _script_faults(script: html.HtmlElement) -> Iterator[str]:
    if script.get("type") == "application/ld+json":
        json.loads(script.text)
        if "<" in script.text:
            yield "markup in JSON"
    elif script.text or not re.search(r"(?:^|/)assets/[0-9a-f]{10}/", script.get("src", "")):
        yield f"a script of its own: {script.get('src')} {script.text}"


def _meta_faults(meta: html.HtmlElement) -> Iterator[str]:
    kind, value = meta.get("http-equiv").lower(), meta.get("content")
    if kind == "content-security-policy":
        if "'unsafe" in value or "*" in value:
            yield f"the policy {value}"
    elif kind != "refresh" or re.fullmatch(r"0; ?url=(?:\.\./)+[a-z0-9./-]+", value) is None:
        yield f"meta {kind} {value}"


def read_text(text: str) -> str:
    """Return what a page shows, white space folded."""
    document = html.document_fromstring(text.encode(), parser=_parser())
    for element in document.xpath("//script|//style|//head"):
        element.drop_tree()
    return fold(document.text_content())


def fold(text: str) -> str:
    """Return text with each run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
