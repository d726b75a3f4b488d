"""What the live edge needs of the desk that `app/` composed."""

from __future__ import annotations

from typing import Protocol

from esmero.live.services import Services
from esmero.web.desk import Desk


class LiveDesk(Desk, Protocol):
    """The desk, as the live edge sees it."""

    @property
    def services(self) -> Services: ...
