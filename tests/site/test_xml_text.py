"""Text for XML is what the standard library makes of it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from hypothesis import given
from hypothesis import strategies as st

from site_builder.site.xml_text import xml_attribute, xml_text


@given(st.text(st.sampled_from("a<>&\"'\n\r\té") | st.characters()))
def test_text_and_attributes_are_escaped_as_by_saxutils(text: str) -> None:
    """Marks of XML, both quotation marks and white space come out the same."""
    assert xml_text(text) == escape(text)
    assert xml_attribute(text) == quoteattr(text)
