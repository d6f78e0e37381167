"""What the README's figures come from: run `python -m benchmarks` from the top of the source tree."""
