import { readStatements } from '../../packages/reader/src/statements/read-statements.ts'
import { parseTextDocument, type TextDocument } from '../../packages/reader/src/text/text-document.ts'
import { readPlainly } from './baseline.ts'
import { cellsBySpot, compare, emptyTally, type Reader, type Tally } from './compare.ts'
import { damage, readNoise } from './damage.ts'
import { dataStatements } from './data-statements.ts'
import { readExhaustively } from './exhaustive.ts'
import { drawLawful, drawSize, type Lawful, type LawfulSize } from './lawful.ts'
import { type Laid, type Layout, layOut, layouts, type Printed, printLawful } from './print.ts'
import { seeded } from './random.ts'

// node bench/noise/run.ts [statements per cell of the table, 40] [noise.json]
const [count = '40', noiseFile] = process.argv.slice(2)
const statements = Number(count)
const noise = readNoise(noiseFile)
const fromData = dataStatements()

/** How much damage: none at all, or the layout's with so many characters hit. */
interface Damage {
  readonly name: string
  readonly rate: number
  readonly layout: boolean
}
const damages: readonly Damage[] = [
  { name: 'none', rate: 0, layout: false },
  ...noise.rates.map(rate => ({ name: rate === 0 ? 'layout' : String(rate), rate, layout: true })),
]

interface Sample {
  readonly lawful: Lawful
  readonly printed: Printed
  readonly laid: Laid
  readonly document: TextDocument
}

/** The statement of a number: drawn by it, or where `given` the one given, damaged and laid out by chances of that number. */
function sample(seed: number, hit: Damage, layout: Layout, given?: LawfulSize | Lawful): Sample {
  const random = seeded(seed)
  const lawful = given && 'rows' in given ? given : drawLawful(random, given ?? drawSize(random))
  const clean = printLawful(lawful)
  const printed = hit.layout ? damage(lawful, clean, noise, hit.rate, layout, random) : clean
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

function table(title: string, samples: (hit: Damage, layout: Layout) => readonly Sample[]): void {
  console.log(`\n${title}\ndamage layout               finsam                    without constraints       cells`)
  for (const hit of damages) {
    const whole = { finsam: emptyTally(), plain: emptyTally() }
    for (const layout of layouts) {
      const tallies = { finsam: emptyTally(), plain: emptyTally() }
      for (const one of samples(hit, layout)) {
        const { reader } = read(one)
        const plain = readPlainly(one.document, one.laid)
        for (const group of [tallies, whole]) {
          compare(one.lawful, reader, group.finsam)
          compare(one.lawful, plain, group.plain)
        }
      }
      console.log(line(hit, layout, tallies))
    }
    console.log(line(hit, 'all layouts', whole))
  }
}

const line = (hit: Damage, layout: string, { finsam, plain }: { readonly finsam: Tally; readonly plain: Tally }): string =>
  `${hit.name.padEnd(6)} ${layout.padEnd(20)} ${shown(finsam)}   ${shown(plain)}   ${finsam.cells}`

console.log('Cells that stand in some sum, percent: right | flagged or not given | wrong unflagged')
table(`${statements} drawn statements each`, (hit, layout) =>
  Array.from({ length: statements }, (_, index) => sample(index * 7 + 1, hit, layout)),
)
table(`${fromData.length} statements of data/, each damaged ${Math.ceil(statements / 10)} times`, (hit, layout) =>
  fromData.flatMap((lawful, index) =>
    Array.from({ length: Math.ceil(statements / 10) }, (_, turn) => sample(index * 101 + turn * 7 + 3, hit, layout, lawful)),
  ),
)

console.log('\nSmall statements, cells marked by tabs, beside a reader that knows the places, the sums and the noise')
console.log('damage finsam                    exhaustive                cells')
for (const hit of damages) {
  const tallies = { finsam: emptyTally(), exhaustive: emptyTally() }
  for (let index = 0; index < statements * 3; index += 1) {
    const size = { sections: 1, itemsMost: 4, columns: 1 + (index % 3), subtotals: true, chain: false }
    const one = sample(index * 13 + 5, hit, 'tabs', size)
    compare(one.lawful, read(one).reader, tallies.finsam)
    compare(one.lawful, readExhaustively(one.lawful, one.printed, noise, hit.rate), tallies.exhaustive)
  }
  console.log(`${hit.name.padEnd(6)} ${shown(tallies.finsam)}   ${shown(tallies.exhaustive)}   ${tallies.finsam.cells}`)
}

console.log('\nSpeed, milliseconds, single spaces, 2 % noise')
for (const { name, rows, runs } of [
  { name: '40 rows × 5 columns', rows: 40, runs: 30 },
  { name: '400 rows × 5 columns', rows: 400, runs: 5 },
]) {
  const times = Array.from({ length: runs }, (_, index) => {
    const size = { sections: 4, itemsMost: rows / 4, columns: 5, subtotals: true, chain: false, exact: rows / 4 - 2 }
    return read(sample(index * 31 + 3, { name: '0.02', rate: 0.02, layout: true }, 'single spaces', size))
  })
  console.log(
    `${name.padEnd(22)} median ${median(times.map(time => time.milliseconds)).toFixed(0)}   worst ${Math.max(...times.map(time => time.milliseconds)).toFixed(0)}   processor time, median ${median(times.map(time => time.processor)).toFixed(0)}`,
  )
}
