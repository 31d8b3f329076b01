#!/usr/bin/env bash
# Sets up what is missing for `npm run demo` and `npm test`: system packages through apt, node modules, the build.
# Prints what it does on stderr; without root or apt it says in one line what to install and exits 69.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*" >&2; }

# Debian packages that are missing, by the command that proves them.
missing=()
if [ -z "${REDIS_URL:-}" ] && [ -z "${WIRECOPY_REDIS_BIN:-}" ] && ! command -v redis-server >/dev/null && ! command -v valkey-server >/dev/null; then
  missing+=(redis-server)
fi
# A server of their own is what the tests of the PostgreSQL journal run on; the demo and the program need none.
if [ -z "${WIRECOPY_NO_POSTGRES:-}" ] && [ "${npm_lifecycle_event:-}" != demo ] && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  missing+=(postgresql)
fi
# The SFTP sink is tested against a real server.
if [ -z "${WIRECOPY_NO_SSHD:-}" ] && [ "${npm_lifecycle_event:-}" != demo ] && ! { [ -x /usr/sbin/sshd ] && command -v ssh-keygen >/dev/null; }; then
  missing+=(openssh-server openssh-client)
fi
# So are the ways in: files by SFTP and FTP, mail by IMAP.
if [ -z "${WIRECOPY_NO_SERVERS:-}" ] && [ "${npm_lifecycle_event:-}" != demo ] && [ "$(id -u)" = 0 ]; then
  [ -x /usr/sbin/vsftpd ] || missing+=(vsftpd)
  [ -x /usr/sbin/dovecot ] || missing+=(dovecot-imapd)
  command -v openssl >/dev/null || missing+=(openssl)
fi
# Programs that are not ours: xmllint checks what leaves as XML, faketime bends clocks, kcat brings Kafka brokers for tests.
if [ "${npm_lifecycle_event:-}" != demo ] && [ "$(id -u)" = 0 ]; then
  command -v xmllint >/dev/null || missing+=(libxml2-utils)
  command -v faketime >/dev/null || missing+=(faketime)
  command -v kcat >/dev/null || missing+=(kcat)
fi
modules_current() { [ -f node_modules/.wirecopy-lock ] && cmp -s package-lock.json node_modules/.wirecopy-lock; }
if ! modules_current; then
  # better-sqlite3 compiles where no prebuilt binary can be fetched.
  command -v g++ >/dev/null && command -v make >/dev/null || missing+=(build-essential)
  command -v python3 >/dev/null || missing+=(python3)
fi
for extra in "$@"; do
  command -v "${extra#*:}" >/dev/null || missing+=("${extra%%:*}")
done

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "wirecopy: please install first: sudo apt-get install -y ${missing[*]}" >&2
    exit 69
  fi
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # A package's service must not start: tests and demo run servers of their own.
  printf '#!/bin/sh\nexit 101\n' > /tmp/wirecopy-policy && chmod +x /tmp/wirecopy-policy
  [ -e /usr/sbin/policy-rc.d ] || { cp /tmp/wirecopy-policy /usr/sbin/policy-rc.d; remove_policy=1; }
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2
  [ -z "${remove_policy:-}" ] || rm -f /usr/sbin/policy-rc.d
fi

if ! modules_current; then
  say 'installing node modules'
  # Node's own headers, where they are installed, spare node-gyp a download.
  headers="$(dirname "$(dirname "$(command -v node)")")"
  if [ -z "${npm_config_nodedir:-}" ] && [ -f "$headers/include/node/node.h" ]; then export npm_config_nodedir="$headers"; fi
  npm ci --ignore-scripts --no-audit --no-fund >&2
  # No package runs a script of its own when it is installed; this one has to be built.
  npm rebuild better-sqlite3 --ignore-scripts=false >&2
  cp package-lock.json node_modules/.wirecopy-lock
fi

if [ ! -f dist/cli/wirecopy.js ] || [ -n "$(find src package.json tsconfig.json tsconfig.build.json -newer dist/.tsbuildinfo -print -quit)" ]; then
  say 'building'
  rm -rf dist
  npx --no-install tsc -p tsconfig.build.json >&2
  chmod +x dist/cli/wirecopy.js
fi
