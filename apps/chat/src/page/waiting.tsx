import { documentHref } from './route.ts'
import type { Loaded } from './use-loaded.ts'
import { useWords } from './words/words.ts'

/** What stands in place of content that is not there yet, or will not come. */
export function Waiting({ loaded, heading }: { readonly loaded: Loaded<unknown>; readonly heading?: string }) {
  const { w } = useWords()
  const title = heading && <h1>{heading}</h1>
  if (!loaded.refused)
    return (
      <>
        {title}
        <p class="working">{w.loading}</p>
      </>
    )
  const { message, nearest } = loaded.refused
  return (
    <>
      {title}
      <div role="alert" class="failure">
        <p>{message}</p>
        {nearest.length > 0 && (
          <ul>
            {nearest.map(name => (
              <li key={name}>
                <a href={documentHref(name)}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
