import { defineConfig } from 'vite'

const texts = ['om', 'about', 'tillganglighet', 'accessibility']

// One script and one style sheet: the page is small, and the security policy forbids everything that is not its own file.
// The texts about the service are pages of their own, which need no script.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: { input: ['index.html', ...texts.map(name => `texts/${name}.html`)] },
  },
})
