import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as domain from './index.ts'

interface Exported {
  readonly name: string
  readonly kind: string
  readonly comment: string
  /** The declaration, up to the next one. */
  readonly code: string
}

const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
const declaration =
  /(?:(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\s*)?export (const|function|interface|type) (\w+)((?:(?!\n(?:export|\/\*\*|const|function|type|interface))[\s\S])*)/g

const declarationsOf = (file: string): readonly Exported[] =>
  [...source(file).matchAll(declaration)].map(([, comment = '', kind = '', name = '', code = '']) => ({ name, kind, comment, code }))

/** Everything that the package exports, with the comment above its declaration. */
function exported(): readonly Exported[] {
  const index = source('./index.ts')
  const named = [...index.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(([, names = '', file = '']) =>
    names
      .split(',')
      .map(name => name.trim().replace(/^type /, ''))
      .filter(Boolean)
      .map(name => {
        const [inner, outer = inner] = name.split(' as ')
        const found = declarationsOf(file).find(one => one.name === inner)
        return { kind: '', comment: '', code: '', ...found, name: outer ?? name }
      }),
  )
  const starred = [...index.matchAll(/export \* from '([^']+)'/g)].flatMap(([, file = '']) => declarationsOf(file))
  return [...named, ...starred]
}

const all = exported()
const functions = all.filter(({ name }) => typeof Reflect.get(domain, name) === 'function')

test('the exports are those that the package has', () => {
  const values = all.filter(({ kind }) => kind === 'const' || kind === 'function').map(({ name }) => name)
  expect(values.toSorted()).toEqual(Object.keys(domain).toSorted())
})

describe('every export says what it means', () => {
  test.each(all)('$name', ({ comment }) => {
    expect(comment.replace(/[/*\s]+/g, ' ').trim().length).toBeGreaterThan(20)
  })
})

test.each(functions)('$name shows an example', ({ comment }) => {
  expect(comment).toMatch(/@example +\S/)
})

const failing = functions.filter(({ code }) => /\): (Result<(?!Value, never)|Outcome)/.test(code))
test.each(failing)('$name tells how it fails', ({ comment }) => {
  expect(failing.length).toBeGreaterThan(5)
  expect(comment).toMatch(/`[a-z]+(-[a-z]+)+`|failure|failed|did not/i)
})

const amounts = all.filter(
  ({ kind, code }) => /interface|type/.test(kind) && /readonly (value|low|high|amount|before|after): number/.test(code),
)
test.each(amounts)('$name tells the unit of its amounts', ({ comment, code }) => {
  expect(amounts.length).toBeGreaterThan(3)
  expect(comment + code).toMatch(/öre|kronor|unit/)
})

/** The value of an expression over the exports; undefined where it speaks of something that a reader has, such as a library. */
function computed(expression: string): { readonly value: unknown } | undefined {
  try {
    return { value: new Function(...Object.keys(domain), `return (${expression})`)(...Object.values(domain)) }
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof SyntaxError) return undefined
    throw error
  }
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null).replaceAll('\u00a0', ' '))

const examples = all.flatMap(({ name, comment }) => {
  const [, shown, told] = /@example +(.+?) \/\/ (.+)/.exec(comment) ?? []
  const [result, promised] = [shown && computed(shown), told && computed(told)]
  return result && promised ? [{ name, result, promised, shown }] : []
})
test.each(examples)('the example of $name holds: $shown', ({ result, promised }) => {
  expect(examples.length).toBeGreaterThan(25)
  expect(plain(result.value)).toEqual(plain(promised.value))
})
