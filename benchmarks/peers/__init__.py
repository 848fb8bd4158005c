"""The other side of the comparison. Each file is a program that serves one port."""
