#!/bin/sh
# See that there is GNU gettext, which collects the sentences. As root, install Debian's.
set -eu
if command -v xgettext >/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing gettext" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gettext >&2
  exit 0
fi
echo "Collecting the sentences needs GNU gettext, and there is none. Install it:" >&2
echo "  sudo apt-get install gettext" >&2
exit 1
