import type { Library, Scenario } from '@finsam/domain'
import { expect, test } from 'vitest'
import { writeFigure } from './ask-model.ts'
import { gateText } from './gate.ts'
import type { GateFigure } from './gate-figure.ts'
import { fillSlots } from './slot.ts'

/** Lines of two invented associations, over two years and two scenarios; no two amounts are alike. */
const lineNames = ['Enter', 'NOVA', 'Samordningsteam Sala', 'Kansli', 'Revision', 'Styrelse', 'Metodstöd', 'SIP-utvecklare']
const scenarioWord: Record<'sv' | 'en', Partial<Record<Scenario, string>>> = {
  sv: { budget: 'budget', actual: 'utfall' },
  en: { budget: 'budget', actual: 'outcome' },
}
const associations = [
  { id: 'alfa', name: 'Samordningsförbundet Alfa', shortName: 'Alfa', aliases: [], predecessors: [], members: [], sources: [] },
  { id: 'beta', name: 'Samordningsförbundet Beta', shortName: 'Beta', aliases: [], predecessors: [], members: [], sources: [] },
]
const library: Pick<Library, 'associations' | 'linesOf'> = { associations, linesOf: () => [] }

interface Printed extends GateFigure {
  readonly name: string
  readonly year: number
  readonly scenario: Scenario
  readonly association: string
}
const printed: Printed[] = lineNames.flatMap((name, line) =>
  [2023, 2024].flatMap(year =>
    (['budget', 'actual'] as const).map((scenario, index) => {
      const value = 1_000 * (317 + line * 411 + (year - 2023) * 163 + index * 57)
      const association = line % 2 === 0 ? 'alfa' : 'beta'
      return {
        id: `f${line * 4 + (year - 2023) * 2 + index + 1}`,
        name,
        names: [name],
        value,
        low: value,
        high: value,
        unit: 'kr' as const,
        year,
        years: [year],
        scenario,
        scenarios: [scenario],
        association,
        associations: [association],
        sources: [],
      }
    }),
  ),
)
const shares: GateFigure[] = lineNames.map((name, line) => ({
  id: `f${100 + line}`,
  names: [name],
  value: 11.37 + line * 7.21,
  low: 11.36 + line * 7.21,
  high: 11.38 + line * 7.21,
  unit: 'percent',
  years: [2024],
  scenarios: ['budget'],
  associations: [line % 2 === 0 ? 'alfa' : 'beta'],
  sources: [],
}))
const figures: GateFigure[] = [...printed, ...shares]
const shortName = (id: string): string => associations.find(association => association.id === id)?.shortName ?? ''

type Language = 'sv' | 'en'
const say = {
  plain: {
    sv: (f: Printed, amount: string) => `${f.name} i ${shortName(f.association)} har ${scenarioWord.sv[f.scenario]} ${amount} ${f.year}.`,
    en: (f: Printed, amount: string) =>
      `${f.name} in ${shortName(f.association)} has an ${scenarioWord.en[f.scenario]} of ${amount} in ${f.year}.`,
  },
  amountFirst: {
    sv: (f: Printed, amount: string) =>
      `I ${shortName(f.association)} ${f.year} (${scenarioWord.sv[f.scenario]}) går ${amount} till ${f.name}.`,
    en: (f: Printed, amount: string) =>
      `In ${shortName(f.association)} ${f.year} (${scenarioWord.en[f.scenario]}), ${amount} goes to ${f.name}.`,
  },
  list: {
    sv: (f: Printed, amount: string) =>
      `Så här ser det ut:\n- ${f.name}, ${shortName(f.association)}, ${scenarioWord.sv[f.scenario]} ${f.year}: ${amount}`,
    en: (f: Printed, amount: string) =>
      `The figures:\n- ${f.name}, ${shortName(f.association)}, ${scenarioWord.en[f.scenario]} ${f.year}: ${amount}`,
  },
}
const amountOf = (f: GateFigure, language: Language, unit?: 'kr' | 'tkr' | 'mnkr'): string => writeFigure(f, language, unit)
const passes = (text: string, language: Language, slots = fillSlots(text, figures, figure => amountOf(figure, language))): boolean =>
  slots.unknown.length === 0 &&
  gateText({ text: slots.text, slots: slots.slots, figures, facts: [], question: '', language, library: library as Library }).every(
    sentence => sentence.refusals.length === 0,
  )

const languages = ['sv', 'en'] as const
const honest = printed.flatMap(f =>
  languages.flatMap(language =>
    Object.values(say).flatMap(form =>
      [form[language](f, amountOf(f, language)), form[language](f, amountOf(f, language, 'tkr')), form[language](f, `{{${f.id}}}`)].map(
        text => ({ language, text }),
      ),
    ),
  ),
)

