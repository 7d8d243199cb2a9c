import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const report = (prose: string): string => `Årsredovisning 2024
Samordningsförbundet Vindö

Förvaltningsberättelse
${prose}

Resultaträkning, tkr
                         2024     2023
Medlemsbidrag           6 500    6 300
Övriga intäkter            40       25
Summa intäkter          6 540    6 325
Personal               -1 410   -1 350
Styrelse                 -120     -118
Insatser               -4 700   -4 619
Summa kostnader        -6 230   -6 087
Årets resultat            310      238
`
const findingsOf = (prose: string) => {
  const result = readDocument({
    bytes: new TextEncoder().encode(report(prose)),
    fileName: 'vindo-2024.txt',
    registry: { associations: [] },
  })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading.findings.filter(finding => finding.severity !== 'info')
}

describe('what the prose tells of totals', () => {
  test.each([
    { told: 'Årets resultat blev ett överskott på 301 tkr.', code: 'text-differs-from-table', arithmetic: '301 000 ≠ 310 000' },
    { told: 'Intäkterna uppgick till 6,45 miljoner kronor.', code: 'text-differs-from-table', arithmetic: '6 450 000 ≠ 6 540 000' },
    { told: 'Kostnaderna för 2023 var 6 078 tkr.', code: 'text-differs-from-table', arithmetic: '6 078 000 ≠ 6 087 000' },
    {
      told: 'Av kostnaderna gick 70 procent till insatser.',
      code: 'told-share-differs-from-amounts',
      arithmetic: '−4 700 / −6 230 = 75,44 % ≠ 70 %',
    },
    {
      told: 'Under året deltog 148 personer i insatserna.\n\nAntalet deltagare under året var 152.',
      code: 'texts-disagree',
      arithmetic: '148 ≠ 152',
    },
  ])('$told → $code', ({ told, code, arithmetic }) => {
    expect(findingsOf(told).map(finding => [finding.code, finding.arithmetic?.replace(/\u00a0/g, ' ')])).toEqual([[code, arithmetic]])
  })

  test.each([
    'Årets resultat blev ett överskott på 310 tkr.',
    'Årets resultat är 0,3 miljoner kronor.',
    'Intäkterna uppgick till 6 540 tkr, varav 40 tkr är övriga intäkter.',
    'Intäkterna bör uppgå till minst 7 000 tkr.',
    'Kostnaderna för 2023 var 6 087 tkr.',
    'Kostnaderna är 143 tkr högre än 2023.',
    'Av kostnaderna gick 75 procent till insatser.',
    'Under året deltog 148 personer i insatserna, varav 80 kvinnor.\n\nUnder 2023 deltog 152 personer i insatserna.',
  ])('%s fits', told => expect(findingsOf(told)).toEqual([]))
})
