import type { Finding } from '@finsam/domain'
import type { WordedFinding } from '../contract/documents.ts'

const told = (finding: Finding): string =>
  finding.arithmetic ??
  Object.entries(finding.parameters)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')

/** A finding with its sentence in both languages. */
export function wordFinding(finding: Finding): WordedFinding {
  const { code, severity, parameters, arithmetic, at, others } = finding
  return {
    code,
    severity,
    parameters,
    at,
    ...(arithmetic ? { arithmetic } : {}),
    ...(others ? { others } : {}),
    message: { sv: told(finding), en: told(finding) },
  }
}
