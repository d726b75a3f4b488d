"""Esmero is a self-hosted desk where a company's people answer their customers.

Importing this package is cheap on purpose: it pulls in nothing, so that
``esmero --help`` and the tools answer at once.
"""

__version__ = "0.1.0"
