import type { Registry } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { slug } from './file-id.ts'
import { findOrgNumber } from './org-number.ts'

/** Whose document it is. */
export interface Identity {
  readonly association: string
  readonly associationName: string
  readonly orgNumber?: string
}

const head = 2_000
const earlyWeight = 12
const countedLate = 8

type Mentions = Map<string, number[]>

const mention = (mentions: Mentions, name: string, at: number): void => {
  const known = mentions.get(name)
  if (known) known.push(at)
  else mentions.set(name, [at])
}

/** An early mention tells more than a late one, and many late ones tell little more than some. */
function scoreOf(places: readonly number[]): number {
  const early = places.filter(at => at < head)
  return early.reduce((sum, at) => sum + earlyWeight * (2 - at / head), 0) + Math.min(countedLate, places.length - early.length)
}

function best(mentions: Mentions): { readonly name: string; readonly score: number } | undefined {
  return [...mentions].map(([name, places]) => ({ name, score: scoreOf(places) })).sort((a, b) => b.score - a.score)[0]
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Where each association of the registry is named; a longer name hides the shorter within it. */
function findKnown(letters: string, registry: Registry): Mentions {
  const names = registry.associations.flatMap(association =>
    [
      association.name,
      ...association.aliases,
      `samordningsförbundet ${association.shortName}`,
      `samordningsförbundet i ${association.shortName}`,
    ]
      .filter(name => name.length > 6)
      .map(name => ({ id: association.id, key: plain(name) })),
  )
  const taken = new Uint8Array(letters.length)
  const mentions: Mentions = new Map()
  for (const { id, key } of names.sort((a, b) => b.key.length - a.key.length)) {
    for (let at = letters.indexOf(key); at >= 0; at = letters.indexOf(key, at + key.length)) {
      if (taken[at] === 1 || /[a-z]/.test(letters.charAt(at - 1)) || /[a-rt-z]/.test(letters.charAt(at + key.length))) continue
      taken.fill(1, at, at + key.length)
      mention(mentions, id, at)
    }
  }
  return mentions
}

const unknownName = [
  /samordningsförbundet\s{1,3}((?:i )?\p{Lu}[\p{L}-]+(?: (?:i )?\p{Lu}[\p{L}-]+){0,2})/giu,
  /((?:\p{Lu}[\p{L}-]+ ){0,2}\p{Lu}[\p{L}-]+s)\s{1,3}samordningsförbund\b/gu,
  /coordination association ((?:of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/giu,
  /\bfinsam (?:i )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/giu,
]

const titleCase = (name: string): string =>
  name.replace(/\p{Lu}{2,}/gu, word => (word.length > 3 ? word.charAt(0) + word.slice(1).toLowerCase() : word))

const notAName = /^(?:Org|Verksamhetsplan|Budget|Årsredovisning|Delårsrapport|Finsam|Besök|Adress)/i

/** Names of associations that the text prints itself. A capital decides where a name ends, so only words with one count. */
function findPrinted(text: string): Mentions {
  const mentions: Mentions = new Map()
  for (const pattern of unknownName)
    for (const match of text.matchAll(pattern)) {
      const words = (match[1] ?? '').split(' ')
      const end = words.findIndex(word => (!/^\p{Lu}/u.test(word) && word !== 'i') || notAName.test(word))
      const name = titleCase((end < 0 ? words : words.slice(0, end)).join(' '))
      if (name.length > 2 && name !== 'i') mention(mentions, name, match.index)
    }
  for (const [name, places] of mentions) {
    const bare = mentions.get(name.replace(/s$/, ''))
    if (!bare || bare === places) continue
    bare.push(...places)
    mentions.delete(name)
  }
  return mentions
}

/** `Sjölandets samordningsförbund` where the text says it so, else `Samordningsförbundet X`. */
function fullName(name: string, text: string): string {
  const own = `${name} samordningsförbund`.toLowerCase()
  const said = `${text.toLowerCase().replace(/\s+/g, ' ')} `.split(own).slice(1)
  return said.some(rest => !/^\p{L}/u.test(rest)) ? `${name} samordningsförbund` : `Samordningsförbundet ${name}`
}

/**
 * Tells whose document a text is: by an organisation number that the registry has where the text names its owner too, else by the name that stands earliest and
 * most often, else by the name that the text prints itself.
 *
 * @param text  the document in readable form, lines joined by newlines
 */
export function identifyAssociation(text: string, registry: Registry): Identity {
  const sample = text.slice(0, 300_000)
  const orgNumber = findOrgNumber(sample)
  const withNumber = orgNumber ? registry.associations.find(each => digitsOf(each.orgNumber ?? '') === digitsOf(orgNumber)) : undefined
  const known = best(findKnown(plain(sample.replace(/\s/g, ' ')), registry))
  const printed = best(findPrinted(sample))
  const confirmed =
    withNumber &&
    (!printed || known?.name === withNumber.id || findKnown(plain(sample.replace(/\s/g, ' ')), { associations: [withNumber] }).size > 0)
      ? withNumber
      : undefined
  const found = confirmed ?? registry.associations.find(each => each.id === known?.name)
  const number = orgNumber ? { orgNumber } : {}
  if (found && (confirmed || !printed || (known?.score ?? 0) >= printed.score * 0.8))
    return { association: found.id, associationName: found.name, ...number }
  if (!printed) return { association: 'unknown', associationName: 'Okänt samordningsförbund', ...number }
  return { association: slug(printed.name.replace(/^i /, '')), associationName: fullName(printed.name, sample), ...number }
}
