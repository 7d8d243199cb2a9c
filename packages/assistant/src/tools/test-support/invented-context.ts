import { createLibrary } from '@finsam/domain'
import type { AssistantContext, FoundPassage } from '../../context.ts'
import { inventedRegistry, north, south } from './invented-readings.ts'

const texts = new Map([north, south].map(({ reading, text }) => [reading.document.id, text]))

const passage = (document: string, line: number, text: string): FoundPassage => ({ document, line, lineTo: line, text, score: 1 })

/** The two invented associations as tools see them. Page 2 of the northern plan begins after its table; search compares words only. */
export const inventedContext = (): AssistantContext => ({
  library: createLibrary([north.reading, south.reading], inventedRegistry),
  sourceLines: (document, from, to) => texts.get(document)?.slice(from - 1, to),
  pages: document =>
    document === 'norradalen-2024'
      ? [
          { page: 1, from: 1, to: 13 },
          { page: 2, from: 14, to: 17 },
        ]
      : [],
  search: async (query, { limit, document: wanted, association }) =>
    [...texts]
      .filter(([id]) => (wanted === undefined || id === wanted) && (association === undefined || id.startsWith(association)))
      .flatMap(([id, text]) => text.map((line, index) => passage(id, index + 1, line)))
      .filter(({ text }) =>
        query
          .toLowerCase()
          .split(/\s+/)
          .some(word => text.toLowerCase().includes(word)),
      )
      .slice(0, limit),
})
