const north = (line: string, period: string) => ({ association: 'Norrådalen', line, scenario: 'budget', period })

/** One call of each tool over the invented associations, as a model would make it. */
export const sampleCalls: readonly { readonly name: string; readonly arguments: Record<string, unknown> }[] = [
  { name: 'ask', arguments: { question: 'Hur stor andel av kostnaderna går till individinsatser i Norrådalen 2024?' } },
  { name: 'list_associations', arguments: {} },
  { name: 'describe', arguments: { name: 'Norrådalen' } },
  { name: 'get_figures', arguments: { association: 'Norrådalen', line: 'Strukturella insatser' } },
  {
    name: 'calculate',
    arguments: { operation: 'percent_change', of: [north('Individinsatser', '2023'), north('Individinsatser', '2024')] },
  },
  { name: 'compare', arguments: { line: 'Individinsatser', scenario: 'budget', periods: ['2024'] } },
  { name: 'check', arguments: { association: 'Norrådalen' } },
  {
    name: 'project',
    arguments: {
      association: 'Norrådalen',
      line: 'Staten',
      through: 2026,
      assumptions: [{ line: 'Staten', percent: -10, yearly: true, from: 2025 }],
    },
  },
  { name: 'list_initiatives', arguments: { association: 'Norrådalen' } },
  { name: 'explain_figure', arguments: north('Strukturella insatser', '2023') },
  { name: 'search_text', arguments: { query: 'deltagare' } },
  { name: 'read_source', arguments: { document: 'norradalen-2024', page: 2 } },
]
