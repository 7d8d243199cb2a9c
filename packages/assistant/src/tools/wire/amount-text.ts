import { formatAmount, isMoney, type Language, type Unit } from '@finsam/domain'

const örePerKrona = 100

/** Money of the engine (öre) in kronor; everything else as it is. An end of an interval that is not known is left at the value. */
export const inBase = (value: number, unit: Unit): number => (isMoney(unit) ? value / örePerKrona : value)

/** A value in its base unit as the text of a result shows it: `13,925,000 kr`, `66.4%`. */
export const amountText = (value: number, unit: Unit, language: Language = 'en'): string =>
  formatAmount(isMoney(unit) ? Math.round(value * örePerKrona) : value, unit, language)
