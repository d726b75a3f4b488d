"""The kinds of channels: each turns what a provider sends into an `Inbound`, and an `Outgoing` into what it takes."""
