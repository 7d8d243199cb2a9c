import { readStatements } from '../../packages/reader/src/statements/read-statements.ts'
import { parseTextDocument, type TextDocument } from '../../packages/reader/src/text/text-document.ts'
import { readPlainly } from './baseline.ts'
import { cellsBySpot, compare, emptyTally, type Reader, type Tally } from './compare.ts'
import { damage, type Noise, readNoise } from './damage.ts'
import { readExhaustively } from './exhaustive.ts'
import { drawLawful, drawSize, type Lawful, type LawfulSize } from './lawful.ts'
import { type Laid, type Layout, layOut, layouts, type Printed, printLawful } from './print.ts'
import { seeded } from './random.ts'

// node bench/noise/run.ts [statements per cell of the table, 40] [noise.json]
const [count = '40', noiseFile] = process.argv.slice(2)
const statements = Number(count)
const noise = readNoise(noiseFile)

interface Sample {
  readonly lawful: Lawful
  readonly printed: Printed
  readonly laid: Laid
  readonly document: TextDocument
}

function sample(seed: number, rate: number, layout: Layout, source: Noise, sized?: LawfulSize): Sample {
  const random = seeded(seed)
  const lawful = drawLawful(random, sized ?? drawSize(random))
  const printed = damage(lawful, printLawful(lawful), source, rate, layout, random)
  const laid = layOut(lawful, printed, layout, random)
  return { lawful, printed, laid, document: parseTextDocument(laid.text, { id: 'noise', hash: '' }) }
}

function read(one: Sample): { readonly reader: Reader; readonly milliseconds: number; readonly processor: number } {
  const used = process.cpuUsage()
  const begin = performance.now()
  const reading = readStatements(one.document, {})
  const milliseconds = performance.now() - begin
  const spent = process.cpuUsage(used)
  const processor = (spent.user + spent.system) / 1_000
  return { reader: cellsBySpot(reading.statements, reading.findings, one.laid), milliseconds, processor }
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(2).padStart(7)
const shown = (tally: Tally): string =>
  `${percent(tally.right, tally.cells)} ${percent(tally.flagged + tally.missing, tally.cells)} ${percent(tally.wrong, tally.cells)}`
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

console.log(`Cells that stand in some sum, percent; ${statements} statements each. Right | flagged or not given | wrong unflagged`)
console.log('rate   layout               finsam                    without constraints       cells')
for (const rate of noise.rates) {
  const whole = { finsam: emptyTally(), plain: emptyTally() }
  for (const layout of layouts) {
    const tallies = { finsam: emptyTally(), plain: emptyTally() }
    for (let index = 0; index < statements; index += 1) {
      const one = sample(index * 7 + 1, rate, layout, noise)
      const { reader } = read(one)
      const plain = readPlainly(one.document, one.laid)
      for (const group of [tallies, whole]) {
        compare(one.lawful, reader, group.finsam)
        compare(one.lawful, plain, group.plain)
      }
    }
    console.log(
      `${String(rate).padEnd(6)} ${layout.padEnd(20)} ${shown(tallies.finsam)}   ${shown(tallies.plain)}   ${tallies.finsam.cells}`,
    )
  }
  console.log(
    `${String(rate).padEnd(6)} ${'all layouts'.padEnd(20)} ${shown(whole.finsam)}   ${shown(whole.plain)}   ${whole.finsam.cells}`,
  )
}

console.log('\nSmall statements, cells marked by tabs, beside a reader that knows the places, the sums and the noise')
console.log('rate   finsam                    exhaustive                cells')
for (const rate of noise.rates) {
  const tallies = { finsam: emptyTally(), exhaustive: emptyTally() }
  for (let index = 0; index < statements * 4; index += 1) {
    const size = { sections: 1, itemsMost: 4, columns: 1 + (index % 3), subtotals: true, chain: false }
    const one = sample(index * 13 + 5, rate, 'tabs', noise, size)
    compare(one.lawful, read(one).reader, tallies.finsam)
    compare(one.lawful, readExhaustively(one.lawful, one.printed, noise, rate), tallies.exhaustive)
  }
  console.log(`${String(rate).padEnd(6)} ${shown(tallies.finsam)}   ${shown(tallies.exhaustive)}   ${tallies.finsam.cells}`)
}

console.log('\nSpeed, milliseconds, single spaces, 2 % noise')
for (const { name, rows, runs } of [
  { name: '40 rows × 5 columns', rows: 40, runs: 30 },
  { name: '400 rows × 5 columns', rows: 400, runs: 5 },
]) {
  const times = Array.from({ length: runs }, (_, index) => {
    const size = { sections: 4, itemsMost: rows / 4, columns: 5, subtotals: true, chain: false, exact: rows / 4 - 2 }
    return read(sample(index * 31 + 3, 0.02, 'single spaces', noise, size))
  })
  console.log(
    `${name.padEnd(22)} median ${median(times.map(time => time.milliseconds)).toFixed(0)}   worst ${Math.max(...times.map(time => time.milliseconds)).toFixed(0)}   processor time, median ${median(times.map(time => time.processor)).toFixed(0)}`,
  )
}
