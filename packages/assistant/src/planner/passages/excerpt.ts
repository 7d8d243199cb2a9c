const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length

/** Rows of a table run together, or a line of a table of contents: nothing to show as prose. */
export const isTable = (text: string): boolean => /\.{4,}|…{2,}/.test(text) || count(text, /\d{2,}/g) > 4 || count(text, /\|/g) > 1

/** A table's rows, or a piece of a text that ends like no sentence. */
export const isTabular = (text: string): boolean => !/[.!?:;)”"]$/.test(text.trim()) || isTable(text)

const longest = 220

/** A passage cut to what can be read at a glance, around the place where something was found. */
export const excerpt = (text: string, at = 0): string => {
  if (text.length <= longest) return text
  const from = Math.max(0, Math.min(at - longest / 3, text.length - longest))
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = start + longest >= text.length ? text.length : Math.max(start + 1, text.lastIndexOf(' ', start + longest))
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}
