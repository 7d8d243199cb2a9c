import type { Association, DocumentInfo, Library } from '@finsam/domain'
import { ToolError } from '../tool.ts'
import { indexNames, namedAs, nearestLabels, oncePerLibrary } from './named.ts'

const namedAssociations = oncePerLibrary((library: Library) =>
  indexNames<Association>(
    library.associations.map(association => ({
      value: association,
      label: association.shortName,
      names: [
        association.id,
        association.name,
        association.shortName,
        ...association.aliases,
        ...(association.orgNumber ? [association.orgNumber] : []),
      ],
    })),
  ),
)

/** The association of a name, id, alias or organisation number; refused with the nearest known, or the choices. */
export function parseAssociation(library: Library, text: string): Association {
  const known = namedAssociations(library)
  const found = namedAs(text, known)
  const [only] = found
  if (only && found.length === 1) return only.value
  if (only)
    throw new ToolError(
      'several-match',
      `"${text}" may mean several associations. Repeat the call with one id.`,
      found.map(({ value }) => `${value.id} (${value.name})`),
    )
  throw new ToolError(
    'unknown-association',
    `No association "${text}" is loaded. List all with list_associations.`,
    nearestLabels(text, withDocuments(library, known.things)),
  )
}

/** Those that a second try can ask about; all where nothing is loaded. */
function withDocuments<Thing extends { readonly value: Association }>(library: Library, things: readonly Thing[]): readonly Thing[] {
  const loaded = new Set(library.documents.map(({ association }) => association))
  const asked = things.filter(({ value }) => loaded.has(value.id))
  return asked.length > 0 ? asked : things
}

const namedDocuments = oncePerLibrary((library: Library) =>
  indexNames<DocumentInfo>(
    library.documents.map(document => ({ value: document, label: document.id, names: [document.id, document.title] })),
  ),
)

/** The document of an id or title; refused with the nearest known ids. */
export function parseDocument(library: Library, text: string): DocumentInfo {
  const known = namedDocuments(library)
  const byId = library.document(text)
  if (byId) return byId
  const found = namedAs(text, known)
  const [only] = found
  if (only && found.length === 1) return only.value
  if (only)
    throw new ToolError(
      'several-match',
      `"${text}" may mean several documents. Repeat the call with one id.`,
      found.map(({ value }) => value.id),
    )
  throw new ToolError(
    'unknown-document',
    `No document "${text}" is loaded. List all with list_associations.`,
    nearestLabels(text, known.things),
  )
}
