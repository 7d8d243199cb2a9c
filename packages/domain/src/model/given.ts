/** Of an object's parts, those that must be there and those that may. */
type Given<Parts> = { [K in keyof Parts as undefined extends Parts[K] ? never : K]: Parts[K] } & {
  [K in keyof Parts as undefined extends Parts[K] ? K : never]?: Exclude<Parts[K], undefined>
}

/**
 * The parts that are there: an optional field without a value is left out, rather than present and undefined.
 * @example given({ scenario: 'budget', period: undefined }) // { scenario: 'budget' }
 */
export function given<Parts extends object>(parts: Parts): Given<Parts> {
  const known = Object.entries(parts).filter(([, part]) => part !== undefined)
  // Object.fromEntries forgets the keys' names; the filter keeps exactly the type's.
  return Object.fromEntries(known) as Given<Parts>
}
