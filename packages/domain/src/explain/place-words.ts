import type { Language } from '../model/language.ts'
import type { SourceRef } from '../model/source.ts'

const words = {
  sv: { page: 'sida', line: 'rad', sheet: 'blad', cell: 'cell', cells: 'cellerna', under: 'under', table: 'tabell', row: 'rad' },
  en: { page: 'page', line: 'line', sheet: 'sheet', cell: 'cell', cells: 'cells', under: 'under', table: 'table', row: 'row' },
}
const quoted = (text: string, language: Language): string => (language === 'sv' ? `”${text}”` : `“${text}”`)

/**
 * Where something stands within its document, as its reader finds it in the program that shows it.
 *
 * @param source    a place; that of a workbook has a sheet, that of a Word file a heading and a table
 * @returns         `blad Budget, cell C14` · `under ”Resultatbudget”, tabell 1, rad 4` · `sida 3, rad 55` · `rad 12`
 * @example         placeWords({ line: 55, page: 3 }, 'en') // 'page 3, line 55'
 */
export function placeWords({ page, line, place }: Pick<SourceRef, 'page' | 'line' | 'place'>, language: Language): string {
  const say = words[language]
  if (place?.sheet !== undefined) {
    const cells = place.cells === undefined ? [] : [`${place.cells.includes(':') ? say.cells : say.cell} ${place.cells}`]
    return [`${say.sheet} ${place.sheet}`, ...cells].join(', ')
  }
  const parts = [
    ...(page === undefined ? [] : [`${say.page} ${page}`]),
    ...(place?.heading === undefined ? [] : [`${say.under} ${quoted(place.heading, language)}`]),
  ]
  const within =
    place?.table === undefined
      ? [`${say.line} ${line}`]
      : [`${say.table} ${place.table}`, ...(place.row === undefined ? [] : [`${say.row} ${place.row}`])]
  return [...parts, ...within].join(', ')
}
