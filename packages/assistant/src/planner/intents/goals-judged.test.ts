import { createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const { library, ...rest } = exampleContext()
const [plan] = library.readings
if (!plan) throw new Error('no plan to set goals in')

const goals = [
  ['Minst 400 personer ska få stöd under året.', 400, 'persons', 'osäkert.'],
  ['Minst 45 procent av dem som avslutas ska gå till arbete.', 45, 'percent', 'nås troligen.'],
  ['Kansliet ska kosta högst 25 procent av bidragen.', 25, 'percent', 'nås inte, prognosen är 27 procent.'],
] as const
const facts: DocumentReading['facts'] = [
  { text: 'Styrelsens mål och kansliets bedömning efter fyra månader:', value: 4, unit: 'months', kind: 'statistic', context: undefined },
  ...goals.map(([goal, value, unit, said]) => ({ text: `${goal} Bedömning: ${said}`, value, unit, kind: 'target', context: goal })),
].map(({ text, value, unit, kind, context = text }, at) => ({
  id: `fact-${at}`,
  kind,
  subject: 'Mål och bedömning',
  attribute: text.slice(0, 40),
  value,
  unit,
  printed: String(value),
  context,
  source: { document: plan.document.id, line: 200 + at, text },
}))
const context = {
  ...rest,
  library: createLibrary([{ ...plan, facts }], { associations: [...library.associations] }),
}

test.each(['Vilket mål bedömer kansliet i Norrvik inte kommer att nås?', 'Vilka mål väntas Norrvik inte nå?'])('%s', async question => {
  const answer = await ask(context, { question })
  expect(answer.text).toContain('Kansliet ska kosta högst 25 procent')
  expect(answer.text).not.toContain('400 personer')
  expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual([25])
})
