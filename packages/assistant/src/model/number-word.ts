import type { NumberInText } from './number-in-text.ts'
import vocabulary from './number-words.json' with { type: 'json' }
import { unitAfter } from './unit-word.ts'

interface Words {
  readonly units: Readonly<Record<string, number>>
  readonly hundred: readonly string[]
  readonly thousand: readonly string[]
  readonly million: readonly string[]
  readonly articles: readonly string[]
  readonly fractions: Readonly<Record<string, { readonly percent?: number; readonly ratio?: number }>>
}

const scales = (words: Words): [string, number][] => [
  ...words.hundred.map((word): [string, number] => [word, 100]),
  ...words.thousand.map((word): [string, number] => [word, 1_000]),
  ...words.million.map((word): [string, number] => [word, 1_000_000]),
]

/** Splits a compound into number words, longest first: `tvåhundratjugofem` → två, hundra, tjugo, fem. */
function morphemes(word: string, words: Words): number[] | undefined {
  if (word === '') return []
  const candidates = [...scales(words), ...Object.entries(words.units)]
    .filter(([text]) => word.startsWith(text))
    .sort((a, b) => b[0].length - a[0].length)
  for (const [text, value] of candidates) {
    const rest = morphemes(word.slice(text.length).replace(/^-/, ''), words)
    if (rest) return [value, ...rest]
  }
  return undefined
}

/** 2, 100, 25 → 225; 4, 1 000 000, 200, 1 000 → 4 200 000. */
function combine(parts: readonly number[]): number {
  let total = 0
  let group = 0
  for (const part of parts) {
    if (part === 100) group = Math.max(group, 1) * 100
    else if (part >= 1_000) {
      total += Math.max(group, 1) * part
      group = 0
    } else group += part
  }
  return total + group
}

const joiner: Record<'sv' | 'en', RegExp> = { sv: /^(?: |-| och )$/, en: /^(?: |-| and )$/ }

/** Numbers written as words; a bare article (`en`, `a`) is none, `en miljon` is one. */
export function findWordNumbers(text: string, language: 'sv' | 'en'): NumberInText[] {
  const words: Words = vocabulary[language]
  const found: NumberInText[] = []
  let run: { start: number; end: number; parts: number[]; texts: string[] } | undefined
  const close = (): void => {
    if (run && !(run.texts.length === 1 && words.articles.includes(run.texts[0] ?? ''))) found.push(wordNumber(text, run))
    run = undefined
  }
  for (const match of text.matchAll(/[\p{L}]+/gu)) {
    const word = match[0].toLowerCase()
    const start = match.index
    const end = start + word.length
    const fraction = words.fractions[word]
    const parts = fraction ? undefined : morphemes(word, words)
    if (run && (!parts?.length || !joiner[language].test(text.slice(run.end, start)))) close()
    if (fraction) found.push(fractionNumber(start, end, fraction))
    else if (parts?.length) {
      run = run ? { ...run, end, parts: [...run.parts, ...parts], texts: [...run.texts, word] } : { start, end, parts, texts: [word] }
    }
  }
  close()
  return found
}

function wordNumber(text: string, run: { start: number; end: number; parts: number[] }): NumberInText {
  const unit = unitAfter(text, run.end)
  const value = combine(run.parts) * (unit?.factor ?? 1)
  const slack = value >= 1_000_000 ? 500_000 : value >= 1_000 ? 500 : 0.5
  return {
    start: run.start,
    end: Math.max(run.end, unit?.end ?? 0),
    value,
    slack,
    ...(unit ? { unit: unit.unit } : {}),
    negative: false,
    kind: 'word',
  }
}

function fractionNumber(start: number, end: number, fraction: { percent?: number; ratio?: number }): NumberInText {
  const percent = fraction.percent
  return percent === undefined
    ? { start, end, value: fraction.ratio ?? Number.NaN, slack: 0.05, unit: 'ratio', negative: false, kind: 'fraction' }
    : { start, end, value: percent, slack: 0.5, unit: 'percent', negative: false, kind: 'fraction' }
}
