import { Worker } from 'node:worker_threads'
import { failure, type Result } from '@finsam/domain'
import type { ExtractFailureCode } from './extracted-text.ts'
import type { FileTask, Told } from './file-task.ts'

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

/** How long a worker that has told its result may take to put its native pictures away before it is ended. */
const graceMs = 5_000

/** Sources run under Vitest and directly under Node; everything else runs the build. */
const fromSource = import.meta.url.endsWith('.ts')

/**
 * Works on a file in a thread of its own, so that a hostile one can cost no more time and memory than its limits.
 *
 * @param result  picks the result from what the worker tells; undefined for what comes before it
 */
export function inWorker<Value>(
  task: FileTask,
  limits: ExtractLimits,
  result: (told: Told) => Result<Value, ExtractFailureCode> | undefined,
): Promise<Result<Value, ExtractFailureCode>> {
  const worker = new Worker(new URL(fromSource ? './extract-worker.ts' : './extract-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: fromSource ? ['--conditions=finsam-source', '--no-warnings'] : [],
    stdout: true,
    stderr: true,
  })
  return new Promise(resolve => {
    const end = (): void => void worker.terminate()
    const timer = setTimeout(() => {
      end()
      resolve(tooSlow)
    }, limits.milliseconds)
    worker.on('message', (told: Told) => {
      const value = result(told)
      if (!value) return
      clearTimeout(timer)
      // It ends by itself: a thread that is cut off while native code tidies up takes the whole process with it.
      const grace = setTimeout(end, graceMs)
      grace.unref()
      worker.once('exit', () => clearTimeout(grace))
      resolve(value)
    })
    const givenUp = (): void => {
      clearTimeout(timer)
      resolve(tooLarge)
    }
    worker.once('error', givenUp)
    worker.once('exit', givenUp)
  })
}
