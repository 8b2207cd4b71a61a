"""Bodies that try to run, to break out of their frame, or to change what readers see."""

from __future__ import annotations

from tests.hostile.case import Case, article, refused, shown

_HTML = {
    "script": "<script>window.__pwned=1</script>",
    "script-of-another-host": "<script src=https://evil.example/x.js></script>",
    "nested-script": "<scr<script>ipt>window.__pwned=1</scr</script>ipt>",
    "image": "<img src=x onerror=window.__pwned=1>",
    "image-never-closed": "<img src=x onerror=window.__pwned=1//",
    "image-of-another-host": "<img src=https://evil.example/pixel.gif>",
    "svg": "<svg onload=window.__pwned=1>",
    "svg-style": '<svg></p><style><a id="</style><img src=1 onerror=window.__pwned=1>">',
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=1>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1>">',
    "iframe": '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
    "object": "<object data=https://evil.example/x></object><embed src=x>",
    "form": "<form action=https://evil.example/><input name=q autofocus onfocus=window.__pwned=1>",
    "style": "<style>*{display:none}@import url(https://evil.example/x.css)</style>",
    "link": '<link rel=stylesheet href="https://evil.example/x.css">',
    "base": "<base href=https://evil.example/>",
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "policy": '<meta http-equiv="Content-Security-Policy" content="script-src *">',
    "details": "<details open ontoggle=window.__pwned=1>x",
    "closes-the-frame": "</p></article></main></body></html>",
    "title": "<title>x</title>",
    "textarea": "</textarea><textarea>",
    "plaintext": "<plaintext>x",
    "template": "<template><p>x</template>",
    "comment": "<!-- hidden -->",
    "comment-never-closed": "<!-- hidden",
    "comment-odd": "<!--><script>window.__pwned=1</script>-->",
    "declaration": "<![ x",
    "cdata": "<![CDATA[ x ]]>",
    "doctype": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "processing": "<?xml-stylesheet href='https://evil.example/'?>",
    "jinja": "{{ config }} {% include '/etc/passwd' %} {# x #}",
    "handler-in-capitals": "<IMG SRC=x OnErRoR=window.__pwned=1>",
    "slash-for-a-blank": "<img/src=x/onerror=window.__pwned=1>",
    "tag-over-two-lines": "<img src=x onerror=window.__pwned=1 >",
    "custom-element": "<x-y onclick=window.__pwned=1>x</x-y>",
    "clobbering": "<a id=content><a id=content name=top>x</a>",
}

_MARKS = {
    # name: (written, read)
    "entities": ("&lt;script&gt;x&lt;/script&gt; &#60;b&#62; &copy;", "<script>x</script> <b> ©"),
    "code": ("`<script>window.__pwned=1</script>`", "<script>window.__pwned=1</script>"),
    "code-block": ("    <script>window.__pwned=1</script>\n", "<script>window.__pwned=1</script>"),
    "fence": ("```html\n<img src=x onerror=window.__pwned=1>\n```", "<img src=x onerror="),
    "escaped": ("\\<script\\> \\*x\\* \\[y\\]\\(z\\) a\\\\b", "\\<script> *x* [y](z) a\\b"),
    "emphasis-in-html": ("<b>*x*</b> <i>_y_</i>", "<b>x</b> <i>y</i>"),
    "html-in-emphasis": ("*<img src=x onerror=window.__pwned=1>*", "<img src=x onerror="),
    "html-in-a-link": (
        "[<img src=x onerror=window.__pwned=1>](https://example.org/)",
        "<img src=x onerror=",
    ),
    "html-in-a-link-title": (
        "[x](https://example.org/ '\"><img src=x onerror=window.__pwned=1>')",
        "x",
    ),
    "html-in-alt": ('![\\"><script>window.__pwned=1</script>](/images/dot.png) after', "after"),
    "html-in-a-heading": (
        "## <script>window.__pwned=1</script>\n\nafter",
        "<script>window.__pwned=1",
    ),
    "html-in-an-item": ("- <script>window.__pwned=1</script>\n- after", "<script>window.__pwned=1"),
    "html-in-a-quotation": ("> <script>window.__pwned=1</script>\n>\n> after", "<script>window.__"),
    "html-over-paragraphs": ("<div onclick=window.__pwned=1>\n\ninside\n\n</div>", "<div onclick="),
    "half-marks": ("**bold *both _more `code", "**bold *both _more `code"),
    "placeholder": ("klzzwxh:0000 wzxhzdk:0 *x*", "klzzwxh:0000 wzxhzdk:0 x"),
    "no-footnotes": ("A note[^1] here.\n\n[^1]: The <b>note.", "A note[^1] here."),
    "no-tables": ("a | b\n--|--\n<b>1 | 2", "a | b --|-- <b>1 | 2"),
    "no-abbreviations": ("*[HTML]: x\n\nHTML words", "HTML words"),
    "speaker-in-brackets": ("[Question]: Why?\n\n[Answer]: *Because*.", "[Answer]: Because."),
    "many-headings": ("# a\n\n## a\n\n###### a\n\nafter", "after"),
    "address": ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&b=2"),
    "address-of-script": ("<javascript:window.__pwned=1>", "<javascript:window.__pwned=1>"),
    "voice-and-markup": ("<b>x</b> y\n{: voice=direct }", "<b>x</b> y"),
    "braces": ("{: } inside { words } {:", "{: } inside { words } {:"),
    "not-a-number": ("1986\\. A great year\n\n1) x", "1986. A great year"),
    "formula": ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    "one-long-word": ("w" * 5_000 + " *x*", "w" * 5_000),
    "quotation-never-closed": ("“We will, he said.\n\nMore words.\n", "“We will, he said."),
    "quotations-inside": ("“" * 200 + "x" + "”" * 100, "“" * 200 + "x"),
    "only-marks-of-direction": ("\u200f\u200e words", "words"),
}

CASES: tuple[Case, ...] = (
    *(
        shown(
            f"html-{name}",
            article(body=f"Before\n\n{markup}\n\nAfter\n"),
            "Before",
            markup,
            "After",
        )
        for name, markup in _HTML.items()
    ),
    *(
        shown(f"marks-{name}", article(body=f"Before\n\n{text}\n"), "Before", read)
        for name, (text, read) in _MARKS.items()
    ),
    refused(
        "voice-nobody-has", article(body="One.\n\nTwo.\n{: voice=own }\n"), 9, "does not say whose"
    ),
    refused(
        "voice-with-a-handler",
        article(body="Two.\n{: onclick=alert(1) }\n"),
        7,
        "does not say whose",
    ),
    refused("voice-with-a-class", article(body="*Two.*\n{: .x #p1 }\n"), 7, "does not say whose"),
)
