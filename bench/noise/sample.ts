import { parseTextDocument, type TextDocument } from '../../packages/reader/src/text/text-document.ts'
import { damage, type Noise } from './damage.ts'
import { drawLawful, drawSize, type Lawful, type LawfulSize } from './lawful.ts'
import { type Laid, type Layout, layOut, type Printed, printLawful } from './print.ts'
import { seeded } from './random.ts'
import { sharePrints, type WithShares, withShares } from './shares.ts'

/** How much damage: none at all, or the layout's with so many characters hit. */
export interface Damage {
  readonly name: string
  readonly rate: number
  readonly layout: boolean
}

/** A statement, how it was printed and damaged, and the text to be read. */
export interface Sample {
  readonly lawful: Lawful
  readonly printed: Printed
  readonly laid: Laid
  readonly document: TextDocument
}

/** Draws samples damaged by one kind of noise. */
export type Sampler = (seed: number, hit: Damage, layout: Layout, given?: LawfulSize | Lawful) => Sample

/** The statement of a number: drawn by it, or where `given` the one given, damaged and laid out by chances of that number. */
export const sampler =
  (noise: Noise): Sampler =>
  (seed, hit, layout, given) => {
    const random = seeded(seed)
    const lawful = given && 'rows' in given ? given : drawLawful(random, given ?? drawSize(random))
    const clean = printLawful(lawful)
    const printed = hit.layout ? damage(lawful, clean, noise, hit.rate, layout, random) : clean
    const laid = layOut(lawful, printed, layout, random)
    return { lawful, printed, laid, document: parseTextDocument(laid.text, { id: 'noise', hash: '' }) }
  }

/** A sample with percents behind its amounts. */
export interface SharedSample extends Sample {
  readonly shares: WithShares
}

/** The statement of a number, of at most three columns, with percents behind its amounts, printed in the ways of `sharePrints` by turns. */
export const sharedSampler =
  (noise: Noise) =>
  (seed: number, turn: number, hit: Damage, layout: Layout): SharedSample => {
    const random = seeded(seed)
    const size = drawSize(random)
    const lawful = drawLawful(random, { ...size, columns: Math.min(3, size.columns) })
    const shares = withShares(lawful, sharePrints[turn % sharePrints.length] ?? { decimals: 0, sign: '%' })
    const printed = hit.layout ? damage(shares.beside, shares.printed, noise, hit.rate, layout, random) : shares.printed
    const laid = layOut(shares.beside, printed, layout, random)
    return { lawful, shares, printed, laid, document: parseTextDocument(laid.text, { id: 'noise', hash: '' }) }
  }
