"""The words that all floors speak: facts and events, messages in and out, abilities of channels, and ports."""
