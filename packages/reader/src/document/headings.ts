import type { DocumentReading } from '@finsam/domain'
import type { LabelKnowledge } from '../labels/knowledge.ts'
import { restoreLabel } from '../labels/restore-label.ts'
import { type Block, stripMarks } from './blocks.ts'

type Heading = DocumentReading['headings'][number]

/** The headings of a document in readable form, in order. */
export const findHeadings = (blocks: readonly Block[], knowledge: LabelKnowledge): Heading[] =>
  blocks.flatMap(block => {
    const line = block.lines[0]
    if (block.kind !== 'heading' || !line) return []
    const title = restoreLabel(stripMarks(line.text), knowledge)
    return title === '' ? [] : [{ line: line.number, title, level: block.level ?? 3 }]
  })
