import type { Finding } from '@finsam/domain'
import type { WordedFinding } from '../contract/documents.ts'
import { wordings } from './wordings.ts'

type Language = 'sv' | 'en'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** A wording with its slots filled; where the finding lacks a parameter, a dash. */
function filled(wording: string, parameters: Finding['parameters'], language: Language): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]
    return typeof value === 'number' ? value.toLocaleString(locales[language]) : String(value ?? '–')
  })
}

/** A code without a wording of its own is told as it is, with its parameters: better plain than hidden. */
const plain = ({ code, parameters }: Finding): string =>
  [code, ...Object.entries(parameters).map(([name, value]) => `${name}: ${value}`)].join(', ')

/** A finding with its sentence in both languages. */
export function wordFinding(finding: Finding): WordedFinding {
  const { code, severity, parameters, arithmetic, at, others } = finding
  const wording = wordings[code]
  const say = (language: Language) => (wording ? filled(wording[language], parameters, language) : plain(finding))
  return {
    code,
    severity,
    parameters,
    at,
    ...(arithmetic ? { arithmetic } : {}),
    ...(others ? { others } : {}),
    message: { sv: say('sv'), en: say('en') },
  }
}
