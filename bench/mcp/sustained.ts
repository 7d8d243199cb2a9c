import { HttpClient } from './http-client.ts'
import { residentMb } from './processes.ts'
import { ask, figures, manyFigures } from './works.ts'

const clients = 16

/** Sixteen clients at once for a while: errors, and memory in the first half and in the second. */
export async function sustained(url: URL, pid: number, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1_000
  let calls = 0
  let errors = 0
  const memory: number[] = []
  const sampling = setInterval(() => memory.push(residentMb(pid)), 1_000)
  const works = [figures, ask, manyFigures]
  const work = async (first: number): Promise<void> => {
    const client = new HttpClient(url)
    for (let turn = first; performance.now() < until; turn++) {
      const { tool, args } = works[turn % works.length] ?? figures
      await client.call(tool, args[turn % args.length] ?? {}).catch(() => {
        errors += 1
      })
      calls += 1
    }
    client.close()
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => work(index)))
  clearInterval(sampling)
  const half = memory.slice(0, Math.ceil(memory.length / 2))
  console.log(
    `${clients} clients for ${seconds} s: ${calls} calls, ${(calls / seconds).toFixed(0)} a second, ${errors} errors; memory at most ${Math.max(...half).toFixed(0)} MB in the first half, ${Math.max(...memory.slice(half.length)).toFixed(0)} MB in the second`,
  )
}
