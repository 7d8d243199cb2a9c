import { expect, test } from 'vitest'
import { answered, asksBack, refused } from './draft.ts'
import { joinDrafts } from './join-drafts.ts'

const cost = { draft: answered('look-up', 'Bryggan: 1 500 tkr.', []), said: 'vad kostar Bryggan' }
const unclear = { draft: refused('none', 'not-understood', 'Jag förstår inte.'), said: 'vad var målet' }
const notThere = { draft: refused('look-up', 'not-printed', 'Det beloppet står inte i Norrviks dokument.'), said: 'vad kostade den 2019' }
const open = { draft: asksBack('look-up', 'Vilket menas? Budget eller prognos?', []), said: 'hur mycket mer är det än 2023' }

test.each([
  { name: 'both answers are told', parts: [cost, { ...cost, draft: answered('share', '36 %.', []) }], text: 'Bryggan: 1 500 tkr. 36 %.' },
  {
    name: 'a part that was not understood is named',
    parts: [cost, unclear],
    text: 'Bryggan: 1 500 tkr. Delfrågan ”vad var målet” kan jag inte svara på.',
  },
  {
    name: 'a part that says what is missing keeps its words',
    parts: [cost, notThere],
    text: 'Bryggan: 1 500 tkr. Delfrågan ”vad kostade den 2019”: Det beloppet står inte i Norrviks dokument.',
  },
  {
    name: 'a part that asks back is not passed over',
    parts: [cost, open],
    text: 'Bryggan: 1 500 tkr. Delfrågan ”hur mycket mer är det än 2023”: Vilket menas? Budget eller prognos?',
  },
  {
    name: 'the answer of the part before is none to the next',
    parts: [cost, { ...cost, said: 'vad var målet' }],
    text: 'Bryggan: 1 500 tkr. Delfrågan ”vad var målet” kan jag inte svara på.',
  },
])('$name', ({ parts, text }) => expect(joinDrafts(parts, 'sv')).toMatchObject({ status: 'answered', sentence: text }))

test('where no part is answered, the first decides', () =>
  expect(joinDrafts([unclear, notThere], 'en')).toMatchObject({ status: 'unanswerable', reason: { code: 'not-understood' } }))
