import type { Note } from '../calculate/calculation.ts'
import { conceptOf } from '../concepts/concept-table.ts'
import type { Language } from '../model/language.ts'
import { changeWords, kr, yearsOf } from './assumption-words.ts'
import { formatAmount } from './format-amount.ts'
import { isScenario, scenarioWords } from './words.ts'

type Wording = Readonly<Record<Language, (parameters: Note['parameters'], language: Language) => string>>

const scenarioWord = (value: string | number | undefined, language: Language): string => {
  const scenario = String(value ?? '')
  return isScenario(scenario) ? scenarioWords(scenario)[language] : scenario
}
const scenarioList = (value: string | number | undefined, language: Language): string =>
  String(value ?? '')
    .split(', ')
    .map(scenario => scenarioWord(scenario, language))
    .join(', ')
const conceptWord = (value: string | number | undefined, language: Language): string =>
  conceptOf(String(value))?.[language].name ?? String(value ?? '')
const periodWord = (value: string | number | undefined): string =>
  String(value ?? '')
    .replace('@', '')
    .replace(/^(\d{4})-01-01\.\.\1-12-31$/, '$1')
    .replace('..', '–')

const wordings: Readonly<Record<string, Wording>> = {
  'default-scenario': {
    sv: (p, l) => `Inget annat sagt, så det gäller ${scenarioWord(p.scenario, l)}.`,
    en: (p, l) => `Nothing else was said, so this is the ${scenarioWord(p.scenario, l)}.`,
  },
  'default-period': {
    sv: p => `Ingen period angiven, så det gäller ${periodWord(p.period)}.`,
    en: p => `No period was given, so this is ${periodWord(p.period)}.`,
  },
  'plan-for-budget': {
    sv: (p, l) => `Dokumentet kallar beloppet ${scenarioWord(p.printed, l)}, inte ${scenarioWord(p.asked, l)}.`,
    en: (p, l) => `The document calls the amount ${scenarioWord(p.printed, l)}, not ${scenarioWord(p.asked, l)}.`,
  },
  'value-repaired': {
    sv: p => `${p.line}: trycket ”${p.printed}” är rättat med stöd av summan${p.proof ? ` (${p.proof})` : ''}.`,
    en: p => `${p.line}: the print "${p.printed}" is corrected by its sum${p.proof ? ` (${p.proof})` : ''}.`,
  },
  'value-derived': {
    sv: p => `${p.line}: beloppet går inte att läsa och är härlett${p.proof ? ` (${p.proof})` : ''}.`,
    en: p => `${p.line}: the amount is illegible and was derived${p.proof ? ` (${p.proof})` : ''}.`,
  },
  'value-ambiguous': {
    sv: p => `${p.line}: trycket kan läsas på flera sätt.`,
    en: p => `${p.line}: the print can be read in several ways.`,
  },
  'printings-differ': {
    sv: p => `${p.line} står med olika belopp på olika ställen.`,
    en: p => `${p.line} is printed with different amounts in different places.`,
  },
  'sum-of-lines': {
    sv: (p, l) => `${conceptWord(p.concept, l)} är inte tryckt för sig utan summan av ${p.lines}.`,
    en: (p, l) => `${conceptWord(p.concept, l)} is not printed by itself but the sum of ${p.lines}.`,
  },
  'result-computed': {
    sv: () => 'Årets resultat är inte tryckt; det är årets intäkter minus årets kostnader, utan medel från tidigare år.',
    en: () => "The year's result is not printed; it is the year's income minus its costs, without funds of earlier years.",
  },
  'balance-not-result': {
    sv: p => `${p.line} är vad som är kvar av medlen, inte årets resultat.`,
    en: p => `${p.line} is what is left of the funds, not the year's result.`,
  },
  'includes-brought-forward': {
    sv: p => `${p.line} innehåller medel från tidigare år.`,
    en: p => `${p.line} includes funds of earlier years.`,
  },
  'operating-costs-as-administration': {
    sv: p => `${p.line} räknas som administration: tabellen har insatserna för sig.`,
    en: p => `${p.line} counts as administration: the table has the initiatives apart.`,
  },
  'total-income-as-contributions': {
    sv: () => 'Medlemsbidragen är inte tryckta för sig; summan av intäkterna är tagen.',
    en: () => 'Member contributions are not printed apart; total income is taken.',
  },
  'liabilities-as-current': {
    sv: () => 'Kortfristiga skulder är inte tryckta för sig; summan av skulderna är tagen.',
    en: () => 'Current liabilities are not printed apart; total liabilities are taken.',
  },
  'opening-from-earlier-closing': {
    sv: p => `Ingående eget kapital är föregående periods utgående (${p.line}).`,
    en: p => `Opening equity is the closing one of the period before (${p.line}).`,
  },
  'opening-from-transfers': {
    sv: () => 'Förbundet är nytt: det börjar med de medel som förs över från företrädarna.',
    en: () => 'The association is new: it starts with the funds taken over from its predecessors.',
  },
  'closing-from-later-opening': {
    sv: p => `Utgående eget kapital är nästa periods ingående (${p.line}).`,
    en: p => `Closing equity is the opening one of the next period (${p.line}).`,
  },
  'equity-from-result': {
    sv: () => 'Eget kapital vid periodens slut är det ingående plus periodens resultat.',
    en: () => "Equity at the end of the period is the opening one plus the period's result.",
  },
  'percent-of-deficit': {
    sv: () => 'Båda beloppen är negativa; procenten är av det första underskottets storlek, och minus är ett större underskott.',
    en: () => "Both amounts are negative; the percent is of the first deficit's size, and minus is a larger deficit.",
  },
  'mixed-scenarios': {
    sv: (p, l) => `Beloppen är av olika slag (${scenarioList(p.scenarios, l)}).`,
    en: (p, l) => `The amounts are of different kinds (${scenarioList(p.scenarios, l)}).`,
  },
  'mixed-periods': { sv: () => 'Beloppen gäller olika långa perioder.', en: () => 'The amounts are of periods of different length.' },
  'counted-twice': { sv: () => 'Samma belopp ingår mer än en gång.', en: () => 'The same amount counts more than once.' },
  tied: { sv: p => `${p.first} och ${p.second} är lika.`, en: p => `${p.first} and ${p.second} are equal.` },
  'order-within-rounding': {
    sv: p => `${p.first} och ${p.second} skiljer sig mindre än avrundningen.`,
    en: p => `${p.first} and ${p.second} differ by less than rounding.`,
  },
  'left-out': {
    sv: p => `${p.association || 'Ett belopp'} är inte med: det är inte tryckt.`,
    en: p => `${p.association || 'One amount'} is left out: it is not printed.`,
  },
  qualified: {
    sv: p => `Dokumentet anger talet som ${qualifiers.sv[String(p.qualifier)] ?? p.qualifier}.`,
    en: p => `The document gives the number as ${qualifiers.en[String(p.qualifier)] ?? p.qualifier}.`,
  },
  'sums-checked': { sv: p => `${p.sums} summor prövade.`, en: p => `${p.sums} sums checked.` },
  assumption: { sv: (p, l) => `Antagande: ${p.sv} ${changeWords(p, l)}.`, en: (p, l) => `Assumption: ${p.en} ${changeWords(p, l)}.` },
  'assumption-added': {
    sv: (p, l) => `Antagande: en ny rad, ${p.label} (${conceptWord(p.concept, l)}), med ${kr(p.amount, l)} per år ${yearsOf(p, l)}.`,
    en: (p, l) => `Assumption: a new line, ${p.label} (${conceptWord(p.concept, l)}), with ${kr(p.amount, l)} a year ${yearsOf(p, l)}.`,
  },
  'population-assumed': {
    sv: (p, l) => `Antagande: ${p.member} har ${formatAmount(Number(p.population), 'count', l)} invånare.`,
    en: (p, l) => `Assumption: ${p.member} has ${formatAmount(Number(p.population), 'count', l)} inhabitants.`,
  },
  'merge-years': {
    sv: p => `Förbundens belopp gäller ${p.of}, efterträdarens ${p.own}.`,
    en: p => `The associations' amounts are of ${p.of}, the successor's of ${p.own}.`,
  },
  'repeated-year': {
    sv: p => `${p.year} är inte tryckt; beloppen för ${p.from} är upprepade.`,
    en: p => `${p.year} is not printed; the amounts of ${p.from} are repeated.`,
  },
  'split-kept': {
    sv: () => 'Regionens och kommunernas bidrag antas följa statens.',
    en: () => "The region's and the municipalities' contributions are assumed to follow the state's.",
  },
  'floor-reached': {
    sv: (p, l) => `Nivån ${kr(p.floor, l)} nås ${p.year} (utan gräns ${kr(p.before, l)}).`,
    en: (p, l) => `The level of ${kr(p.floor, l)} is reached in ${p.year} (${kr(p.before, l)} without the limit).`,
  },
  'equity-runs-out': { sv: p => `Det egna kapitalet tar slut ${p.year}.`, en: p => `Equity runs out in ${p.year}.` },
  merged: {
    sv: p => `Summan av ${p.count} förbund.`,
    en: p => `The sum of ${p.count} associations.`,
  },
  'concept-left-out': {
    sv: (p, l) => `${conceptWord(p.concept, l)} är inte med: beloppet är inte tryckt för alla.`,
    en: (p, l) => `${conceptWord(p.concept, l)} is left out: not printed for all.`,
  },
}

