"""Building over the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext

_SCHEME = "dask://"
_TIMEOUT = 10
"""Seconds in which a cluster's scheduler has to answer."""


class ClusterError(Exception):
    """There is no such cluster, or what it needs is not installed; says what to do."""


def executor_at(address: str | None) -> AbstractContextManager[Executor | None]:
    """Give the executor at an address, such as 'dask://10.0.0.5:8786'; None where there is none.

    Raises ClusterError, when entered, where it cannot be used.
    """
    return nullcontext() if address is None else _dask(address)


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    host, _, port = address.removeprefix(_SCHEME).rpartition(":")
    if not address.startswith(_SCHEME) or not host or not port.isdigit():
        raise ClusterError(f'"{address}" is not an executor; write dask://HOST:PORT.')
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "Dask is not installed; install it with: pip install 'site-builder[dask]'."
        ) from None
    try:
        client = Client(f"tcp://{host}:{port}", timeout=_TIMEOUT)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError) as failure:
        raise ClusterError(f"No Dask scheduler answers at {host}:{port}.") from failure
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
