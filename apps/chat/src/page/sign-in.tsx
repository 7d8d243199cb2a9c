import { useState } from 'preact/hooks'
import type { Session } from './session.ts'
import { useWords } from './words/words.ts'

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
