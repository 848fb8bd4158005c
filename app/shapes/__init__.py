"""What answers show, and the few statements that fetch exactly that.

Each function takes many ids at once: the number of SQL statements does not depend on how many there are.
"""
