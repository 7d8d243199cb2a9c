import type { Verification } from '@finsam/indexer'
import { refuse, say, warn } from '../print/console.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'

export interface VerifyOptions extends CommonOptions {
  readonly repair?: boolean
}

function tell({ documents, passages, bytes, faults }: Verification): number {
  for (const fault of faults) warn(`finsam: ${fault.document}: ${fault.kind}: ${fault.detail}`)
  say(`${documents} documents, ${passages} passages, ${bytes} bytes of originals, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}

/** `finsam store verify [--repair]`: exit code 1 where faults remain. */
export const verifyCommand = (options: VerifyOptions): Promise<number> =>
  withStore(options, false, async ({ store }) => {
    if (!options.repair) return tell(await store.verify())
    const repaired = await store.repair()
    return repaired.ok ? tell(repaired.value) : refuse(repaired.failure)
  })

/** `finsam store list`: id, kind, year, association and file name of each document. */
export const listCommand = (options: CommonOptions): Promise<number> =>
  withStore(options, false, async ({ store }) => {
    for (const { id, kind, year, association, fileName } of await store.documents())
      say([id, kind, year ?? '', association, fileName].join('\t'))
    return 0
  })

/** `finsam store remove ID`: takes the document out, its original included. */
export const removeCommand = (id: string, options: CommonOptions): Promise<number> =>
  withStore(options, false, async ({ store }) => {
    const removed = await store.remove(id)
    if (!removed.ok) return refuse(removed.failure)
    say(`${removed.value.id}: removed`)
    return 0
  })
