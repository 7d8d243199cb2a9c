import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const findingsOf = (text: string) => {
  const result = readDocument({ bytes: new TextEncoder().encode(text), fileName: 'lagunda-2026.txt', registry: { associations: [] } })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading.findings
}
const codes = (text: string): string[] => findingsOf(text).map(finding => finding.code)

const head = 'Samordningsförbundet Lagunda\nVerksamhetsplan och budget 2026\n\n'
const table = (rows: string): string => `Budget 2026\n\nBelopp i kr\tBudget 2026\n${rows}\n`
const funded = (state: string, region: string, municipal: string, total: string): string =>
  table(
    `Intäkter\nStaten genom Försäkringskassan\t${state}\nRegion Uppland\t${region}\nTallmyra kommun\t${municipal}\nSumma intäkter\t${total}\nKostnader\nKansli\t500 000\nInsatser\t3 500 000\nSumma kostnader\t4 000 000`,
  )

describe('compares contributions with the law', () => {
  test('half, quarter and quarter pass', () => {
    expect(codes(head + funded('2 000 000', '1 000 000', '1 000 000', '4 000 000'))).not.toContain('contribution-shares-differ-from-law')
  })
  test('members who pay more are told of as a warning', () => {
    const finding = findingsOf(head + funded('2 000 000', '1 000 000', '1 200 000', '4 200 000')).find(
      each => each.code === 'contribution-shares-differ-from-law',
    )
    expect(finding).toMatchObject({ severity: 'warning', parameters: { state: 2_000_000, region: 1_000_000, municipalities: 1_200_000 } })
    expect(finding?.arithmetic).toContain('≠ 50 / 25 / 25 %')
  })
})

describe('compares prose with itself', () => {
  test('two sizes of one board', () => {
    expect(findingsOf(`${head}Styrelsen består av sju ledamöter.\n\nFörbundets styrelse har åtta ledamöter.`)).toContainEqual(
      expect.objectContaining({ code: 'texts-disagree', severity: 'warning', arithmetic: '7 ≠ 8' }),
    )
  })
  test('the same size twice', () => {
    expect(codes(`${head}Styrelsen består av sju ledamöter.\n\nFörbundets styrelse har 7 ledamöter.`)).not.toContain('texts-disagree')
  })
  test('a fall beyond the limit that the text names', () => {
    const text = `${head}Tilldelningen kan som mest minska med 10 procent per år. I år landar tilldelningen på en minskning om 12 procent.`
    expect(findingsOf(text)).toContainEqual(expect.objectContaining({ code: 'allotment-falls-beyond-limit', arithmetic: '12 % > 10 %' }))
  })
  test('a fall within the limit', () => {
    expect(codes(`${head}Tilldelningen kan som mest minska med 10 procent per år. I år blir det en minskning om 8 procent.`)).not.toContain(
      'allotment-falls-beyond-limit',
    )
  })
})

describe('compares prose with the table', () => {
  const shares = table('Kostnader\nBryggan\t1 500 000\nHälsokraft\t500 000\nSumma kostnader\t2 000 000\nBryggan\t75%\nHälsokraft\t25%')
  test('another share than the table prints', () => {
    expect(findingsOf(`${head}I årets plan utgör Bryggan ca 70% av insatsfinansieringen.\n\n${shares}`)).toContainEqual(
      expect.objectContaining({ code: 'text-differs-from-table', parameters: expect.objectContaining({ text: 70, table: 75 }) }),
    )
  })
  test('the share that the table prints', () => {
    expect(codes(`${head}I årets plan utgör Bryggan ca 75% av insatsfinansieringen.\n\n${shares}`)).not.toContain('text-differs-from-table')
  })
  test('a goal for another year is no contradiction', () => {
    expect(codes(`${head}På sikt är målet att Bryggan utgör 60% av insatsfinansieringen.\n\n${shares}`)).not.toContain(
      'text-differs-from-table',
    )
  })
})

test('members counted in an incomplete enumeration do not contradict the number that the text tells', () => {
  const text = `${head}Förbundet består av sju medlemmar. Samordning sker mellan Försäkringskassan, Arbetsförmedlingen, Region Uppland och Tallmyra kommun.`
  expect(codes(text)).not.toContain('texts-disagree')
})

test('two told numbers of members do', () => {
  expect(codes(`${head}Förbundet består av sju medlemmar.\n\nFörbundet har åtta medlemmar.`)).toContain('texts-disagree')
})
