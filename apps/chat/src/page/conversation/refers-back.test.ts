import { expect, test } from 'vitest'
import { refersBack } from './refers-back.ts'

test.each([
  { question: 'Och året efter?', back: true },
  { question: 'Och hur mycket får de båda insatserna tillsammans 2025?', back: true },
  { question: 'Hur stor del av summan är det i procent?', back: true },
  { question: 'What about 2025?', back: true },
  { question: 'How large is its share of the total costs?', back: true },
  { question: 'Administrationen 2025?', back: true },
  { question: 'Vad kostar NOVA 2024?', back: false },
  { question: 'Vad kostar Samordningsteam Sala 2024?', back: false },
  { question: 'Hur stora är medlemsbidragen i Södra Vätterbygden 2024?', back: false },
  { question: 'What does the office of Västmanland cost in 2024?', back: false },
])('$question → $back', ({ question, back }) => {
  expect(refersBack(question)).toBe(back)
})
