"""One folder for each thing that goes wrong when service moves to the web, and for what any desk has."""
