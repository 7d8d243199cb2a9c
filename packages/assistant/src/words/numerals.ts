const units: Readonly<Record<string, number>> = {
  noll: 0,
  en: 1,
  ett: 1,
  tva: 2,
  bada: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  atta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  trettio: 30,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  attio: 80,
  nittio: 90,
  zero: 0,
  one: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const scales: Readonly<Record<string, number>> = { hundra: 100, tusen: 1000, hundred: 100, thousand: 1000 }
const longestFirst = [...Object.keys(units), ...Object.keys(scales)].sort((one, other) => other.length - one.length)

const pieces = (word: string): string[] | undefined => {
  if (word === '') return []
  for (const piece of longestFirst) {
    if (!word.startsWith(piece)) continue
    const rest = pieces(word.slice(piece.length))
    if (rest) return [piece, ...rest]
  }
  return undefined
}

const wholeOf = (parts: readonly string[]): number => {
  let total = 0
  let group = 0
  for (const part of parts) {
    const scale = scales[part]
    if (scale === undefined) group += units[part] ?? 0
    else if (scale === 1000) {
      total += (group || 1) * scale
      group = 0
    } else group = (group || 1) * scale
  }
  return total + group
}

/**
 * The whole number that a folded word spells, in Swedish or English; undefined for any other word.
 * `tjugofem` → 25, `tjugohundratjugofyra` → 2024, `tjugotjugofyra` (a year said in pairs) → 2024.
 */
export const numeralOf = (folded: string): number | undefined => {
  const parts = pieces(folded)
  if (!parts || parts.length === 0) return undefined
  if (parts[0] === 'tjugo' && parts.length === 3 && parts[1] === 'tjugo') return 2020 + wholeOf(parts.slice(2))
  return wholeOf(parts)
}

/** Shares said in a word: `hälften` → 50 percent. */
const shares: Readonly<Record<string, number>> = {
  halften: 50,
  halv: 50,
  half: 50,
  fjardedel: 25,
  fjardedelen: 25,
  quarter: 25,
  tredjedel: 100 / 3,
  tredjedelen: 100 / 3,
  third: 100 / 3,
}
export const shareOf = (folded: string): number | undefined => shares[folded]
