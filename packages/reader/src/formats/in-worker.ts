import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { failure, type Result } from '@finsam/domain'
import type { ExtractFailureCode } from './extracted-text.ts'
import type { FileTask, Told } from './file-task.ts'

/** What one file may cost its worker. */
export interface WorkLimits {
  readonly milliseconds: number
  readonly megabytes: number
  /** How long it may tell nothing, neither progress nor a result; as long as it may take in all, where not said. */
  readonly silentMilliseconds?: number
}

/** How a worker's task ended. */
export interface WorkEnding<Value> {
  readonly result: Result<Value, ExtractFailureCode>
  /** It ended before it told a result: it went beyond a limit, or native code failed. */
  readonly brokeOff: boolean
}

const tooSlow = failure(
  'too-slow',
  'The file took too long to read. Split it, or save it anew from the program that made it, and read that one.',
)
const tooLarge = failure(
  'too-large',
  'The file needs more memory than a document may. Split it, or save it anew from the program that made it, and read that one.',
)
const unreadable = failure(
  'damaged',
  'The file cannot be read: the work on it broke off. Save it anew from the program that made it, and read that one.',
)

/** How long a worker that has told its result may take to put its native pictures away before it is ended. */
const graceMs = 5_000

/** Sources run under Vitest and directly under Node; everything else runs the build. */
const fromSource = import.meta.url.endsWith('.ts')

const program = fileURLToPath(new URL(fromSource ? './extract-worker.ts' : './extract-worker.js', import.meta.url))

/**
 * Works on a file in a process of its own, so that a hostile one can cost no more time and memory than its limits, and native code that
 * fails on it takes nothing else with it.
 *
 * @param result  picks the result from what the worker tells; undefined for what comes before it
 */
export function inWorker<Value>(
  task: FileTask,
  limits: WorkLimits,
  result: (told: Told) => Result<Value, ExtractFailureCode> | undefined,
): Promise<WorkEnding<Value>> {
  const worker = fork(program, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.megabytes}`, '--no-warnings', ...(fromSource ? ['--conditions=finsam-source'] : [])],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise(resolve => {
    const end = (): void => void worker.kill('SIGKILL')
    const breakOff = (failed: Result<Value, ExtractFailureCode>): void => resolve({ result: failed, brokeOff: true })
    const giveUp = (): void => {
      end()
      breakOff(tooSlow)
    }
    const timer = setTimeout(giveUp, limits.milliseconds)
    const silence = setTimeout(giveUp, limits.silentMilliseconds ?? limits.milliseconds)
    const settle = (): void => {
      clearTimeout(timer)
      clearTimeout(silence)
    }
    worker.on('message', (told: Told) => {
      silence.refresh()
      const value = result(told)
      if (!value) return
      settle()
      const grace = setTimeout(end, graceMs)
      worker.once('exit', () => clearTimeout(grace))
      resolve({ result: value, brokeOff: false })
    })
    // Node aborts when its heap is full, and the guard of its memory kills it; any other end before a result is a fault in the work itself.
    worker.once('exit', (_, signal) => {
      settle()
      breakOff(signal === 'SIGABRT' || signal === 'SIGKILL' ? tooLarge : unreadable)
    })
    worker.on('error', () => {
      settle()
      breakOff(unreadable)
    })
    worker.send(task)
  })
}
