import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { damage, readNoise } from '../../../../bench/noise/damage.ts'
import { drawLawful, drawSize } from '../../../../bench/noise/lawful.ts'
import { layOut, type Printed, printLawful } from '../../../../bench/noise/print.ts'
import { type Random, seeded } from '../../../../bench/noise/random.ts'
import { sharePrints, withShares } from '../../../../bench/noise/shares.ts'
import { solve } from '../reconcile/solve.ts'
import { blockTables } from '../tables/block-tables.ts'
import { findTables } from '../tables/find-tables.ts'
import { kindLines } from '../tables/kinded-text.ts'
import { parseTextDocument } from '../text/text-document.ts'
import { isTable } from './accepted.ts'
import { confirmByShares } from './confirm-by-shares.ts'
import { traitsOf } from './document-traits.ts'
import { draftStatements } from './draft-statement.ts'
import { openPlacements } from './open-placements.ts'
import { readShares } from './read-shares.ts'
import { readStatements } from './read-statements.ts'
import { wholeProblem } from './whole-problem.ts'

const documentOf = (text: string) => parseTextDocument(text, { id: 'x', hash: '' })
const read = (lines: readonly string[]) => readStatements(documentOf(['Budget 2024 (tkr)', '', ...lines].join('\n')), { fiscalYear: 2024 })

/** The first amount of each line by its label: its value and status, or all that it may be. */
function amounts(lines: readonly string[]): Readonly<Record<string, string>> {
  const all = read(lines).statements.flatMap(statement => statement.lines)
  return Object.fromEntries(
    all.map(({ label, values }) => {
      const [cell] = Object.values(values)
      return [label, cell?.alternatives?.join(' or ') ?? `${cell?.amount} ${cell?.status}`]
    }),
  )
}

const head = '\tBudget 2024\tAndel'
const others = ['Kansli\t1 200\t25,0 %', 'Lots\t960\t20,0 %', 'Unga\t1 440\t30,0 %', 'Team\t600\t12,5 %']
const table = (revision: string, total: string): readonly string[] => [head, ...others, `Revision\t${revision}`, `Summa\t${total}`]
const withoutPercents = (lines: readonly string[]): readonly string[] => lines.map(line => line.split('\t').slice(0, 2).join('\t'))

describe('percents settle what the sums leave open', () => {
  test.each([
    { name: 'a total or an item', rows: table('600\t12,5 %', '4 860\t100 %'), open: '4800 or 4860', settled: '4800 repaired' },
    { name: 'a total far from its print', rows: table('600\t12,5 %', '4 300\t100 %'), open: '4300 or 4800', settled: '4800 repaired' },
    { name: 'but not what both tie to', rows: table('606\t12,5 %', '4 800\t100 %'), open: '4800 or 4806', settled: '4800 or 4806' },
  ])('$name', ({ rows, open, settled }) => {
    expect(amounts(withoutPercents(rows)).Summa).toBe(open)
    expect(amounts(rows).Summa).toBe(settled)
  })
  test('and the other cells of the sum are as they are printed', () =>
    expect(amounts(table('600\t12,5 %', '4 860\t100 %'))).toMatchObject({ Kansli: '1200 printed', Revision: '600 printed' }))
})

describe('a percent that does not fit is told', () => {
  const told = (lines: readonly string[]) =>
    read(lines)
      .findings.filter(({ code }) => code === 'percent-differs-from-amounts')
      .map(({ parameters, arithmetic }) => `${parameters.label}: ${arithmetic}`.replaceAll('\u00a0', ' '))
  test.each([
    { name: 'where sums prove the amounts', rows: table('600\t52,1 %', '4 800\t100 %'), said: ['Revision: 600 / 4 800 = 12,5 % ≠ 52,1 %'] },
    { name: 'but not for a unit of its last digit', rows: table('600\t12,6 %', '4 800\t100 %'), said: [] },
    { name: 'nor where no sum proves them', rows: table('600\t52,1 %', '4 800\t100 %').slice(0, -1), said: [] },
    { name: 'nor where the sum fails', rows: table('600\t52,1 %', '5 417\t100 %'), said: [] },
    { name: 'nor where too few others fit', rows: [head, 'A\t50\t20 %', 'B\t25\t60 %', 'C\t25\t20 %', 'Summa\t100\t100 %'], said: [] },
  ])('$name', ({ rows, said }) => expect(told(rows)).toEqual(said))
})

