# The site as one image: web, worker, beat and migrate differ only by their command.

FROM python:3.11-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
COPY requirements.lock requirements-production.lock ./
RUN awk '/^[a-z]/ { mine = /^uv==/ } mine' requirements.lock > uv.lock \
    && pip install --quiet --require-hashes -r uv.lock \
    && python -m venv --without-pip /opt/venv \
    && VIRTUAL_ENV=/opt/venv uv pip sync --require-hashes requirements-production.lock

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home balance \
    && install -d -o balance -g balance /srv/static /srv/media
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv/balance
COPY manage.py ./
COPY config config
COPY articles articles
COPY balance balance
COPY templates templates
COPY static static
COPY locale locale
COPY docs/codebook.md docs/codebook.md
RUN python -m config.launch.catalogues && python -m compileall -q .
USER balance
EXPOSE 8000
CMD ["python", "-m", "config.launch", "web"]
