"""What can go wrong where the built site meets the disk."""

from __future__ import annotations


class OutputError(Exception):
    """The site cannot be published; the old one is as it was.

    Prints as `message`, and `next_step` on a line of its own below it.
    """

    def __init__(self, message: str, next_step: str, *, clash: bool = False) -> None:
        self.message = message
        """What is wrong, as one clause without a full stop."""
        self.next_step = next_step
        """What to do about it, as one sentence."""
        self.clash = clash
        """Whether another file of the site may be in the way."""
        super().__init__(f"{message}\n  {next_step}")

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str], dict[str, bool]]:
        """Travel between processes with all of its parts."""
        return type(self), (self.message, self.next_step), {"clash": self.clash}
