/** Calls of one tool, made in turn: other arguments each time, as a client makes them. */
export interface Work {
  readonly name: string
  readonly tool: string
  readonly args: readonly object[]
  /** Calls of one round. */
  readonly calls: number
}

const budget = { scenario: 'budget', period: '2024' }

export const echo: Work = {
  name: 'echo',
  tool: 'echo',
  args: ['Västmanland', 'Totala kostnader', 'budget 2024'].map(text => ({ text })),
  calls: 2_000,
}

export const figures: Work = {
  name: 'get_figures',
  tool: 'get_figures',
  args: [
    { association: 'Västmanland', line: 'Totala kostnader', ...budget },
    { association: 'Västmanland', line: 'administration', ...budget },
    { association: 'Västmanland', line: 'Individinsatser', ...budget },
  ],
  calls: 2_000,
}

export const ask: Work = {
  name: 'ask',
  tool: 'ask',
  args: [
    'Hur stor andel av kostnaderna i Västmanland 2024 går till individinsatser?',
    'Vad är budgeten för administration i Västmanland 2024?',
    'Följer Västmanland regeln om 50/25/25 i budgeten 2024?',
    'What share of total costs goes to administration in Västmanland in 2024?',
    'Vad händer med det egna kapitalet i Västmanland om bidragen minskar med 5 procent om året till 2027?',
    'Var i dokumentet står det om målgruppen?',
  ].map(question => ({ question })),
  calls: 60,
}

/** A long reply among the others. */
export const manyFigures: Work = {
  name: 'get_figures, ten rows',
  tool: 'get_figures',
  args: [{ association: 'Västra Mälardalen', limit: 10 }],
  calls: 200,
}
