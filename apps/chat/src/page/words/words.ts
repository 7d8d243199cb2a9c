import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { english } from './english.ts'
import { swedish, type Words } from './swedish.ts'

export type Language = 'sv' | 'en'
export const words: { readonly [L in Language]: Words } = { sv: swedish, en: english }

export const LanguageContext = createContext<Language>('sv')
/** The language of the page and its words. */
export function useWords(): { readonly language: Language; readonly w: Words } {
  const language = useContext(LanguageContext)
  return { language, w: words[language] }
}
