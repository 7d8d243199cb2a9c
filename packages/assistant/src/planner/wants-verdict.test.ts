import { expect, test } from 'vitest'
import { wantsVerdict } from './wants-verdict.ts'

test.each([
  { clause: 'Är det egna kapitalet fortfarande positivt 2026?', wanted: true },
  { clause: 'Does the total agree with the income statement?', wanted: true },
  { clause: 'Är det 2024 eller 2025 och hur mycket blir det?', wanted: false },
  { clause: 'Hur mycket är det?', wanted: false },
  { clause: 'Kan du säga vad NOVA kostar?', wanted: false },
  { clause: 'Kostnader för NOVA 2024', wanted: false },
])('$clause', ({ clause, wanted }) => expect(wantsVerdict(clause)).toBe(wanted))
