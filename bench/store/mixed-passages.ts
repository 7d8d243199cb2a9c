import { normalise } from '@finsam/indexer'
import { Table as ArrowTable, Field, FixedSizeList, Float32, Int32, makeData, Utf8, Vector, vectorFromArray } from 'apache-arrow'
import { randomFrom } from './noise.ts'

/** A real passage that mixed ones are made from. */
export interface Sample {
  readonly words: readonly string[]
  /** Its search terms: those of its words, of its heading and title, and of the table that it is of. */
  readonly terms: readonly string[]
  readonly vector: Float32Array
}

/** A document that passages are made for. */
export interface Owner {
  readonly id: string
  readonly edition: string
  readonly association: string
  readonly year: number
}

const FOREIGN_SHARE = 0.3
const VECTOR_NOISE = 0.12

/** Makes passages of real ones: most words and terms of one, some of another, and a vector a little off. The same seed gives the same passages. */
export function passageMixer(samples: readonly Sample[], seed: number) {
  const random = randomFrom(seed)
  const pick = (): Sample => samples[Math.floor(random() * samples.length)] ?? { words: [], terms: [], vector: new Float32Array() }
  const mixed = (own: readonly string[], other: readonly string[]): string =>
    own.map((word, index) => (random() < FOREIGN_SHARE ? (other[index % other.length] ?? word) : word)).join(' ')
  return () => {
    const [own, other] = [pick(), pick()]
    const vector = normalise(own.vector.map(component => component + (random() - 0.5) * VECTOR_NOISE))
    return { text: mixed(own.words, other.words), norm: mixed(own.terms, other.terms), vector }
  }
}

/** A batch of passages as columns, numbered from `first`, spread over the documents in turn. */
export function passageBatch(mix: ReturnType<typeof passageMixer>, owners: readonly Owner[], first: number, count: number): ArrowTable {
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  const mixed = numbers.map(mix)
  const ownerOf = (number: number): Owner => {
    const owner = owners[number % owners.length]
    if (!owner) throw new Error('there are no documents')
    return owner
  }
  const texts = (of: (number: number, index: number) => string) => vectorFromArray(numbers.map(of), new Utf8())
  const whole = (of: (number: number) => number) => vectorFromArray(numbers.map(of), new Int32())
  const dimensions = mixed[0]?.vector.length ?? 0
  const components = new Float32Array(count * dimensions)
  mixed.forEach(({ vector }, index) => {
    components.set(vector, index * dimensions)
  })
  const type = new FixedSizeList(dimensions, new Field('item', new Float32(), true))
  const child = makeData({ type: new Float32(), data: components })
  return new ArrowTable({
    key: texts(number => `${ownerOf(number).id}@${ownerOf(number).edition}#${number}`),
    document: texts(number => ownerOf(number).id),
    edition: texts(number => ownerOf(number).edition),
    association: texts(number => ownerOf(number).association),
    year: whole(number => ownerOf(number).year),
    kind: texts(() => 'plan'),
    line: whole(number => 1 + number),
    lineTo: whole(number => 1 + number),
    page: whole(() => 1),
    subject: texts(number => ownerOf(number).association),
    heading: texts(() => ''),
    text: texts((_, index) => mixed[index]?.text ?? ''),
    norm: texts((_, index) => mixed[index]?.norm ?? ''),
    vector: new Vector([makeData({ type, child, length: count })]),
  })
}
