"""Passwords, kept as argon2id (RFC 9106) and checked off the event loop, two at a time."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 32 MiB and three passes in one lane: some 60 ms of a core. Two at once bound what a flood of sign-ins can take.
MEMORY_KIB = 32 * 1024
PASSES = 3
AT_ONCE = 2


class Passwords:
    """Hashes and checks passwords. Cheaper figures than the defaults are for tests alone."""

    def __init__(self, *, memory_kib: int = MEMORY_KIB, passes: int = PASSES) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="esmero-password")

    async def hash(self, password: str) -> str:
        """Return what to store: the hash with its figures and its salt."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.hash_now, password)

    async def check(self, password: str, stored: str | None) -> bool:
        """Tell whether this is the password. Without a stored one it takes as long and says no."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._check, password, stored)

    def hash_now(self, password: str) -> str:
        """`hash` for code without an event loop."""
        return self._hasher.hash(password.encode("utf-8", "surrogatepass"))

    def is_outdated(self, stored: str) -> bool:
        """Tell whether it was hashed with other figures than today's."""
        return self._hasher.check_needs_rehash(stored)

    def close(self) -> None:
        """End the threads, after what they are doing."""
        self._threads.shutdown()

    def _check(self, password: str, stored: str | None) -> bool:
        against = stored or self._decoy
        with contextlib.suppress(VerificationError, InvalidHashError):
            self._hasher.verify(against, password.encode("utf-8", "surrogatepass"))
            return stored is not None
        return False

    @cached_property
    def _decoy(self) -> str:
        """A hash that is nobody's, to spend the same time on an account that doesn't exist."""
        return self.hash_now("nobody")
