import { fullTrust } from '../calculate/trust.ts'
import { success } from '../model/result.ts'
import { notApplicable } from './not-applicable.ts'
import type { Rule } from './rule.ts'

/** An amount that several tables or documents print is the same in all, within rounding; next year's comparison column included. */
export const samePrintings: Rule = {
  id: 'printings',
  name: { sv: 'Samma belopp överallt', en: 'The same amount everywhere' },
  states: {
    sv: 'Ett belopp som står i flera tabeller eller dokument är lika, inom avrundning.',
    en: 'An amount printed in several tables or documents is the same, within rounding.',
  },
  source: { sv: 'Dokumentens egna tabeller', en: "The documents' own tables" },
  check: ({ library }, scope) => {
    const repeated = library.linesOf(scope.association).flatMap(line => line.quantities.filter(({ printings }) => printings.length > 1))
    if (repeated.length === 0)
      return notApplicable({ library }, scope, name => ({
        sv: `Inget belopp för ${name} är tryckt mer än en gång.`,
        en: `No amount of ${name} is printed twice.`,
      }))
    const documents = new Set(library.documents.filter(({ association }) => association === scope.association).map(({ id }) => id))
    const findings = library.findings.filter(
      ({ code, document }) => code === 'printings-differ' && documents.has(document) && (!scope.document || scope.document === document),
    )
    return success({
      operation: 'check',
      label: {
        sv: `Motsägelser bland ${repeated.length} belopp som står flera gånger`,
        en: `Contradictions among ${repeated.length} amounts printed more than once`,
      },
      result: { value: findings.length, low: findings.length, high: findings.length, unit: 'count' },
      inputs: [],
      association: scope.association,
      verdict: { holds: findings.length === 0, rule: 'printings' },
      findings,
      trust: fullTrust,
      notes: [],
    })
  },
}
