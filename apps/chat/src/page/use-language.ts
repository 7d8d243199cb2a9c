import { useLayoutEffect, useState } from 'preact/hooks'
import type { Language } from './words/words.ts'

const key = 'finsam-language'

const read = (): Language => {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'sv'
  } catch {
    return 'sv'
  }
}

/**
 * Swedish unless the reader chose English; the choice is kept, and the document says which it is.
 * Effects of this page are layout effects: what the reader sees done is kept, also when they leave at once.
 */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(read)
  useLayoutEffect(() => {
    document.documentElement.lang = language
    try {
      localStorage.setItem(key, language)
    } catch {}
  }, [language])
  return [language, setLanguage]
}
