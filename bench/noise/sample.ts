import { parseTextDocument, type TextDocument } from '../../packages/reader/src/text/text-document.ts'
import { damage, type Noise } from './damage.ts'
import { drawLawful, drawSize, type Lawful, type LawfulSize } from './lawful.ts'
import { type Laid, type Layout, layOut, type Printed, printLawful } from './print.ts'
import { seeded } from './random.ts'

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
