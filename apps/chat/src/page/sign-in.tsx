import { useEffect, useState } from 'preact/hooks'
import { getJson, postJson } from './api.ts'
import { useWords } from './words/words.ts'

interface Session {
  readonly needed: boolean
  readonly signIn: (token: string) => Promise<boolean>
}

/** Whether the server wants a token from this browser; until it says so, it does not. */
export function useSession(): Session {
  const { language } = useWords()
  const [needed, setNeeded] = useState(false)
  useEffect(() => {
    getJson<{ readonly signedIn: boolean }>('/api/session', language).then(
      ({ signedIn }) => setNeeded(!signedIn),
      () => {},
    )
  }, [])
  const signIn = (token: string) =>
    postJson('/api/session', language, { token }).then(
      () => {
        setNeeded(false)
        return true
      },
      () => false,
    )
  return { needed, signIn }
}

/** Where the token is typed once. */
export function SignIn({ session }: { readonly session: Session }) {
  const { w } = useWords()
  const [wrong, setWrong] = useState(false)
  return (
    <form
      class="sign-in"
      onSubmit={async event => {
        event.preventDefault()
        const token = new FormData(event.currentTarget).get('token')
        setWrong(!(await session.signIn(String(token ?? ''))))
      }}
    >
      <h1>{w.signIn}</h1>
      <p>{w.signInText}</p>
      <label for="token">{w.token}</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required />
      <button type="submit" class="primary">
        {w.signIn}
      </button>
      <p role="alert">{wrong && w.wrongToken}</p>
    </form>
  )
}
