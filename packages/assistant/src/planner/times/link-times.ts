import type { Link, TimeMention } from '../meaning.ts'
import type { Word } from '../read-words.ts'
import { openYear } from './calendar.ts'
import { dayInYear, wholeMonth, writtenDay } from './days.ts'
import { monthRange, untilMonth, yearPart } from './stretches.ts'
import { onlyYear, yearAt } from './year.ts'

const timeOfDay = (day: string): TimeMention => {
  const year = Number(day.slice(0, 4))
  if (day.endsWith('12-31')) return { year, day, edge: 'closing' }
  if (day.endsWith('01-01')) return { year, day, edge: 'opening' }
  return { year, day, half: true }
}

/** The years, days and ranges that a question names. */
export const linkTimes = (words: readonly Word[]): readonly Link[] => {
  const links: Link[] = []
  const single = onlyYear(words)
  const year0 = single ?? openYear
  const push = (tokens: readonly number[], time: TimeMention): void => {
    links.push({ tokens, meaning: { kind: 'time', time }, score: 1 })
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) continue
    if (word.token.kind === 'date') {
      push([at], timeOfDay(word.token.text))
      continue
    }
    const day = writtenDay(words, at)
    if (day) {
      push(day.tokens, timeOfDay(day.day))
      at += 2
      continue
    }
    const range = monthRange(words, at, year0) ?? untilMonth(words, at, year0) ?? yearPart(words, at, year0)
    if (range) {
      push(range.tokens, { ...timeOfDay(range.day), half: true, ...(range.firstMonth ? { firstMonth: range.firstMonth } : {}) })
      at += range.tokens.length - 1
      continue
    }
    const dated = dayInYear(words, at, single)
    if (dated) {
      push(dated.tokens, timeOfDay(dated.day))
      at = Math.max(...dated.tokens)
      continue
    }
    const month = wholeMonth(words, at, year0)
    if (month) {
      push(month.tokens, { ...timeOfDay(month.day), month: true })
      at += month.tokens.length - 1
      continue
    }
    const year = yearAt(words, at)
    if (year === undefined) continue
    const next = words[at + 1]
    const after = yearAt(words, at + 1)
    if (next?.token.joined && next.token.kind === 'number' && /^\d\d$/.test(next.token.text)) {
      push([at, at + 1], { year, edge: 'closing' })
      at += 1
    } else if (next?.token.joined && after !== undefined && after > year && after - year < 10) {
      push([at], { year })
      for (let between = year + 1; between < after; between += 1) push([at + 1], { year: between })
    } else push([at], { year })
  }
  return links
}
