import type { Unit } from '@finsam/domain'
import type { TextDocument } from '../text/text-document.ts'
import { unitOfText } from './units.ts'

/** The unit that a document says its amounts are in. */
export interface DeclaredUnit {
  readonly unit: Unit
  readonly line: number
}

const declaration =
  /(?:\balla|samtliga|om (?:inget|inte|ej) annat|genomg[åa]ende|redovisningsprinciper|i (?:denna|årsredovisningen|rapporten|delårsrapporten|dokumentet))/i
const speaksOfAmounts =
  /(?:belopp(?:en)?|siffror(?:na)?|tal(?:en)?|tabeller\w*|uppgifter(?:na)?)\b[^.]{0,80}\b(?:i|anges|redovisas|uttryckta)\b[^.]{0,30}?(?:hela\s+)?(?:tkr|kkr|kr|kronor|sek|tusental\w*|tusen\s+kronor|mnkr|mkr|miljoner\s+kronor)\b/i

/**
 * The unit that a sentence of the document gives for all its amounts: `Alla belopp anges i tusental kronor om inget annat sägs.`
 * Undefined where there is no such sentence, or where sentences differ. Lines of tables and their captions are not sentences.
 */
export function declaredUnit(document: TextDocument, tableLines: ReadonlySet<number>): DeclaredUnit | undefined {
  const found: DeclaredUnit[] = []
  for (const line of document.lines) {
    if (tableLines.has(line.number) || line.text.length > 4_000) continue
    const sentence = line.text.split(/(?<=[.!?])\s+/).find(part => declaration.test(part) && speaksOfAmounts.test(part))
    const unit = sentence === undefined ? undefined : unitOfText(speaksOfAmounts.exec(sentence)?.[0] ?? '')
    if (unit) found.push({ unit, line: line.number })
  }
  return new Set(found.map(one => one.unit)).size === 1 ? found[0] : undefined
}
