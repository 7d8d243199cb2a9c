import { expect, test } from 'vitest'
import { isRunningHead } from './running-head.ts'

test.each([
  { text: 'Samordningsförbundet Havsbandet        Sida 8', running: true },
  { text: 'Samordningsförbundet Havsbandet   Årsredovisning 2023   8 (14)', running: true },
  { text: 'Verksamhetsplan 2025 3/12', running: true },
  { text: 'Förbundet har 8 (14)', running: false },
  { text: 'Resultat 312 (275)', running: false },
  { text: 'Övriga kostnader 8 (6)', running: false },
])('$text → $running', ({ text, running }) => expect(isRunningHead(text)).toBe(running))