/** A statement with percents of which some are lost, and others are any percents whatever. */
function withAnyShares(printed: Printed, random: Random): Printed {
  const any = (): string => (random.chance(0.3) ? '' : `${random.between(-20, 130)},${random.between(0, 9)} %`)
  const spoil = (cell: string, column: number): string => (column % 2 === 1 && cell !== '' && random.chance(0.6) ? any() : cell)
  return { ...printed, rows: printed.rows.map(row => ({ ...row, cells: row.cells.map(spoil) })) }
}

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const minute = 60_000

/** A drawn statement with a percent behind each amount, spoilt at random; its amounts damaged where `rate` is given. */
function spoilt(seed: number, rate?: number) {
  const random = seeded(seed)
  const size = drawSize(random)
  const lawful = drawLawful(random, { ...size, columns: Math.min(2, size.columns) })
  const { beside, printed } = withShares(lawful, random.pick(sharePrints))
  const hit = rate === undefined ? printed : damage(beside, printed, readNoise(), rate, 'tabs', random)
  const text = (print: Printed): string => layOut(beside, print, 'tabs', seeded(seed + 1)).text
  const alone = layOut(lawful, printLawful(lawful), 'tabs', seeded(seed + 1)).text
  return { alone, told: text(hit), spoilt: text(withAnyShares(hit, random)) }
}

test(
  'law: with percents beside them, right, lost or spoilt, amounts are read as without, and what was sure stays so',
  () => {
    const amountsIn = (text: string) =>
      readStatements(documentOf(text), {}).statements.flatMap(({ columns, lines }) =>
        lines.flatMap(({ label, values }) => columns.flatMap(({ id, measure }) => (measure === 'share' ? [] : [{ label, ...values[id] }]))),
      )
    fc.assert(
      fc.property(seeds, seed => {
        const texts = spoilt(seed)
        const alone = amountsIn(texts.alone)
        for (const text of [texts.told, texts.spoilt]) {
          const beside = amountsIn(text)
          alone.forEach(({ label, amount, status }, at) => {
            expect({ label: beside[at]?.label, amount: beside[at]?.amount }).toEqual({ label, amount })
            if (status === 'printed') expect(beside[at]?.status).toBe('printed')
          })
        }
      }),
      { seed: 33, numRuns: 40 },
    )
  },
  minute,
)

test(
  'law: percents settle open cells at one of their values, and change no other cell',
  () => {
    let settledCells = 0
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, spoil) => {
        const texts = spoilt(seed, 0.02)
        const document = documentOf(spoil ? texts.spoilt : texts.told)
        const drafts = draftStatements(
          document,
          findTables(kindLines(document).lines).flatMap(blockTables).filter(isTable),
          traitsOf(document, {}),
        )
        const problem = wholeProblem(drafts)
        const before = openPlacements(drafts, problem, solve(problem))
        const { solution } = confirmByShares(problem, before, readShares(drafts, problem, before))
        solution.cells.forEach((cell, id) => {
          const own = before.cells[id]
          if (own?.status !== 'ambiguous') expect({ ...cell, checked: true }).toEqual({ ...own, checked: true })
          else if (cell.value !== own.value) expect(own.alternatives).toContain(cell.value)
          if (own?.status === 'ambiguous' && cell.status !== 'ambiguous') settledCells += 1
        })
      }),
      { seed: 34, numRuns: 60 },
    )
    expect(settledCells).toBeGreaterThan(10)
  },
  minute,
)
