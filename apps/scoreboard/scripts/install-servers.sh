#!/usr/bin/env bash
# Installs the servers that are examined as Debian has them. Needs root; starts no service.
set -euo pipefail

apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
  caddy \
  golang-github-rs-cors-dev golang-go \
  nginx \
  python3-fastapi python3-uvicorn \
  python3-flask-cors
