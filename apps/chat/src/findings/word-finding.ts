import { findingText } from '@finsam/assistant'
import type { Finding } from '@finsam/domain'
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
    message: { sv: findingText(finding, 'sv'), en: findingText(finding, 'en') },
  }
}
