import type { Member } from '../model/association.ts'
import { fold, slug } from '../text/fold.ts'
import { editDistance, toleratedEdits } from '../text/nearest.ts'

const state = /\b(staten|statens|statlig\w*|forsakringskassan?s?|forsakringskassa|arbetsformedling(en)?s?|fk|af)\b/
const region = /\b(region(en|ens)?|\w{4,}sregionens?|landsting(et|ets)?)\b/
const municipality = /\b(kommun|kommuns|kommunen|stad|stads|municipality)\b/
const several = /\b(kommuner|kommunerna|kommunernas|medlemskommuner\w*)\b/
const filler =
  /\b(driftbidrag|bidrag|medlemsbidrag|medlemsintakt(er)?|medlemsavgift|tilldelning|fran|till|gm|genom|och|for|samt|ovriga|summa|i|o)\b/g
const kindWords = /\b(kommun|kommuns|kommunen|stad|stads|region(en|ens)?|landsting(et)?|staten|statens|lan|lans|municipality|the|of)\b/g

const bare = (text: string): string => text.replace(filler, ' ').replace(/ +/g, ' ').trim()
const stem = (text: string): string => bare(text).replace(kindWords, ' ').replace(/ +/g, ' ').trim()

/** Same place in another shape: `Köpings` is `Köping`, and a scanner's faults count within `toleratedEdits`. */
function sameStem(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other || `${one}s` === other || one === `${other}s`) return true
  const limit = toleratedEdits(Math.min(one.length, other.length))
  return limit > 0 && (editDistance(one, other, limit) <= limit || editDistance(one, `${other}s`, limit) <= limit)
}

/**
 * How a label speaks of a member. `kommunerna` is all of them, so no single one.
 * @example memberKind('Region Västmanland') // 'region'
 */
export function memberKind(label: string): Member['kind'] | 'municipalities' | undefined {
  const text = fold(label)
  if (several.test(text)) return 'municipalities'
  if (municipality.test(text) && !state.test(text)) return 'municipality'
  if (region.test(text)) return 'region'
  if (state.test(text)) return 'state'
  return undefined
}

/** Scanners damage *Försäkringskassan* and *Arbetsförmedlingen* most of all; each word may cost a few edits. */
const agencies = ['forsakringskassan', 'arbetsformedlingen', 'forsakringskassa', 'arbetsformedling']
const damagedAgency = (label: string): boolean =>
  fold(label)
    .split(' ')
    .some(word => word.length > 12 && agencies.some(agency => editDistance(word, agency, 3) <= 3))

/** Whether a label names two agencies of the state at once: what they pay together is neither's own contribution. */
function isJoint(label: string, members: readonly Member[]): boolean {
  const words = fold(label).split(/[ +]/)
  const named = members.filter(
    member =>
      member.kind === 'state' &&
      [member.name, ...member.aliases].some(name => {
        const alias = fold(name)
        return !alias.includes(' ') && words.some(word => word === alias || (alias.length > 12 && editDistance(word, alias, 3) <= 3))
      }),
  )
  return named.length > 1
}

/**
 * The member whose name a label is: by the registry's names and aliases first, else by its words.
 * An association has one state and mostly one region, so those need no name.
 * @example findMember('Köpings kommun', association.members)?.id // 'koping'
 */
export function findMember(label: string, members: readonly Member[]): Member | undefined {
  const text = bare(fold(label))
  const named = members.find(member => [member.name, member.id, ...member.aliases].some(name => bare(fold(name)) === text))
  if (named) return named
  const kind = memberKind(label) ?? (damagedAgency(label) ? 'state' : undefined)
  if (kind === 'municipalities' || isJoint(label, members)) return undefined
  if (kind === 'state') return members.find(member => member.kind === 'state')
  const alike = (member: Member): boolean => [member.name, ...member.aliases].some(name => sameStem(stem(fold(label)), stem(fold(name))))
  const regions = members.filter(member => member.kind === 'region')
  if (kind === 'region') return regions.find(alike) ?? (regions.length === 1 ? regions[0] : undefined)
  return members.find(member => member.kind === 'municipality' && alike(member))
}

/**
 * A member that no registry knows, from the label of its line.
 * @example memberFromLabel('Habo kommun')?.id // 'habo'
 */
export function memberFromLabel(label: string): Member | undefined {
  const kind = memberKind(label) ?? (damagedAgency(label) ? 'state' : undefined)
  if (kind === undefined || kind === 'municipalities') return undefined
  if (kind === 'state') return { id: 'staten', name: 'Staten', kind, aliases: [label] }
  if (kind === 'region') return { id: slug(bare(fold(label))) || 'region', name: label, kind, aliases: [] }
  return { id: slug(stem(fold(label)).replace(/s$/, '')) || slug(label), name: label, kind, aliases: [] }
}
