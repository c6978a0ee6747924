#!/bin/sh
# update.sh: writes down anew what all cases of tests/cli and tests/golden give. Read the difference before you keep it.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/update.sh [BUILD-FOLDER]     (build/dev unless told)
set -eu
cd "$(dirname "$0")/.."
build=${1-build/dev}
rxcite=$build/rxcite

"$rxcite" --quiet --overwrite build data/samples -o "$build/tests/cli/built"
"$rxcite" --quiet --overwrite build tests/golden/library -o "$build/tests/golden/built"
for case in tests/cli/*.sh; do
    tests/cli/run --update "$build" "$case" || true
done
cd tests/golden
for case in */*/*.in; do
    ./run --update "../../$build" "$case" || echo "tests/golden/$case failed"
done
git -C ../.. status --short tests
