#!/usr/bin/env bash
# Mutation testing of the judge: fails where fewer than 85 % of a folder's mutants are noticed. Takes some three hours: every mutant runs 430 tests of instrumented code, about twelve seconds.
# From the root: tests/mutations.sh [folder ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/Harness.Tests"
export HARNESS_MUTATION=true
[ $# -gt 0 ] || set -- Statistics Claims
dotnet tool restore
below=0
for folder; do
  dotnet stryker --skip-version-check --mutate "$folder/**/*.cs" --output "StrykerOutput/$folder" || below=1
done
exit "$below"
