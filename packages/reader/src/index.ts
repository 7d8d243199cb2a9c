export { maxFileBytes } from './document/decode-bytes.ts'
export type { Passage } from './document/passages.ts'
export { type DocumentRead, type FileToRead, type ReadFailureCode, readDocument } from './read-document.ts'
export type { TextDocument, TextLine } from './text/text-document.ts'
