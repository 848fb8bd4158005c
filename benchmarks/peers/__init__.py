"""The other side of the comparison. Each file is a program that serves one port; `names.py` reads and writes JSON."""
