import type { Words } from './language.ts'

/** What a schema found wrong with data: the part of its error that is told. */
interface SchemaError {
  readonly issues: readonly {
    readonly code?: string | undefined
    readonly path: readonly PropertyKey[]
    readonly expected?: unknown
    readonly values?: readonly unknown[]
    readonly keys?: readonly string[]
  }[]
}

/** The first thing that is wrong with data, with where it stands: `lines.0.amounts: expected array`. */
export function issueWords({ issues: [issue] }: SchemaError): Words {
  const place = issue?.path.map(String).join('.')
  const at = (words: Words): Words => (place ? { sv: `${place}: ${words.sv}`, en: `${place}: ${words.en}` } : words)
  if (issue?.expected !== undefined) return at({ sv: `väntade ${issue.expected}`, en: `expected ${issue.expected}` })
  if (issue?.values) return at({ sv: `väntade något av ${issue.values.join(', ')}`, en: `expected one of ${issue.values.join(', ')}` })
  if (issue?.keys) return at({ sv: `okänt fält ${issue.keys.join(', ')}`, en: `unknown field ${issue.keys.join(', ')}` })
  if (issue?.code === 'too_small') return at({ sv: 'är tomt eller för litet', en: 'is empty or too small' })
  return at({ sv: 'har fel form', en: 'has a shape that does not fit' })
}
