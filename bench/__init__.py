"""Benchmarks: `make bench` prints a table of what each heavy thing costs on this machine."""
