#!/usr/bin/env bash
# What the comparison needs beside .NET: Debian's NumPy, and OpenBLAS so that its matrix products are as fast as they get.
set -euo pipefail
apt-get update -q
apt-get install -y -q --no-install-recommends python3 python3-numpy libopenblas0-pthread
