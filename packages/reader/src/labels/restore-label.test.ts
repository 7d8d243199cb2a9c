import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gatherKnowledge } from './knowledge.ts'
import { plain } from './plain.ts'
import { restoreLabel } from './restore-label.ts'

const registry = { associations: [] }
const withoutDiacritics =
  'Samordningsforbundet redovisar verksamhetens intakter och kostnader for aret. Malgruppen ar personer i forvarvsaktiv alder. '.repeat(5)
const damaged = gatherKnowledge(withoutDiacritics, registry)
const clean = gatherKnowledge('Förbundet når sina mål på ett sätt som är förväntat, både för år och månader. '.repeat(5), registry)

describe('restores what a scanner lost, where the document has lost its diacritics', () => {
  test.each([
    ['Hilsoinsatser (ViiA) och Arbete mot vild', 'Hälsoinsatser (ViiA) och Arbete mot våld'],
    ['Linsgemensamma utbildningar', 'Länsgemensamma utbildningar'],
    ['Processtédjare', 'Processtödjare'],
    ['Region Vistmanland', 'Region Västmanland'],
    ['K6pings kommun', 'Köpings kommun'],
    ['Sjilvutvirderingar', 'Självutvärderingar'],
    ['Omsittningstillgangar', 'Omsättningstillgångar'],
    ['I6pande verksamhet', 'löpande verksamhet'],
    ['i vart forbund &r unga vuxna (18-29 ar)', 'i vårt förbund är unga vuxna (18-29 år)'],
    ['Region Jonkopings l&an', 'Region Jönköpings län'],
    ['Stodet ska tacka alla kommuner i sodra lanet', 'Stödet ska täcka alla kommuner i södra länet'],
    ['Lika manga man och kvinnor; kvinnor och man', 'Lika många män och kvinnor; kvinnor och män'],
  ])('%s → %s', (printed, readable) => {
    expect(restoreLabel(printed, damaged)).toBe(readable)
  })
})

describe('never changes what is right', () => {
  test.each([
    'Habo kommun',
    'VerkSam',
    'No Wait',
    'Enter',
    'NOVA',
    'Kolada',
    'Fortnox',
    'anna.andersson@koping.se',
    'att vara delaktig',
    'ESF-Unga SKU',
    'Rose-Marie Lind',
    'Ann-Sofi',
    'www.finsamjonkopingslan.se/sodra',
    'Avvikelsen beror på ett vakant uppdrag',
    'att vilja tacka alla medarbetare',
    'en man som bor hemma',
  ])('%s, in a damaged document', printed => {
    expect(restoreLabel(printed, damaged)).toBe(printed)
  })
  test.each([
    ['Revisor ar Bo Karlander, som tackas.', 'Bo Karlander'],
    ['Till ersattare valdes Kerstin Valler och Mats Bohm.', 'Mats Bohm'],
    ['Till ersattare valdes Kerstin Valler och Mats Bohm.', 'Kerstin Valler'],
    ['Samordnare Camilla Ryden slutade. Efter Ryden kom ingen.', 'Ryden'],
  ])('names, in a damaged document: %s', (sentence, name) => {
    expect(restoreLabel(name, gatherKnowledge(`${withoutDiacritics} ${sentence}`, registry))).toBe(name)
  })
  test('but a row of words is no name, nor is a body that is known', () => {
    const read = gatherKnowledge(`${withoutDiacritics} Arets Resultat. Region Vasternorrland.`, registry)
    expect(restoreLabel('Arets Resultat', read)).toBe('Årets Resultat')
    expect(restoreLabel('Region Vasternorrland', read)).toBe('Region Västernorrland')
  })
  test.each(['Lins- och glasögonbidrag', 'Arbete mot vild skadegörelse', 'Bidrag for Life', 'Idé och kafé', 'Hälsoinsatser'])(
    '%s, in a clean document',
    printed => {
      expect(restoreLabel(printed, clean)).toBe(printed)
    },
  )
})

test('a word restored is not restored again to something else', () => {
  for (const printed of ['Hilsoinsatser', 'Linsgemensamma', 'Processtédjare', 'férsorjning', 'utvirdering'])
    expect(restoreLabel(restoreLabel(printed, damaged), damaged)).toBe(restoreLabel(printed, damaged))
})

test('letters without diacritics stand where they stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(plain(text)).toHaveLength(text.length)
    }),
    { seed: 3, numRuns: 500 },
  )
})

test('numbers, and the number of words, survive restoring', () => {
  const word = fc.oneof(
    fc.constantFrom('Hilsoinsatser', '1 500', '2024', '16-64', '3,5 %', 'férbund', '—', '(2003:1210)'),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), words => {
      const text = words.join(' ').replace(/\s+/g, ' ').trim()
      const restored = restoreLabel(text, damaged)
      expect(restored.split(' ')).toHaveLength(text.split(' ').length)
      expect(restored.match(/(?<!\S)\d[\d,:.-]*(?!\S)/g)).toEqual(text.match(/(?<!\S)\d[\d,:.-]*(?!\S)/g))
    }),
    { seed: 3, numRuns: 300 },
  )
})
