#!/bin/sh
# Installs valgrind on Debian. Needs root.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install --yes --no-install-recommends valgrind
