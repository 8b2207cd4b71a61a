"""How hard fuzz tests try: a little by default, and as long as `make fuzz` says."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings


def effort(few: int) -> settings:
    """Return settings for `few` examples, or for as many as SITE_BUILDER_FUZZ names."""
    return settings(
        max_examples=int(os.environ.get("SITE_BUILDER_FUZZ", few)),
        deadline=None,  # a busy machine is no fault of what is tested
        suppress_health_check=list(HealthCheck),
    )
