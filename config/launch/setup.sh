#!/bin/sh
# Make or renew the virtual environment $1 from requirements.lock.
# As root it may install the one Debian package this needs; otherwise it touches nothing else.
set -eu
venv=$1

say() { printf '%s\n' "$*" >&2; }

suits() { command -v "$1" >/dev/null 2>&1 &&
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }

python=
for candidate in "${PYTHON:-python3}" python3.11 python3.12 python3.13; do
  if suits "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
  say "Balance needs Python 3.11 to 3.13, and there is none here that suits" \
    "(looked at ${PYTHON:-python3}, python3.11, python3.12, python3.13)."
  say "On Debian 12 or later: apt-get install python3 python3-venv"
  say "Or name one: make PYTHON=/path/to/python3.11 run"
  exit 1
fi

# An environment of another machine or folder does not run, and is made anew.
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      say "Installing python3-venv"
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >&2
    else
      say "Python's venv is missing. Run this, then make again:"
      say "  sudo apt-get install python3-venv"
      exit 1
    fi
  fi
  say "Making $venv"
  "$python" -m venv --clear "$venv"
fi

say "Installing the locked packages"
# Networks with a certificate of their own put it where the system keeps them.
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then export UV_SYSTEM_CERTS=1; fi
part=$(mktemp)
trap 'rm -f "$part"' EXIT
awk '/^[a-z]/ { mine = /^uv==/ } mine' requirements.lock >"$part"
if "$venv/bin/python" -m pip install --quiet --require-hashes -r "$part" &&
  VIRTUAL_ENV=$venv "$venv/bin/uv" pip sync --quiet --require-hashes requirements.lock; then
  exit 0
fi
say "uv could not do it; trying with pip, which takes longer"
"$venv/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
