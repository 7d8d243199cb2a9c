import type { Result } from '@finsam/domain'
import type { DrawSource, SourceSpot } from '../server/options.ts'

type Drawing = Promise<Result<Uint8Array>>

/** As many pictures as are kept; each has some hundred kilobytes. */
const mostKept = 24

/** Draws one page at a time, however many ask, and keeps the last ones. */
export function drawnPages(draw: DrawSource): (document: string, hash: string, spot: SourceSpot) => Drawing {
  const kept = new Map<string, Drawing>()
  let last: Promise<unknown> = Promise.resolve()
  const forget = (key: string): void => void kept.delete(key)
  return (document, hash, spot) => {
    const key = JSON.stringify([document, hash, spot])
    const known = kept.get(key)
    if (known) return known
    const drawing = last.then(() => draw(document, spot))
    last = drawing.catch(() => undefined)
    drawing.then(
      ({ ok }) => ok || forget(key),
      () => forget(key),
    )
    kept.set(key, drawing)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) forget(oldest)
    return drawing
  }
}