const qualifiers: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    min: 'ett minsta värde',
    max: 'ett högsta värde',
    about: 'ungefärligt',
    derived: 'något som följer av texten',
    above: 'något som överskrids',
    below: 'något som underskrids',
    to: 'en nivå att nå',
    increase: 'en ökning',
    decrease: 'en minskning',
    qualitative: 'ett mål utan siffra',
    'year-inferred': 'gällande ett år som sammanhanget ger',
  },
  en: {
    min: 'a minimum',
    max: 'a maximum',
    about: 'approximate',
    derived: 'something that follows from the text',
    above: 'something exceeded',
    below: 'something undershot',
    to: 'a level to reach',
    increase: 'an increase',
    decrease: 'a decrease',
    qualitative: 'a goal without a figure',
    'year-inferred': 'of a year that the context gives',
  },
}

/**
 * Every code that a calculation's notes may bear.
 * @example noteCodes.includes('equity-runs-out') // true
 */
export const noteCodes: readonly string[] = Object.keys(wordings)

/**
 * A note in words; its code where it is not the engine's own.
 * @example noteText({ code: 'equity-runs-out', parameters: { year: 2027 } }, 'sv') // 'Det egna kapitalet tar slut 2027.'
 */
export const noteText = (note: Note, language: Language): string => wordings[note.code]?.[language](note.parameters, language) ?? note.code
