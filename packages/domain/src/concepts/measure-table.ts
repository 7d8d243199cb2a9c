import type { Unit } from '../model/unit.ts'
import type { MeasureId } from './concept.ts'

/** A figure that is computed from concepts, with its names, definition and formula. */
export interface Measure {
  readonly id: MeasureId
  readonly unit: Unit
  readonly sv: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
  readonly en: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
}

type Words = readonly [name: string, definition: string, ...synonyms: string[]]
const words = ([name, definition, ...synonyms]: Words) => ({ name, definition, synonyms })
const measure = (id: MeasureId, unit: Unit, sv: Words, en: Words): Measure => ({ id, unit, sv: words(sv), en: words(en) })

/** Every measure with its names and definition in Swedish and English. */
export const measureTable: readonly Measure[] = [
  measure(
    'year-result',
    'kr',
    ['Årets resultat', 'Årets intäkter minus årets kostnader, utan medel från tidigare år.', 'resultat', 'överskott', 'underskott'],
    ["Year's result", "The year's income minus the year's costs, without funds of earlier years.", 'result', 'surplus', 'deficit'],
  ),
  measure(
    'contributions-total',
    'kr',
    ['Medlemsbidrag totalt', 'Alla medlemmars bidrag för året, utan medel från tidigare år.', 'medlemsbidrag', 'tilldelning'],
    ['Total member contributions', "All members' contributions of the year, without funds of earlier years.", 'contributions', 'allotment'],
  ),
  measure(
    'administration-share',
    'percent',
    ['Administrationens andel', 'Administration i procent av alla kostnader.', 'andel administration', 'administrationsandel'],
    ['Administration share', 'Administration in percent of all costs.', 'share of administration', 'overhead share'],
  ),
  measure(
    'individual-share',
    'percent',
    ['Individinsatsernas andel', 'Individinsatser i procent av alla insatskostnader.', 'andel individinsatser'],
    ['Share of individual initiatives', 'Individual initiatives in percent of all initiative costs.', 'individual share'],
  ),
  measure(
    'structural-share',
    'percent',
    ['De strukturella insatsernas andel', 'Strukturella insatser i procent av alla insatskostnader.', 'andel strukturella insatser'],
    ['Share of structural initiatives', 'Structural initiatives in percent of all initiative costs.', 'structural share'],
  ),
  measure(
    'equity-ratio',
    'percent',
    ['Soliditet', 'Eget kapital i procent av tillgångarna.'],
    ['Equity ratio', 'Equity in percent of assets.', 'solidity'],
  ),
  measure(
    'equity-to-contributions',
    'percent',
    [
      'Eget kapital i förhållande till medlemsbidragen',
      'Eget kapital vid årets slut i procent av årets medlemsbidrag.',
      'eget kapital i procent av bidragen',
    ],
    [
      'Equity to contributions',
      "Equity at the end of the year in percent of the year's contributions.",
      'equity as a share of contributions',
    ],
  ),
  measure(
    'current-ratio',
    'ratio',
    ['Kassalikviditet', 'Omsättningstillgångar delade med kortfristiga skulder.', 'balanslikviditet', 'likviditet'],
    ['Current ratio', 'Current assets divided by current liabilities.', 'liquidity ratio'],
  ),
  measure(
    'cost-per-participant',
    'kr_per_participant',
    ['Kostnad per deltagare', 'Insatsernas kostnad delad med antalet deltagare.', 'kr per deltagare'],
    ['Cost per participant', 'Cost of the initiatives divided by the number of participants.'],
  ),
  measure(
    'contribution-per-inhabitant',
    'kr_per_person',
    ['Bidrag per invånare', 'Kommunernas bidrag delat med antalet invånare.', 'kr per invånare'],
    ['Contribution per inhabitant', "The municipalities' contribution divided by the inhabitants."],
  ),
  measure(
    'contribution-per-member',
    'kr',
    ['Bidrag per medlem', 'Medlemsbidragen delade med antalet medlemmar som betalar.', 'genomsnittligt medlemsbidrag'],
    ['Contribution per member', 'The contributions divided by the number of paying members.'],
  ),
  measure(
    'own-funds-used',
    'kr',
    ['Egna medel som tas i anspråk', 'Det som årets kostnader överstiger årets intäkter med.', 'ianspråktagande av eget kapital'],
    ['Own funds used', "What the year's costs exceed the year's income by.", 'use of equity'],
  ),
  measure(
    'budget-use',
    'percent',
    ['Budgetutnyttjande', 'Utfallets kostnader i procent av de budgeterade kostnaderna för samma period.', 'förbrukad budget'],
    ['Budget use', 'Actual costs in percent of the budgeted costs of the same period.', 'share of budget used'],
  ),
]

const byId = new Map(measureTable.map(row => [row.id as string, row]))

/** The measure of an id; undefined for an id that is none. */
export const measureOf = (id: string): Measure | undefined => byId.get(id)
