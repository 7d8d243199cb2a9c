import { spawn } from 'node:child_process'

/** The words of each page of a PDF, as another program reads them. */
export type SecondReading = readonly (readonly string[])[]

/** What the second reader may cost. */
export interface SecondReaderLimits {
  readonly milliseconds: number
  readonly bytes: number
}
const usualLimits: SecondReaderLimits = { milliseconds: 60_000, bytes: 64 * 1024 * 1024 }

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The words of `pdftotext -bbox`, page by page. */
export function parseBoxes(xhtml: string): SecondReading {
  return xhtml
    .split(/<page\b/)
    .slice(1)
    .map(page =>
      [...page.matchAll(/<word\b[^>]*>([^<]*)<\/word>/g)].map(([, word = '']) =>
        word.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => entities[entity] ?? entity),
      ),
    )
}

/**
 * Reads a PDF with poppler's `pdftotext`, where it is installed: an engine that shares no code with pdf.js.
 * It runs as a process of its own, bounded in time and output; undefined where it is absent, fails or goes beyond its limits.
 */
export function secondReading(
  bytes: Uint8Array,
  program = 'pdftotext',
  limits: SecondReaderLimits = usualLimits,
): Promise<SecondReading | undefined> {
  return new Promise(resolve => {
    const child = spawn(program, ['-bbox', '-l', '2000', '-enc', 'UTF-8', '-', '-'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limits.milliseconds,
      killSignal: 'SIGKILL',
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > limits.bytes) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', () => resolve(undefined))
    child.stdin.on('error', () => undefined)
    child.on('close', code => resolve(code === 0 && size <= limits.bytes ? parseBoxes(Buffer.concat(parts).toString('utf8')) : undefined))
    child.stdin.end(bytes)
  })
}
