import { defineConfig } from 'vitest/config'

// Tests import the packages' TypeScript sources through the `finsam-source` export condition, so that they need no build.
export default defineConfig({
  ssr: { resolve: { conditions: ['finsam-source', 'module', 'node', 'default'] } },
  resolve: { conditions: ['finsam-source', 'module', 'node', 'default'] },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.mjs'],
    testTimeout: 20_000,
  },
})
