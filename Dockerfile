# One image: migrates, loads the seeds, serves on port 8000.
#   docker build -t haigui . && docker run -p 8000:8000 -v haigui:/data haigui
#   docker run -v haigui:/data haigui haigui stats
ARG PYTHON_IMAGE=python:3.11-slim

FROM ${PYTHON_IMAGE} AS build
WORKDIR /srv
RUN python3 -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/python -m pip install -qq --disable-pip-version-check --no-cache-dir \
    --require-hashes --only-binary :all: -r requirements.lock
COPY . ./
# Editable: the code stays in /srv beside the migrations and seeds it looks for. Its bytecode is written now,
# because the user of the running container may not write there, and is trusted whatever the files' times become.
RUN /venv/bin/python -m pip install -qq --disable-pip-version-check --no-cache-dir \
    --no-deps --no-build-isolation -e . \
    && /venv/bin/python -m compileall -q --invalidation-mode unchecked-hash app migrations

FROM ${PYTHON_IMAGE}
RUN groupadd --gid 10001 haigui \
    && useradd --uid 10001 --gid haigui --no-create-home --home-dir /data --shell /usr/sbin/nologin haigui \
    && install -d -o haigui -g haigui /data
COPY --from=build /venv /venv
COPY --from=build /srv /srv
WORKDIR /srv
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HAIGUI_DATABASE_URL=sqlite:////data/haigui.db
VOLUME /data
EXPOSE 8000
# By number, so that an orchestrator can see it is not root.
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# `exec` makes the server process 1, so that `docker stop` reaches it.
CMD ["sh", "-c", "haigui migrate && haigui load && exec haigui serve --host 0.0.0.0 --port 8000"]
