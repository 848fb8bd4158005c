"""Side-by-side runs against peers and against the ceiling, on one machine, one database and one core.

    make bench                                       compare.py: the table of ratios, with the project's bars
    make bench ARGS='--people 5000 --quick'          the same in about a minute, for development
    make bench-growth                                growth.py: 10,000 and 100,000 people
    make bench-growth ARGS='--people 1000000'        any other size, or several: repeat --people

`--reuse` in ARGS asks the world that an earlier run of that size left, which saves most of the time; after a change to
what loading writes, leave it out. `--help` lists the other options.

**What is compared.** `peers/` holds the other side: the *ceiling*, a bare ASGI application that answers constant bytes,
the very bytes that we gave, headers and all; *Datasette*, queries in SQL over our tables; *naive*, the FastAPI and
SQLModel service that most would write over our tables. `cases.py` holds the questions.

**What makes it fair.** Every server is one process under the same uvicorn settings (uvloop, httptools, no access log)
on the same core, asked by the same client over the same number of connections, in turn, in rotated order; only a server
so slow that a run would hardly end is asked over fewer. Before the timing many addresses of a case are asked of every
peer, as many as it answers in half a minute, and the answers must be the same in substance: the same ids in the same
order, the same founders, the same totals, the same evidence. Where an answer of ours carries more than the case is
about (hires, figures, activities, coverage, the query as understood), the peers are spared it. They get an index of
names made for them. Every answer that is timed must have the status that was expected.

**What is measured.** Requests per second of the *server's* CPU time, user and system, which other work on the machine
disturbs least; beside it requests per second by the clock, and latencies as the client sees them.

Needs Linux: processes are pinned to cores, and another process's CPU time is read from its clock. Worlds and results
are kept in `var/bench/`. Peers are installed into `.venv-bench` from `benchmarks/requirements.lock`.

Beside the runs stands a list to measure reading on: `names.tsv`, real Chinese names as Korean papers print them, half
of them to tune on and half to report on. `name_list.py` reads it and says what its columns mean.
"""
