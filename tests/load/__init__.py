"""What `bin/bench` measures, each figure beside a baseline of the same run."""
