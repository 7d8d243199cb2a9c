import type { WaitingFile, WaitingFiles } from '@finsam/indexer'

/** A waiting area that lives as long as the test. */
export function memoryWaiting(): WaitingFiles {
  const files = new Map<string, { readonly file: WaitingFile; readonly bytes: Uint8Array }>()
  return {
    put: async ({ bytes, ...file }) => {
      files.set(file.id, { file: { ...file, size: bytes.length }, bytes })
    },
    list: async () => [...files.values()].map(({ file }) => file),
    bytes: async id => files.get(id)?.bytes,
    remove: async id => {
      files.delete(id)
    },
  }
}
