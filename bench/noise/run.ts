import { readStatements } from '../../packages/reader/src/statements/read-statements.ts'
import { readPlainly } from './baseline.ts'
import { cellsBySpot, compare, emptyTally, type Reader, type Tally } from './compare.ts'
import { readNoise } from './damage.ts'
import { dataStatements } from './data-statements.ts'
import { readExhaustively } from './exhaustive.ts'
import { type Layout, layouts } from './print.ts'
import { type Damage, type Sample, sampler, sharedSampler } from './sample.ts'
import { amountsAlone, compareShares } from './shares.ts'
import { measureSpeed } from './speed.ts'

// npm run bench -- noise [statements per cell of the table, 40] [noise.json]; `noise speed` measures the speed alone
const [count = '40', noiseFile] = process.argv.slice(2)
const statements = Number(count)
const noise = readNoise(noiseFile)
const sample = sampler(noise)
if (count === 'speed') {
  measureSpeed(sample)
  process.exit()
}
const fromData = dataStatements()

const damages: readonly Damage[] = [
  { name: 'none', rate: 0, layout: false },
  ...noise.rates.map(rate => ({ name: rate === 0 ? 'layout' : String(rate), rate, layout: true })),
]

const read = (one: Sample): Reader => {
  const { statements: found, findings } = readStatements(one.document, {})
  return cellsBySpot(found, findings, one.laid)
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(2).padStart(7)
const shown = (tally: Tally): string =>
  `${percent(tally.right, tally.cells)} ${percent(tally.flagged + tally.missing, tally.cells)} ${percent(tally.wrong, tally.cells)}`

function table(title: string, samples: (hit: Damage, layout: Layout) => readonly Sample[]): void {
  console.log(`\n${title}\ndamage layout               finsam                    without constraints       cells`)
  for (const hit of damages) {
    const whole = { finsam: emptyTally(), plain: emptyTally() }
    for (const layout of layouts) {
      const tallies = { finsam: emptyTally(), plain: emptyTally() }
      for (const one of samples(hit, layout)) {
        const reader = read(one)
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

const sharedLine = (hit: Damage, layout: string, { amounts, percents }: { readonly amounts: Tally; readonly percents: Tally }): string =>
  `${hit.name.padEnd(6)} ${layout.padEnd(20)} ${shown(amounts)}   ${shown(percents)}   ${amounts.cells}   ${percents.cells}`

console.log('Cells that stand in some sum, percent: right | flagged or not given | wrong unflagged')
table(`${statements} drawn statements each`, (hit, layout) =>
  Array.from({ length: statements }, (_, index) => sample(index * 7 + 1, hit, layout)),
)
table(`${fromData.length} statements of data/, each damaged ${Math.ceil(statements / 10)} times`, (hit, layout) =>
  fromData.flatMap((lawful, index) =>
    Array.from({ length: Math.ceil(statements / 10) }, (_, turn) => sample(index * 101 + turn * 7 + 3, hit, layout, lawful)),
  ),
)

console.log(`\n${statements} drawn statements each, with percents behind their amounts`)
console.log('damage layout               amounts                   percents                  cells  percents')
const shared = sharedSampler(noise)
for (const hit of damages) {
  const whole = { amounts: emptyTally(), percents: emptyTally() }
  for (const layout of layouts) {
    const tallies = { amounts: emptyTally(), percents: emptyTally() }
    for (let index = 0; index < statements; index += 1) {
      const one = shared(index * 7 + 1, index, hit, layout)
      const reader = read(one)
      for (const group of [tallies, whole]) {
        compare(one.lawful, amountsAlone(reader), group.amounts)
        compareShares(one.shares, reader, group.percents)
      }
    }
    console.log(sharedLine(hit, layout, tallies))
  }
  console.log(sharedLine(hit, 'all layouts', whole))
}

console.log('\nSmall statements, cells marked by tabs, beside a reader that knows the places, the sums and the noise')
console.log('damage finsam                    exhaustive                cells')
for (const hit of damages) {
  const tallies = { finsam: emptyTally(), exhaustive: emptyTally() }
  for (let index = 0; index < statements * 3; index += 1) {
    const size = { sections: 1, itemsMost: 4, columns: 1 + (index % 3), subtotals: true, chain: false }
    const one = sample(index * 13 + 5, hit, 'tabs', size)
    compare(one.lawful, read(one), tallies.finsam)
    compare(one.lawful, readExhaustively(one.lawful, one.printed, noise, hit.rate), tallies.exhaustive)
  }
  console.log(`${hit.name.padEnd(6)} ${shown(tallies.finsam)}   ${shown(tallies.exhaustive)}   ${tallies.finsam.cells}`)
}

measureSpeed(sample)
