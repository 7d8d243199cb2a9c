import { defineConfig } from 'vitest/config'

// Tests import the packages' TypeScript sources through the `finsam-source` export condition, so that they need no build.
export default defineConfig({
  ssr: { resolve: { conditions: ['finsam-source', 'module', 'node', 'default'] } },
  resolve: { conditions: ['finsam-source', 'module', 'node', 'default'] },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.mjs'],
    // A busy machine may take its time: how long something takes is measured in bench/, not here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
