const pageMark = /^[^|\t]{0,90}\s(?:sid(?:a|an|nr)?|page)\.?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|(?:av|\/)\s*\d{1,3}))?\s*$/i
const pageOfPages =
  /(?:förbund|forbund|samordningsf[öo]rbundet|redovisning|plan|rapport|bokslut|budget\s+20\d\d|sida?)\b.*?\s(\d{1,3})\s*(?:\(\s*(\d{1,3})\s*\)|\/\s*(\d{1,3}))\s*$/i

/** A page and how many there are, alone on a line: `2(6)`, `2 av 6`. */
const alone = /^\W*(\d{1,3})\s*(?:\(\s*(\d{1,3})\s*\)|(?:\/|av)\s*(\d{1,3}))\W*$/i

/**
 * Whether a line is a running header or footer that ends in its page: `Samordningsförbundet Havsbandet   Sida 8`,
 * `Årsredovisning 2023   8 (14)`.
 */
export function isRunningHead(text: string): boolean {
  if (text.length > 160) return false
  if (pageMark.test(text)) return true
  const found = alone.exec(text) ?? pageOfPages.exec(text)
  const pages = Number(found?.[2] ?? found?.[3] ?? 0)
  return pages >= 2 && Number(found?.[1]) <= pages
}
