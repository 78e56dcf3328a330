#!/bin/sh
# See that there is a Chromium for the tests in tests/browser. As root, install Debian's.
set -eu
if [ "${BROWSER:-1}" = 0 ]; then
  echo "BROWSER=0: skipping what needs Chromium (pages, accessibility, JavaScript units)."
  exit 0
fi
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing chromium" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2
  exit 0
fi
cat >&2 <<'END'
The tests in tests/browser need Chromium, and there is none. Either install it:
  sudo apt-get install chromium
or leave those tests out:
  BROWSER=0 make test
END
exit 1
