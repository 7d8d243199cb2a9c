import type { SourceRef } from '@finsam/domain'
import type { ReportWords } from './report-words.ts'

/** Where something stands, for people: `[sida 4, rad 120]`. */
export const place = ({ page, line }: Pick<SourceRef, 'page' | 'line'>, say: ReportWords): string =>
  `[${page === undefined ? '' : `${say.page} ${page}, `}${say.line} ${line}]`
