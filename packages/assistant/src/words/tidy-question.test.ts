import { expect, test } from 'vitest'
import { tidyQuestion } from './tidy-question.ts'

test.each([
  { name: 'spaces', given: ' Vad  kostar\nNOVA? ', tidy: 'Vad kostar NOVA?' },
  { name: 'shouting', given: 'VAD KOSTAR NOVA I SÖDRA VÄTTERBYGDEN?', tidy: 'vad kostar nova i södra vätterbygden?' },
  { name: 'an abbreviation is no shouting', given: 'ISA 2025?', tidy: 'ISA 2025?' },
  { name: 'an address', given: 'Hej, kan du svara på en sak: vad kostar NOVA?', tidy: 'Vad kostar NOVA?' },
  {
    name: 'points of an abbreviation',
    given: 'Vad kostar Navet t.o.m. augusti, ca. 2 mkr?',
    tidy: 'Vad kostar Navet t o m augusti, ca 2 mkr?',
  },
  {
    name: 'a name before the colon stays',
    given: 'Södra Vätterbygden: delsumma administration 2026?',
    tidy: 'Södra Vätterbygden: delsumma administration 2026?',
  },
])('$name', ({ given, tidy }) => expect(tidyQuestion(given)).toBe(tidy))
