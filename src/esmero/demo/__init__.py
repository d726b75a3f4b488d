"""A lively desk to look around in: people, six weeks of talks, a shop, and a director who makes things happen."""