const other = (f: Printed, differs: (g: Printed) => boolean): Printed => {
  const found = printed.find(differs)
  if (!found) throw new Error(`nothing beside ${f.id}`)
  return found
}
/** What a careless or hostile model does to a true sentence about `f`. */
const attacks: Readonly<Record<string, (f: Printed, language: Language) => string[]>> = {
  'another row': (f, language) =>
    Object.values(say).map(form =>
      form[language](
        f,
        amountOf(
          other(f, g => g.name !== f.name && g.year === f.year && g.scenario === f.scenario && g.association === f.association),
          language,
        ),
      ),
    ),
  'another year': (f, language) =>
    Object.values(say).map(form =>
      form[language](
        f,
        amountOf(
          other(f, g => g.name === f.name && g.year !== f.year && g.scenario === f.scenario),
          language,
        ),
      ),
    ),
  'another scenario': (f, language) =>
    Object.values(say).map(form =>
      form[language](
        f,
        amountOf(
          other(f, g => g.name === f.name && g.year === f.year && g.scenario !== f.scenario),
          language,
        ),
      ),
    ),
  'another association': (f, language) =>
    Object.values(say).map(form =>
      form[language]({ ...f, association: f.association === 'alfa' ? 'beta' : 'alfa' }, amountOf(f, language)),
    ),
  'the slot of another row': (f, language) =>
    Object.values(say).map(form => form[language](f, `{{${other(f, g => g.name !== f.name).id}}}`)),
  'a slot that does not exist': (f, language) => [say.plain[language](f, '{{f999}}')],
  'a thousand times': (f, language) => [say.plain[language](f, amountOf({ ...f, value: f.value * 1_000 }, language))],
  'a tenth': (f, language) => [say.plain[language](f, amountOf({ ...f, value: f.value / 10 }, language))],
  'tkr for kr': (f, language) => [say.plain[language](f, amountOf(f, language).replace(' kr', ' tkr'))],
  'percent for kronor': (f, language) => [say.plain[language](f, amountOf(f, language).replace(' kr', ' %'))],
  'a minus': (f, language) => [say.plain[language](f, `-${amountOf(f, language)}`)],
  'a deficit': (f, language) => [
    `${say.plain[language](f, amountOf(f, language)).slice(0, -1)}, ${language === 'sv' ? 'ett underskott' : 'a deficit'}.`,
  ],
  'one krona more': (f, language) => [say.plain[language](f, amountOf({ ...f, value: f.value + 1 }, language))],
  'a made-up number in words': (f, language) => [
    say.plain[language](f, language === 'sv' ? 'sju miljoner kronor' : 'seven million kronor'),
  ],
  denied: (f, language) => [
    language === 'sv'
      ? `${f.name} har inte ${amountOf(f, 'sv')} i ${scenarioWord.sv[f.scenario]} ${f.year}.`
      : `${f.name} does not have ${amountOf(f, 'en')} in the ${scenarioWord.en[f.scenario]} ${f.year}.`,
  ],
  'a slot contradicted after it': (f, language) => [
    say.plain[language](f, `{{${f.id}}} ${language === 'sv' ? 'eller snarare 9 999 000 kr' : 'or rather 9,999,000 kr'}`),
  ],
  'a slot with a unit of another kind': (f, language) =>
    [say.plain[language](f, `{{${f.id}}} ${language === 'sv' ? 'procent' : 'percent'}`)].map(text =>
      text.replace(/(\}\}) (procent|percent)/, '$1 = 12 $2'),
    ),
  'half of it': (f, language) => [
    language === 'sv'
      ? `${f.name} tar hälften av ${scenarioWord.sv[f.scenario]} ${f.year}.`
      : `${f.name} takes half of the ${scenarioWord.en[f.scenario]} ${f.year}.`,
  ],
}

test('no honest answer is stopped', () => {
  expect(honest.length).toBeGreaterThanOrEqual(200)
  expect(honest.filter(({ language, text }) => !passes(text, language)).map(({ text }) => text)).toEqual([])
})

test.each(Object.entries(attacks))('no answer passes with %s', (_, attack) => {
  const texts = printed.flatMap(f => languages.flatMap(language => attack(f, language).map(text => ({ language, text }))))
  expect(texts.filter(({ language, text }) => passes(text, language)).map(({ text }) => text)).toEqual([])
})

test('percent is not percentage points, and rounds only as far as it is written', () => {
  const [first] = shares
  if (!first) throw new Error('no share')
  expect(passes('Enter utgör 11,4 % 2024.', 'sv')).toBe(true)
  expect(passes('Enter utgör 11,4 procentenheter 2024.', 'sv')).toBe(false)
  expect(passes('Enter utgör 11,3 % 2024.', 'sv')).toBe(false)
  expect(passes('Enter utgör 12 % 2024.', 'sv')).toBe(false)
})
