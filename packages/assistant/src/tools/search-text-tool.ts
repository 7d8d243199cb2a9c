import * as z from 'zod'
import { associationField, documentField } from './input/selector-fields.ts'
import { parseAssociation, parseDocument } from './names/association-name.ts'
import { defineTool } from './tool.ts'
import { documentRecords } from './wire/calculation-record.ts'
import { documentRecordSchema } from './wire/figure-record.ts'
import { placeOfLines } from './wire/place-text.ts'
import { linksTo } from './wire/source-link.ts'

const passageSchema = z.object({
  document: z.string(),
  page: z.number().int().optional(),
  line: z.number().int(),
  lineTo: z.number().int(),
  heading: z.string().optional(),
  /** In words, where the document came as a workbook or Word file: `sheet Budget, cells A14:F14`. */
  inFile: z.string().optional(),
  text: z.string(),
})
type Passage = z.infer<typeof passageSchema>

/** A passage longer than this is cut; read_source has the rest. */
const longestPassage = 600

const cut = (text: string): string => (text.length > longestPassage ? `${text.slice(0, longestPassage)}…` : text)

const passageText = ({ document, page, line, lineTo, heading, inFile, text }: Passage): string =>
  `[${document}${page === undefined ? '' : ` p. ${page}`} lines ${line}–${lineTo}${inFile ? `, ${inFile}` : ''}]${heading ? ` ${heading}:` : ''} ${text.replace(/\s+/g, ' ').trim()}`

export const searchText = defineTool({
  name: 'search_text',
  title: 'Search',
  description: 'Find passages of the documents by words or meaning, for goals, reasons and quotations. Figures: take get_figures instead.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(400),
    association: associationField.optional(),
    document: documentField.optional(),
    limit: z.number().int().min(1).max(20).default(4),
  }),
  output: z.object({ passages: z.array(passageSchema), documents: z.array(documentRecordSchema) }),
  run: async (context, { query, limit, ...within }) => {
    const association = within.association === undefined ? undefined : parseAssociation(context.library, within.association).id
    const document = within.document === undefined ? undefined : parseDocument(context.library, within.document).id
    const found = await context.search(query, { limit, ...(association ? { association } : {}), ...(document ? { document } : {}) })
    const passages = found.map(({ score: _, text, ...passage }): Passage => {
      const inFile = placeOfLines(context, passage.document, passage.line, passage.lineTo)
      return { ...passage, ...(inFile ? { inFile } : {}), text: cut(text) }
    })
    return {
      data: { passages, documents: documentRecords(context, passages) },
      text: passages.map(passageText).join('\n') || `Nothing about "${query}" is found. Try other words, Swedish ones above all.`,
      links: linksTo(context, passages),
    }
  },
})
