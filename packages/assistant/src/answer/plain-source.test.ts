import { expect, test } from 'vitest'
import { plainSource } from './plain-source.ts'

test.each([
  { name: 'tags of a cell', given: '<b>Summa kostnader</b>\t-\t<b>20 983 000 kr</b>', plain: 'Summa kostnader - 20 983 000 kr' },
  { name: 'a tag with attributes', given: '<td class="sum">41</td>', plain: '41' },
  { name: 'marks of bold text', given: '**Summa** 12', plain: 'Summa 12' },
  { name: 'less than and more than stay', given: 'ålder < 30 och > 16', plain: 'ålder < 30 och > 16' },
])('a source line is quoted without $name', ({ given, plain }) => expect(plainSource(given)).toBe(plain))
