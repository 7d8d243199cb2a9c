import type { Finding } from '@finsam/domain'
import { findingText } from '../../report/finding-text.ts'
import type { CheckRecord, FindingRecord } from './figure-record.ts'

export const findingRecord = (finding: Finding): FindingRecord => ({
  code: finding.code,
  severity: finding.severity,
  ...(finding.arithmetic === undefined ? {} : { arithmetic: finding.arithmetic }),
  text: findingText(finding, 'en'),
  document: finding.at.document,
  ...(finding.at.page === undefined ? {} : { page: finding.at.page }),
  line: finding.at.line,
})

export const findingLine = ({ severity, text, arithmetic, document, page, line }: FindingRecord): string =>
  `${severity}: ${text}${arithmetic && !text.includes(arithmetic) ? ` (${arithmetic})` : ''} [${document}${page === undefined ? '' : ` p. ${page}`} line ${line}]`

export const checkLine = ({ rule, label, holds, state, arithmetic }: CheckRecord): string =>
  `${state ?? (holds ? 'holds' : 'BROKEN')}: ${rule}${label === undefined ? '' : ` (${label})`}${arithmetic === undefined ? '' : `: ${arithmetic}`}`
