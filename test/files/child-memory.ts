import { existsSync, readFileSync } from 'node:fs'

const childrenFile = `/proc/self/task/${process.pid}/children`

/** The height of a process's memory in MB so far; 0 once it has ended. */
function heightOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0
  }
}

/** Watches the memory of this process's children until `stop`, which gives the most that one of them took, in MB. Elsewhere than on Linux it sees nothing. */
export function watchChildren(): { readonly stop: () => number } {
  let most = 0
  const look = (): void => {
    for (const pid of readFileSync(childrenFile, 'utf8').split(' ').filter(Boolean)) most = Math.max(most, heightOf(pid))
  }
  const timer = existsSync(childrenFile) ? setInterval(look, 10) : undefined
  return {
    stop: () => {
      clearInterval(timer)
      return Math.round(most)
    },
  }
}
