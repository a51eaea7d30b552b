#!/bin/sh
# Installs the three engines, and what they need without a screen, on Debian. Needs root.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install --yes --no-install-recommends chromium firefox-esr webkit2gtk-driver xvfb
