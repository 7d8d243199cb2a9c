import { type Finding, findingSentence } from '@finsam/domain'
import type { WordedFinding } from '../contract/documents.ts'

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
    message: { sv: findingSentence(finding, 'sv'), en: findingSentence(finding, 'en') },
  }
}
