"""Rest for the garbage collector while many objects are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Loading makes half a million objects that stay: to look through them for garbage is a third of its time.

    An article's objects refer to each other in no circles, and stay until it is written: a tenth of its time.

    >>> with collector_at_rest():
    ...     gc.isenabled()
    False
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
