import type { Finding } from '@finsam/domain'

/** A finding as one line: severity, code, arithmetic, and the place with its printed text. */
export function findingText({ severity, code, arithmetic, at }: Finding): string {
  const page = at.page === undefined ? '' : `page ${at.page}, `
  return `${severity}: ${code}${arithmetic ? `: ${arithmetic}` : ''} (${page}line ${at.line}: ${at.text.replace(/\s+/g, ' ').trim()})`
}
