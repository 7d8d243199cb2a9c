import { createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { getJson, postJson } from './api.ts'
import { useWords } from './words/words.ts'

interface Installation {
  readonly signedIn: boolean
  readonly offers: { readonly drafts: boolean; readonly records: boolean; readonly publishing: boolean }
  readonly model?: { readonly name: string; readonly host: string }
}

/** What this installation offers; until it has said so, questions alone. */
export const InstallationContext = createContext<Installation>({
  signedIn: true,
  offers: { drafts: false, records: false, publishing: false },
})
export const useInstallation = (): Installation => useContext(InstallationContext)

export interface Session extends Installation {
  /** Resolves to whether the token was right. */
  readonly signIn: (token: string) => Promise<boolean>
}

/** Asks the server once what it offers and whether this browser is signed in. */
export function useSession(): Session {
  const { language } = useWords()
  const unknown = useInstallation()
  const [installation, setInstallation] = useState(unknown)
  useLayoutEffect(() => {
    getJson<Installation>('/api/session', language).then(setInstallation, () => {})
  }, [])
  const signIn = async (token: string): Promise<boolean> => {
    try {
      setInstallation(await (await postJson('/api/session', language, { token })).json())
      return true
    } catch {
      return false
    }
  }
  return { ...installation, signIn }
}
