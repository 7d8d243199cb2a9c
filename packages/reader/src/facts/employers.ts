import type { Draft, Extractor, FactContext } from './draft.ts'
import { namePattern } from './names.ts'
import { roleEnding } from './roles.ts'
import type { Sentence } from './sentence.ts'

const employer = new RegExp(
  `(?:anställ(?:d|da|t)\\s+(?:av|hos|vid|i(?=\\s\\p{Lu}))|anställning\\s+(?:av|hos|i|vid))\\s+(?<employer>${namePattern}|förbundets?(?: parter)?)`,
  'u',
)

const sentFrom = new RegExp(`från\\s+(?<employer>${namePattern})`, 'u')

/** Who employs the person named at an offset: the next `anställd av …` of the sentence, or the next `från …` where nobody is said to be employed. */
export function employerAfter(sentence: Sentence, offset: number): string | undefined {
  const rest = sentence.text.slice(offset)
  const found = employer.exec(rest) ?? (employer.test(sentence.text) ? null : sentFrom.exec(rest))
  return found?.groups?.employer?.replace(/^förbundets?$/, 'förbundet')
}

const noOwnStaff = /\b(?:inga|ingen|inte nagra|saknar)\s+(?:egen |egna )?(?:anstallda|anstalld personal|personal)/

/** `Norrviks samordningsförbund, som också köper 35 % tjänst förbundschef`: who buys a share of an office. */
export function buyerBefore(sentence: Sentence, offset: number): string | undefined {
  const before = sentence.text.slice(0, offset)
  return new RegExp(`(?<name>${namePattern}),? som (?:också |även )?köper $`, 'u')
    .exec(before)
    ?.groups?.name?.replace(/^(?:Med|Till)\s/, '')
}

/** `inga egna anställda`: the association employs nobody. */
function noStaff({ letters }: Sentence, context: FactContext): Draft[] {
  const none = noOwnStaff.exec(letters)
  if (!none) return []
  const place = { start: none.index, end: none.index + none[0].length }
  return [{ kind: 'staffing', subject: context.associationName, attribute: 'egna anställda', value: 0, unit: 'persons', ...place }]
}

/** Whether a sentence on an employer speaks of all who work at the office: it says so, or names several of them, the head among them. */
function ofOffice({ letters }: Sentence): boolean {
  const offices = letters.match(new RegExp(`\\b${roleEnding}\\b`, 'g'))?.length ?? 0
  return /kansli/.test(letters) || (offices >= 2 && /(?:forbunds|kansli)chef|samordnare/.test(letters))
}

/** Who employs the office or an officer, or that the association employs nobody. */
export const readEmployers: Extractor = (sentence, context) => {
  const none = noStaff(sentence, context)
  const found = employer.exec(sentence.text)
  const name = found?.groups?.employer
  if (!found || !name || /\d,\d/.test(sentence.letters)) return none
  return [
    ...none,
    {
      kind: 'organisation',
      subject: ofOffice(sentence) ? 'Kansli' : context.subject,
      attribute: 'arbetsgivare',
      value: name.replace(/^förbundet$/, context.associationName),
      start: found.index,
      end: found.index + found[0].length,
    },
  ]
}
