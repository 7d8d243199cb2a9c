/** Telephone numbers as they are printed: `0524-181 43`, `070-655 81 20`, `08-12 34 56`, `+46 70 655 81 20`. */
const telephone = /(?<![\d-]|\d\s)(?:0\d{1,3}[-–]\d{2,3}(?:[ -]?\d{2,3}){1,3}|\+46[\s\d()-]{8,})(?!\d)/
const particulars =
  /^\W*(?:(?:telefon|tel|mobil|växel|fax)(?=.*(?<!\d)0\d)|box(?=\s+\d)|(?:bes[öo6]ks|post|leverans|faktura)?adress|org(?:anisations)?\.?\s?-?(?:nr|nummer)|(?:plus|bank)?giro|pg|bg|e-?post)\b.*\d/iu
const postal = /^\W*\d{3}\s?\d{2}\s+\p{Lu}[\p{L} ]{2,30}$/u

/** Whether a line tells how to reach somebody: telephone, address, giro and organisation numbers are no amounts. */
export const isContactLine = (text: string): boolean =>
  text.length <= 160 && (particulars.test(text) || postal.test(text) || telephone.test(text))
