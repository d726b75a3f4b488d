"""The pages that browsers open: the console, the widget's frame, the loader on the shop's page."""
