#!/usr/bin/env bash
# Mutation testing of the engine's calculations, checks, projections and corrections, on a copy, so that the working tree stays as it is.
# A second argument mutates some files only: mutate.sh /tmp/copy 'packages/domain/src/check/sums.ts,packages/domain/src/check/rule.ts'.
# Wants `npm ci` in the root and in bench/. The report (mutation.json) is left in the copy, whose path is printed.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
copy="${1:-$(mktemp -d)}"
PATH="$root/node_modules/.bin:$PATH"
mkdir -p "$copy/packages" "$copy/docs" "$copy/node_modules"
cp -r "$root/packages/domain" "$copy/packages/"
rm -rf "$copy/packages/domain/node_modules" "$copy/packages/domain/dist"
cp -r "$root/data" "$copy/"
cp "$root/docs/finsam-rules.md" "$copy/docs/"
cp "$root/bench/domain/stryker.config.json" "$copy/"
cp "$root/tsconfig.base.json" "$copy/"
cp -r "$root/bench/node_modules" "$copy/"
for name in zod fast-check pure-rand; do [ -e "$copy/node_modules/$name" ] || cp -r "$root/node_modules/$name" "$copy/node_modules/"; done
# Fewer runs of each law: a mutant that lives through eight is looked at by hand.
sed -i -E 's/numRuns: [0-9]+/numRuns: 8/' "$copy"/packages/domain/src/*/*.test.ts
printf '{"name":"mutated","private":true,"type":"module"}\n' > "$copy/package.json"
cat > "$copy/vitest.config.ts" <<'CONFIG'
import { defineConfig } from 'vitest/config'
// The tests of the engine, and those over the golden documents.
export default defineConfig({
  test: {
    include: ['packages/domain/src/{calculate,check,concepts,correct,explain,library,load,project,query}/*.test.ts', 'packages/domain/src/golden.test.ts'],
    // One worker for all mutants: what is mutated keeps no state between tests, and a worker a file costs more than the tests.
    isolate: false,
    testTimeout: 20000,
  },
})
CONFIG
cd "$copy"
echo "in $copy"
nice -n 15 npx --no-install stryker run ${2:+--mutate "$2"}
