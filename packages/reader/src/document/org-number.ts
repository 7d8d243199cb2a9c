import * as library from 'organisationsnummer'

/** Its types describe an ES build, while Node loads the CommonJS one, whose only export is the class itself. */
const isValid = (number: string): boolean => {
  const checker: unknown = library.default
  const valid: unknown = typeof checker === 'function' ? Reflect.get(checker, 'valid') : undefined
  if (typeof valid !== 'function') throw new Error('organisationsnummer has no valid()')
  return Reflect.apply(valid, checker, [number]) === true
}

/**
 * The first valid organisation number of a text, without stray spaces.
 *
 * @example  findOrgNumber('Org nr 222 000-1974') // → '222000-1974'
 */
export function findOrgNumber(text: string): string | undefined {
  for (const match of text.matchAll(/(?<!\d)(\d{3}) ?(\d{3}) ?[-–—] ?(\d{4})(?!\d)/g)) {
    const number = `${match[1]}${match[2]}-${match[3]}`
    if (!number.startsWith('0') && Number(number.slice(2, 4)) >= 20 && isValid(number)) return number
  }
  return undefined
}
