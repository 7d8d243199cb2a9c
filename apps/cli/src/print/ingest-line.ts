import type { IngestReport, Omission } from '@finsam/indexer'

const outcomes: Readonly<Record<IngestReport['outcome'], string>> = {
  added: 'added',
  unchanged: 'unchanged',
  replaced: 'replaced',
  'read-again': 'read again',
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** How much of the document's numbers stands somewhere in the reading: `412 of 420 numbers accounted for (98 %)`. */
function accounted({ numbers, accounted }: IngestReport): string {
  if (numbers === 0) return 'no numbers'
  return `${accounted} of ${numbers} numbers accounted for (${Math.floor((100 * accounted) / numbers)} %)`
}

const omissionText = (omission: Omission): string => {
  switch (omission.code) {
    case 'hidden-sheet':
      return `hidden sheet “${omission.sheet}” left out`
    case 'formula-without-value':
      return `no stored value in ${omission.sheet}!${omission.cell}`
    case 'page-without-text':
      return `page ${omission.page} has no text`
    case 'page-recognised':
      return `page ${omission.page} read by text recognition`
    case 'page-unreadable':
      return `page ${omission.page} could not be read`
    case 'pages-beyond-limit':
      return `only ${omission.limit} of ${omission.pages} pages read`
  }
}

/** One document's line: what was done with it and what was read from it. */
export const ingestLine = (report: IngestReport): string =>
  [
    `${report.id}: ${outcomes[report.outcome]}`,
    `${count(report.figures, 'figure')} (${report.repaired} repaired, ${report.derived} derived, ${report.ambiguous} ambiguous)`,
    count(report.facts, 'fact'),
    count(report.findings, 'finding'),
    accounted(report),
    ...report.omissions.map(omissionText),
  ].join(' · ')
