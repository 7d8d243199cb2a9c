import type { Result } from '@finsam/domain'
import type { ExtractedText, ExtractFailureCode, ReadProgress } from './extracted-text.ts'
import type { FileTask } from './file-task.ts'
import { inWorker, type WorkLimits } from './in-worker.ts'

/** So many pages on which the work breaks off are left out; a file with more of them is not worth the time. */
const mostBroken = 3

/**
 * Reads a file of a binary format in a worker. A page on which the work breaks off, by its limits or by a fault in native code, is left out
 * and the rest read anew, so that one bad page does not lose the others; it stands among the omissions.
 */
export async function extractPages(
  task: FileTask,
  limits: WorkLimits,
  onProgress?: (progress: ReadProgress) => void,
): Promise<Result<ExtractedText, ExtractFailureCode>> {
  const until = Date.now() + limits.milliseconds
  const withoutPages: number[] = []
  let furthest = 0
  for (;;) {
    let page = 0
    const { result, brokeOff } = await inWorker({ ...task, withoutPages }, { ...limits, milliseconds: until - Date.now() }, told => {
      if ('progress' in told) {
        page = told.progress.page
        if (page > furthest) onProgress?.(told.progress)
        furthest = Math.max(furthest, page)
      }
      return 'text' in told ? told.text : undefined
    })
    const again = brokeOff && task.kind === 'pdf' && withoutPages.length < mostBroken && !withoutPages.includes(page + 1)
    if (!again || Date.now() >= until) return result
    withoutPages.push(page + 1)
  }
}
