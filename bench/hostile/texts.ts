import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Random, seeded } from '../noise/random.ts'

const documents = fileURLToPath(new URL('../../data/documents/', import.meta.url))
const shipped = readdirSync(documents)
  .sort()
  .map(name => readFileSync(documents + name))

const pieces = [
  'Budget 2023',
  'Utfall Budget Avvikelse\n',
  'Summa',
  'Summa kostnader 1 2 3\n',
  'Årets resultat',
  'därav',
  'Kansli',
  'Not 3.',
  '1 000',
  '12',
  '1.2.3',
  ',5',
  '−7',
  'O0l',
  '½',
  '1e9',
  '٣',
  '𝟙',
  '%',
  'tkr',
  '2024-06-30',
  '-',
  '|',
  '(',
  ']',
  '#',
  '“',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\u2028',
  '\f',
  '\0',
  '<table>',
  '<tr>',
  '<td>',
  '</tr>',
  '9'.repeat(400),
  'å'.repeat(50),
]
const cells = ['0', '-', 'O', 'l2', '(', '3)', '*', '5%', '48,4', '1 945', '606 000', '2024', '1.0']

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const character = ({ between }: Random): string => {
  const code = between(1, 0x10_ff_ff)
  return code >= 0xd8_00 && code <= 0xdf_ff ? ' ' : String.fromCodePoint(code)
}

function damaged(random: Random): Buffer {
  const bytes = Buffer.from(random.pick(shipped).subarray(0, random.between(1, 4_000)))
  for (let hit = 0; hit < 40; hit += 1) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255)
  return bytes
}

function truncated(random: Random): Buffer {
  const whole = random.pick(shipped)
  const from = random.between(0, whole.length)
  return whole.subarray(from, from + random.between(0, 3_000))
}

const row = (random: Random): string =>
  [
    random.pick(['Rad', 'Summa', 'Kansli', 'Resultat']),
    ...times(random.between(0, 14), () => (random.chance(0.4) ? random.pick(cells) : String(random.between(0, 99_999)))),
  ].join(random.pick([' ', '  ', '\t', ' | ']))

const kinds: readonly ((random: Random) => Buffer | string)[] = [
  random => times(random.between(0, 250), () => random.pick(pieces)).join(random.pick([' ', '', '\n'])),
  random => (random.pick(pieces) + random.pick([' ', '\t', '|', ''])).repeat(random.between(0, 500)),
  random => times(random.between(1, 40), () => row(random)).join('\n'),
  random => times(random.between(0, 300), () => character(random)).join(''),
  random => Buffer.from(times(random.between(0, 400), () => random.between(0, 255))),
  truncated,
  damaged,
]

/** The hostile text of a number: pieces of tables in any order, one piece over and over, rows without sense, any characters, any bytes, documents cut or damaged. */
export function hostileText(number: number): Buffer {
  const random = seeded(number)
  return Buffer.from(random.pick(kinds)(random))
}

const lines = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('\n')

/** Texts that ask for more than a reader should give, by what they are. */
export const giants: Readonly<Record<string, () => string>> = {
  'a line of 10 MB of numbers': () => `Rad ${'1 234 '.repeat(1_700_000)}`,
  'a line of 10 MB of words': () => 'Verksamheten kostade mycket. '.repeat(360_000),
  'a line of a million different words': () => Array.from({ length: 1_000_000 }, (_, at) => `ord${at.toString(36)}`).join(' '),
  '200 rows of 10 000 columns': () => lines(200, at => `Rad ${at} ${'12\t'.repeat(10_000)}`),
  'numbers of 400 digits': () => lines(2_000, () => `Rad ${'7'.repeat(400)} ${'8'.repeat(400)}`),
  'brackets that never close': () => `ab ${'('.repeat(10_000_000)}`,
  'quotation marks and brackets of all kinds that never close': () => `ab ${'"“(['.repeat(2_500_000)}`,
  'tags that never close': () => '<table><tr><td>'.repeat(700_000),
  'tags that never close, on 99 000 lines': () => '<table><tr><td>ab 12\n'.repeat(99_000),
  'four million tabs': () => `ab${'\t1'.repeat(4_000_000)}`,
  '99 000 pages': () => `ab\n${'\f\n'.repeat(99_000)}`,
  '99 000 rows': () => 'Rad a 1 234 567 8 9 1\n'.repeat(99_000),
  '99 000 rows of tabs': () => 'Kassa\t10\tSkulder\t4\n'.repeat(99_000),
  '99 000 rows of two labels': () => 'Kassa 10 Skulder 4\n'.repeat(99_000),
  '99 000 headers': () => 'Budget 2023 Utfall 2023 Avvikelse\n'.repeat(99_000),
  '16 000 tables': () => 'Budget 2023 Utfall 2022\nRad 12 13\nSumma 12 13\n\nProsa här.\n\n'.repeat(16_000),
  '99 000 lines of prose': () => 'Förbundet har under året arbetat med insatser för 12 deltagare och 45 kr.\n'.repeat(99_000),
  '49 000 paragraphs': () => 'Förbundet har under året arbetat med insatser för 12 deltagare och 45 kr.\n\n'.repeat(49_000),
  '99 000 lines of words that no dictionary knows': () => lines(99_000, at => `ord${at.toString(36)}zz qx${at}`),
  'more lines than are read': () => 'Rad a 1 2 3\n'.repeat(1_500_000),
  'shipped documents, one after the other, up to 5 MB': () => shipped.join('\n').repeat(20).slice(0, 5_000_000),
}
