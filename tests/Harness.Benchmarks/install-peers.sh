#!/usr/bin/env bash
# What the comparisons with Python need beside .NET: Debian's NumPy and PyTorch, and OpenBLAS so that their matrix products are as fast as they get.
# Never needed by the build or the tests. As root the packages are installed; anyone else gets them unpacked into the folder given as first argument
# (default: peers/root beside this script), which the benchmarks find by themselves.
set -euo pipefail
packages=(python3 python3-numpy python3-torch libopenblas0-pthread)
if [ "$(id -u)" -eq 0 ]; then
    apt-get update -q
    apt-get install -y -q --no-install-recommends "${packages[@]}"
    exit
fi
root=$(realpath -m "${1:-$(dirname "$0")/peers/root}")
mkdir -p "$root/archives"
cd "$root/archives"
# The whole closure: what is installed already is cheap beside working out what may be left out.
apt-get download $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "${packages[@]}" \
    | grep '^[a-z0-9]' | sort -u | xargs apt-cache policy | awk '/^[a-z0-9].*:$/ { name = substr($0, 1, length($0) - 1) } /Installed: \(none\)/ { print name }')
for archive in *.deb; do
    dpkg -x "$archive" "$root"
done
rm -- *.deb
