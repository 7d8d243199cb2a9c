import { useLayoutEffect, useState } from 'preact/hooks'

/** The page's addresses. Every one survives a reload and can be sent to a colleague. */
export type Route =
  | { readonly name: 'ask'; readonly question?: string; readonly previous?: readonly string[] }
  | { readonly name: 'coverage' }
  | { readonly name: 'document'; readonly document: string }
  | {
      readonly name: 'source'
      readonly document: string
      readonly line: number
      readonly cited: readonly number[]
      /** SHA-256 of an edition that has been replaced. */
      readonly edition?: string | undefined
    }
  | { readonly name: 'draft' }
  | { readonly name: 'uploads' }
  | { readonly name: 'upload'; readonly id: string }
  | { readonly name: 'review'; readonly document?: string }
  | { readonly name: 'shared'; readonly id: string }
  | { readonly name: 'unknown' }

const numbers = (list: string | null): number[] =>
  (list ?? '')
    .split(',')
    .map(Number)
    .filter(line => Number.isInteger(line) && line > 0)

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads an address; what it does not know is `unknown`, never a guess. */
export function parseRoute({ pathname, search }: { readonly pathname: string; readonly search: string }): Route {
  const [, first = '', second = ''] = pathname.split('/').map(decoded)
  const query = new URLSearchParams(search)
  const question = query.get('fraga')
  if (first === '') return question ? { name: 'ask', question, previous: query.getAll('fore') } : { name: 'ask' }
  if (first === 'underlag') return second ? { name: 'document', document: second } : { name: 'coverage' }
  if (first === 'kalla' && second)
    return {
      name: 'source',
      document: second,
      line: numbers(query.get('rad'))[0] ?? 1,
      cited: numbers(query.get('citat')),
      edition: query.get('utgava') ?? undefined,
    }
  if (first === 'granska') return { name: 'draft' }
  if (first === 'inlasning') return second ? { name: 'upload', id: second } : { name: 'uploads' }
  if (first === 'kontroll') return { name: 'review', ...(query.get('dokument') ? { document: query.get('dokument') ?? '' } : {}) }
  if (first === 'svar' && second) return { name: 'shared', id: second }
  return { name: 'unknown' }
}

/** The address of a place in a document; `cited` are the lines to step between, `edition` names one that has been replaced. */
export function sourceHref(document: string, line: number, cited: readonly number[] = [], edition?: string): string {
  const others = [...new Set([...cited, line])].sort((a, b) => a - b)
  return `/kalla/${encodeURIComponent(document)}?rad=${line}${others.length > 1 ? `&citat=${others.join(',')}` : ''}${edition ? `&utgava=${edition}` : ''}`
}
/** The texts about the service, which are pages without script. */
export const textHref = {
  sv: { about: '/om', accessibility: '/tillganglighet' },
  en: { about: '/about', accessibility: '/accessibility' },
} as const
export const documentHref = (document: string): string => `/underlag/${encodeURIComponent(document)}`

const changed = 'finsam-route'

export function navigate(href: string): void {
  history.pushState(null, '', href)
  dispatchEvent(new Event(changed))
}

/** Links to our own addresses change the view without loading the page again; everything else is left to the browser. */
function followInside(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  const isInside = parseRoute(link).name !== 'unknown' && !link.getAttribute('href')?.startsWith('#')
  if (!isInside) return
  event.preventDefault()
  navigate(link.pathname + link.search + link.hash)
}

/** The current route; follows links, back and forward. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location))
  useLayoutEffect(() => {
    const update = () => setRoute(parseRoute(location))
    addEventListener('popstate', update)
    addEventListener(changed, update)
    document.addEventListener('click', followInside)
    return () => {
      removeEventListener('popstate', update)
      removeEventListener(changed, update)
      document.removeEventListener('click', followInside)
    }
  }, [])
  return route
}
