import type { Finding } from '@finsam/domain'
import type { CheckRecord, FindingRecord } from './figure-record.ts'

/** `sum differs from total: label Summa kostnader, difference 60000`: the code in words, then its parameters. */
function findingText({ code, parameters }: Finding): string {
  const told = Object.entries(parameters).map(([name, value]) => `${name} ${value}`)
  return [code.replaceAll('-', ' '), told.join(', ')].filter(part => part).join(': ')
}

export const findingRecord = (finding: Finding): FindingRecord => ({
  code: finding.code,
  severity: finding.severity,
  ...(finding.arithmetic === undefined ? {} : { arithmetic: finding.arithmetic }),
  text: findingText(finding),
  document: finding.at.document,
  ...(finding.at.page === undefined ? {} : { page: finding.at.page }),
  line: finding.at.line,
})

export const findingLine = ({ severity, text, arithmetic, document, page, line }: FindingRecord): string =>
  `${severity}: ${text}${arithmetic && !text.includes(arithmetic) ? ` (${arithmetic})` : ''} [${document}${page === undefined ? '' : ` p. ${page}`} line ${line}]`

export const checkLine = ({ rule, label, holds, arithmetic }: CheckRecord): string =>
  `${holds ? 'holds' : 'BROKEN'}: ${rule} (${label})${arithmetic ? `: ${arithmetic}` : ''}`
