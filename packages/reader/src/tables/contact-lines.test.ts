import { expect, test } from 'vitest'
import { isContactLine } from './contact-lines.ts'

test.each([
  'Telefon 0524-181 43, 070-655 81 20',
  'Utvecklare Kim Ek 070-655 81 34',
  'Box 84',
  '455 22 Norrby',
  'Org.nr 222000-3012',
  'Plusgiro 48 12 90-6',
  'Besöksadress: Storgatan 12, plan 2',
])('%s tells how to reach somebody', text => {
  expect(isContactLine(text)).toBe(true)
})

test.each(['Kansli 1 290 1 325', 'Team Norr 070 655 812', 'Telefoni', 'Kansli 080-120 -40', '455 22 120', 'Summa 0-100 200'])(
  '%s does not',
  text => {
    expect(isContactLine(text)).toBe(false)
  },
)
