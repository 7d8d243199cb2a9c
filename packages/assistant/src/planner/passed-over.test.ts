import { describe, expect, test } from 'vitest'
import { frameOfLast } from '../test-support/frames-of.ts'
import { answered } from './draft.ts'
import { passedOver } from './passed-over.ts'

describe('what a sentence of the prose leaves out', () => {
  test.each([
    { clause: 'Vilka insatser i Norrvik gick över det beviljade 2023?', lacks: 'figure' },
    { clause: 'Which initiatives in Norrvik exceeded their budget in 2023?', lacks: 'figure' },
    { clause: 'Vilka insatser i Norrvik drivs av Ekby kommun?', lacks: undefined },
    { clause: 'Vilka är orsakerna till att Bryggan i Norrvik gick över budget 2023?', lacks: undefined },
    { clause: 'Vad kostar teamen i Norrvik tillsammans 2024?', lacks: 'figure' },
  ])('$clause', ({ clause, lacks }) => {
    expect(passedOver(frameOfLast(clause), answered('fact', 'Det står i prosan.', []), clause)).toBe(lacks)
  })
  test('lines that were held against their limits leave out nothing', () => {
    const clause = 'Vilka insatser i Norrvik gick över det beviljade 2023?'
    expect(passedOver(frameOfLast(clause), answered('overruns', 'Inga.', []), clause)).toBeUndefined()
  })
})
