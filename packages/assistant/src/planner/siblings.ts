import type { Library, LibraryLine } from '@finsam/domain'
import { fold } from '../words/fold.ts'
import type { Slot } from './choose-links.ts'
import { isModifier, top } from './follow-up.ts'
import type { Frame } from './frame.ts'
import { lineLink } from './scope.ts'

const pays = /^(betal|bidra|bidrag|medlem|pay|paid|contribut|skjut|andel|share|fee|avgift|befolk|invan|popul|inhabit)/

const linesOf = (library: Library, slot: Slot): readonly LibraryLine[] =>
  slot.links
    .slice(0, 1)
    .flatMap(({ meaning }) =>
      meaning.kind === 'lines' ? meaning.names.slice(0, 1).flatMap(({ name }) => name.keys.flatMap(key => library.line(key) ?? [])) : [],
    )
const headOf = (line: LibraryLine): string => fold(line.label.split(/[\s/,(]/)[0] ?? '')

/** After or beside `Samordningsteam Sala`, `Hallstahammar` is the team there and not what the municipality pays. */
export const asSibling = (library: Library, frame: Frame, prior: Frame | undefined): Frame => {
  const own = frame.targets.filter(target => !isModifier(target))
  const [slot, ...others] = own.filter(target => top(target)?.kind === 'member')
  const beside = own.length > 1 ? own.filter(target => target !== slot) : prior?.words === frame.words ? [] : (prior?.targets ?? [])
  if (!slot || others.length > 0) return frame
  const said = frame.words.slice(frame.clause.from, frame.clause.to)
  if (said.some(({ token }) => pays.test(token.folded))) return frame
  const place = fold(slot.tokens.map(token => frame.words[token]?.token.text ?? '').join(' '))
  const before = beside.flatMap(target => linesOf(library, target))
  const siblings = before.flatMap(line =>
    library
      .linesOf(line.association)
      .filter(other => other.key !== line.key && headOf(other) === headOf(line) && fold(other.label).includes(place)),
  )
  const keys = new Set(siblings.map(({ key }) => key))
  const [sibling] = siblings
  return sibling && keys.size === 1 && place.length > 2
    ? { ...frame, targets: frame.targets.map(target => (target === slot ? { ...slot, links: [lineLink(sibling, slot.tokens)] } : target)) }
    : frame
}
