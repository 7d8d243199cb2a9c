import type { Finding } from '../model/finding.ts'
import type { Language, Words } from '../model/language.ts'
import { wordings } from './finding-wordings.ts'
import { locales } from './words.ts'

/** A wording with its slots filled; where the finding lacks a parameter, a dash. Years are names, not amounts. */
function filled(wording: string, parameters: Finding['parameters'], language: Language): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]
    return typeof value === 'number' && !/year$/i.test(name) ? value.toLocaleString(locales[language]) : String(value ?? '–')
  })
}

/** A code without a wording of its own is told as it is, with its parameters: better plain than hidden. */
const plain = ({ code, parameters }: Finding): string =>
  [code, ...Object.entries(parameters).map(([name, value]) => `${name}: ${value}`)].join(', ')

/**
 * What a finding says to a reader, in one sentence. The sum that was tried stands in `finding.arithmetic` and is not repeated.
 *
 * @param more wordings of codes that the engine does not give itself, such as a reader's; without them such a code is told as it is
 * @example findingSentence({ code: 'variance-differs', parameters: { label: 'Kansli' }, … }, 'sv') // '”Kansli”: den tryckta avvikelsen stämmer inte.'
 */
export function findingSentence(finding: Finding, language: Language, more: Readonly<Record<string, Words>> = {}): string {
  const wording = wordings[finding.code] ?? more[finding.code]
  return wording ? filled(wording[language], finding.parameters, language) : plain(finding)
}
