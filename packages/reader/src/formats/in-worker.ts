import { Worker } from 'node:worker_threads'
import { failure, type Result } from '@finsam/domain'
import type { ExtractMessage, ExtractTask } from './extract-worker.ts'
import type { ExtractedText, ExtractFailureCode, ReadProgress } from './extracted-text.ts'

/** What one file may cost its worker. */
export interface ExtractLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

const tooSlow = failure(
  'too-slow',
  'The file took too long to read. Split it, or save it anew from the program that made it, and read that one.',
)
const tooLarge = failure(
  'too-large',
  'The file needs more memory than a document may. Split it, or save it anew from the program that made it, and read that one.',
)

/** Sources run under Vitest and directly under Node; everything else runs the build. */
const fromSource = import.meta.url.endsWith('.ts')

/** Extracts in a thread of its own, so that a hostile file can cost no more time and memory than its limits. */
export function extractInWorker(
  task: ExtractTask,
  limits: ExtractLimits,
  onProgress?: (progress: ReadProgress) => void,
): Promise<Result<ExtractedText, ExtractFailureCode>> {
  const worker = new Worker(new URL(fromSource ? './extract-worker.ts' : './extract-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: fromSource ? ['--conditions=finsam-source', '--no-warnings'] : [],
    stdout: true,
    stderr: true,
  })
  return new Promise(resolve => {
    const timer = setTimeout(() => finish(tooSlow), limits.milliseconds)
    function finish(result: Result<ExtractedText, ExtractFailureCode>): void {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    worker.on('message', (message: ExtractMessage) => ('result' in message ? finish(message.result) : onProgress?.(message.progress)))
    worker.once('error', () => finish(tooLarge))
    worker.once('exit', () => finish(tooLarge))
  })
}
