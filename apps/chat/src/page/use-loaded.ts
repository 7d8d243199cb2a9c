import { useLayoutEffect, useState } from 'preact/hooks'
import { getJson, Refused } from './api.ts'
import { useWords } from './words/words.ts'

export interface Loaded<Value> {
  readonly value?: Value
  readonly refused?: Refused
}

/** What an address of our server gives: nothing yet, a value, or a refusal in words. */
export function useLoaded<Value>(url: string): Loaded<Value> {
  const { language } = useWords()
  const [loaded, setLoaded] = useState<Loaded<Value>>({})
  useLayoutEffect(() => {
    const controller = new AbortController()
    setLoaded({})
    getJson<Value>(url, language, controller.signal)
      .then(value => setLoaded({ value }))
      .catch((error: unknown) => error instanceof Refused && setLoaded({ refused: error }))
    return () => controller.abort()
  }, [url, language])
  return loaded
}
