"""Notes everything that a clean page never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

_REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => console.error(
  'content policy: ' + event.violatedDirective + ' ' + event.blockedURI));
"""


class Watch:
    """The faults of one page, from its opening on."""

    def __init__(self, page: Page, base: str) -> None:
        self.faults: list[str] = []
        """One line for each console error, uncaught exception or outside request."""
        self._base = base
        page.add_init_script(_REPORT_VIOLATIONS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        page.on("request", self._follow)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        where = message.location.get("url", "")
        # Opening an absent address, as the tests of the 404 page do, is no fault of a page.
        opened = message.page.url if message.page else ""
        if "status of 404" in message.text and where == opened:
            return
        self.faults.append(f"console {message.type}: {message.text} ({where})")

    def _follow(self, request: Request) -> None:
        if not request.url.startswith((self._base, "data:", "blob:", "about:")):
            self.faults.append(f"request outside {self._base}: {request.url}")
