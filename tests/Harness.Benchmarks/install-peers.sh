#!/usr/bin/env bash
# What the comparisons with Python need beside .NET: Debian's NumPy and PyTorch, and OpenBLAS so that their matrix products are as fast as they get.
# Never needed by the build or the tests. As root the packages are installed. Anyone else gets what is missing unpacked where the benchmarks look for it.
set -euo pipefail
packages=(python3 python3-numpy python3-torch libopenblas0-pthread)
if [ "$(id -u)" -eq 0 ]; then
    apt-get update -q
    apt-get install -y -q --no-install-recommends "${packages[@]}"
    exit
fi
root=$(realpath -m "${1:-$(dirname "$0")/bin/Release/net10.0/peers/root}")
mkdir -p "$root/archives"
cd "$root/archives"
# Everything that they depend on and that is not installed.
mapfile -t missing < <(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "${packages[@]}" \
    | grep '^[a-z0-9]' | sort -u | xargs apt-cache policy | awk '/^[a-z0-9].*:$/ { name = substr($0, 1, length($0) - 1) } /Installed: \(none\)/ { print name }')
for package in "${missing[@]}"; do
    apt-get download -q "$package"
    dpkg -x "$package"_*.deb "$root"
done
cd "$root" && rm -rf archives
echo "Unpacked ${#missing[@]} packages into $root."
