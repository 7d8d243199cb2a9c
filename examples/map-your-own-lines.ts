import { conceptOf, matchConcept, type Nature } from '@finsam/domain'

/** What the lines of your own chart of accounts stand for, and how surely; nothing is guessed where no name is near. */
export function mapYourOwnLines(): readonly string[] {
  const chart: readonly (readonly [label: string, nature: Nature])[] = [
    ['Medlemsavgifter', 'income'],
    ['Verksamhetens intikter', 'income'],
    ['Arvoden till styrelse', 'cost'],
    ['Revisorer', 'cost'],
    ['Kaffe och bullar', 'cost'],
  ]
  return chart.map(([label, nature]) => {
    const match = matchConcept(label, nature)
    return `${label}: ${match ? `${conceptOf(match.id)?.sv.name} (${match.mapping})` : 'inget begrepp'}`
  })
}

if (import.meta.main) console.log(mapYourOwnLines().join('\n'))
