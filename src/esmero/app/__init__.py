"""The composition root: the only place that builds objects and joins them."""

from __future__ import annotations

from esmero.app.desk import Desk, open_desk
from esmero.app.mail import Mail

__all__ = ["Desk", "Mail", "open_desk"]
