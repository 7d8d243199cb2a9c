import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readingFindings } from '@finsam/assistant'
import { findingWordings } from '@finsam/domain'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** One coded failure as the sources write it: its code and one message, slots shown as `…`. */
export interface ErrorCode {
  readonly code: string
  readonly example: string
  readonly where: string
}

const message = String.raw`(\`(?:[^\`\\]|\\.)*\`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`
const shapes = [
  new RegExp(String.raw`\bfailure\(\s*'([a-z-]+)',\s*${message}`, 'g'),
  new RegExp(String.raw`\brefusal\(\s*'([a-z-]+)',\s*\{\s*sv: (?:\`(?:[^\`\\]|\\.)*\`|'(?:[^'\\]|\\.)*'),\s*en: ${message}`, 'g'),
  new RegExp(String.raw`\bcode: '([a-z-]+)',\s*message: ${message}`, 'g'),
  new RegExp(String.raw`\bnew ToolError\(\s*'([a-z-]+)',\s*${message}`, 'g'),
]

const readable = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')
    .replace(/\\(['"`])/g, '$1')
    .replace(/\|/g, '\\|')
    .replace(/\s+/g, ' ')

/** Of several messages under one code the longest tells most; one made of slots alone tells nothing. */
function keepLonger(found: Map<string, ErrorCode>, next: ErrorCode): void {
  const words = /\p{L}{3,}/u.test(next.example)
  if (words && (found.get(next.code)?.example.length ?? 0) < next.example.length) found.set(next.code, next)
}

/** Every coded failure of packages and apps, each code once, with its longest message. */
export function failuresInSources(): ErrorCode[] {
  const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', {
    cwd: root,
    exclude: name => /\.test\.tsx?$|test-support/.test(name),
  }).sort()
  const found = new Map<string, ErrorCode>()
  for (const file of files) {
    const text = readFileSync(root + file, 'utf8')
    for (const shape of shapes)
      for (const [, code = '', literal = ''] of text.matchAll(shape))
        keepLonger(found, { code, example: readable(literal), where: file.split('/').slice(0, 2).join('/') })
  }
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code))
}

/** The page of all codes: failures that stop a request, and findings about a document. */
export function errorPage(): string {
  const failures = failuresInSources().map(({ code, example, where }) => `| \`${code}\` | ${example} | \`${where}\` |`)
  const findings = Object.entries({ ...readingFindings, ...findingWordings })
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, { sv, en }]) => `| \`${code}\` | ${sv} | ${en} |`)
  return `# Codes

Generated from the sources by \`node test/docs/write-errors.ts\`; a test holds the page to them. \`…\` stands for a name or a number. A code keeps its meaning for good.

## Failures: what was asked for could not be done

Each says what was wrong and what to do. None carries a stack trace or a path of the machine. A fault of finsam itself answers with \`internal\` and a number that the log has too.

| code | for example | from |
| --- | --- | --- |
${failures.join('\n')}

## Findings: what a reader of a document should know

Each stands with its place and, where there is one, the sum that was tried. \`{label}\` and the like are the finding's parameters.

| code | på svenska | in English |
| --- | --- | --- |
${findings.join('\n')}
`
}
