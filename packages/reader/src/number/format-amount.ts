const formats = new Map<number, Intl.NumberFormat>()

/** An amount as Swedish prints it in arithmetic: `formatAmount(-1945000)` → `−1 945 000` (U+2212, U+00A0). */
export function formatAmount(amount: number): string {
  const decimals = Number.isInteger(amount) ? 0 : 2
  const format = formats.get(decimals) ?? new Intl.NumberFormat('sv-SE', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format.format(amount === 0 ? 0 : amount)
}
