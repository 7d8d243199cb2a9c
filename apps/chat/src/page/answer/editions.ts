import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { sourceHref } from '../route.ts'

/** Editions that the shown answer cites and that have been replaced since, by document. */
export const EditionsContext = createContext<Readonly<Record<string, string>>>({})

/** The address of a cited line, in the edition that the answer cites. */
export function useSourceHref(): (document: string, line: number, cited?: readonly number[]) => string {
  const editions = useContext(EditionsContext)
  return (document, line, cited) => sourceHref(document, line, cited, editions[document])
}
