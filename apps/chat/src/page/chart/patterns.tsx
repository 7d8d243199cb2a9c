/** Fills that differ without colour too: plain, stripes, dots, grid, back stripes, rings; numbered from 0 and repeated. */
export const patternCount = 6

export function Patterns({ id }: { readonly id: string }) {
  const marks = [
    null,
    <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" />,
    <circle cx="4" cy="4" r="1.5" class="dot" />,
    <path d="M0 4h8M4 0v8" />,
    <path d="M-2 6l4 4M0 0l8 8M6-2l4 4" />,
    <circle cx="4" cy="4" r="2.2" />,
  ]
  return (
    <defs>
      {marks.map((mark, at) => (
        <pattern key={at} id={`${id}-${at}`} width="8" height="8" patternUnits="userSpaceOnUse" class={`fill${at}`}>
          <rect width="8" height="8" />
          {mark}
        </pattern>
      ))}
    </defs>
  )
}
