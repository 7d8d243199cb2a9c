import type { IngestReport } from '@finsam/indexer'

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

/** One document's line: what was done with it and what was read from it. */
export const ingestLine = (report: IngestReport): string =>
  [
    `${report.id}: ${outcomes[report.outcome]}`,
    `${count(report.figures, 'figure')} (${report.repaired} repaired, ${report.derived} derived, ${report.ambiguous} ambiguous)`,
    count(report.facts, 'fact'),
    count(report.findings, 'finding'),
    accounted(report),
  ].join(' · ')
