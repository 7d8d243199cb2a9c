/** Lower-case ASCII words with hyphens: `Árets resultat` → `arets-resultat`; never empty. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'rad'

/** Gives out ids that do not repeat: the second `summa` is `summa-2`. */
export function idMaker(): (text: string) => string {
  const used = new Map<string, number>()
  return text => {
    const base = slug(text)
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    return count === 1 ? base : `${base}-${count}`
  }
}
