import type { Library, LibraryLine } from '@finsam/domain'
import { fold } from '../words/fold.ts'
import { lineLink } from './cells.ts'
import type { Slot } from './choose-links.ts'
import { isModifier, top } from './follow-up.ts'
import type { Frame } from './frame.ts'

const pays = /^(betal|bidra|bidrag|medlem|pay|paid|contribut|skjut|andel|share|fee|avgift|befolk|invan|popul|inhabit)/

const linesOf = (library: Library, slot: Slot): readonly LibraryLine[] =>
  slot.links
    .slice(0, 1)
    .flatMap(({ meaning }) =>
      meaning.kind === 'lines'
        ? meaning.names
            .slice(0, 1)
            .flatMap(({ name }) => name.associations.flatMap(id => name.keysIn(id).flatMap(key => library.line(key) ?? [])))
        : [],
    )
const headOf = (line: LibraryLine): string => fold(line.label.split(/[\s/,(]/)[0] ?? '')

/** The line of the same head as one beside it that the place of a member names: `Sala` after `Samordningsteam Köping`. */
const siblingAt = (library: Library, frame: Frame, slot: Slot, beside: readonly LibraryLine[]): LibraryLine | undefined => {
  const place = fold(slot.tokens.map(token => frame.words[token]?.token.text ?? '').join(' '))
  if (place.length < 3) return undefined
  const siblings = beside.flatMap(line =>
    library
      .linesOf(line.association)
      .filter(
        other =>
          other.key !== line.key && other.nature === line.nature && headOf(other) === headOf(line) && fold(other.label).includes(place),
      ),
  )
  const [sibling] = siblings
  return new Set(siblings.map(({ key }) => key)).size === 1 ? sibling : undefined
}

/** After or beside `Samordningsteam Sala`, `Hallstahammar och Surahammar` are the teams there and not what the municipalities pay. */
export const asSibling = (library: Library, frame: Frame, prior: Frame | undefined): Frame => {
  const own = frame.targets.filter(target => !isModifier(target))
  const members = own.filter(target => top(target)?.kind === 'member')
  if (members.length === 0) return frame
  const said = frame.words.slice(frame.clause.from, frame.clause.to)
  if (said.some(({ token }) => pays.test(token.folded))) return frame
  const named = own.filter(target => top(target)?.kind !== 'member')
  const before = named.length > 0 ? named : prior?.words === frame.words || members.length > 1 ? [] : (prior?.targets ?? [])
  const beside = before.flatMap(target => linesOf(library, target))
  const siblings = new Map(
    members.flatMap(slot => {
      const line = siblingAt(library, frame, slot, beside)
      return line ? [[slot, line] as const] : []
    }),
  )
  if (siblings.size < members.length) return frame
  const targets = frame.targets.map(target => {
    const line = siblings.get(target)
    return line ? { ...target, links: [lineLink(line, target.tokens)] } : target
  })
  return { ...frame, targets }
}
