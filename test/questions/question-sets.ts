import { readFileSync } from 'node:fs'
import * as z from 'zod'

const expectedFigure = z.strictObject({
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
  label: z.string(),
  /** In the figure's own unit; null where the value is a word. */
  tolerance: z.number().nonnegative().nullable(),
  optional: z.boolean().optional(),
  /** `nearest`: what a refusal may offer. `reading`: one of several meanings. */
  role: z.enum(['nearest', 'reading']).optional(),
})

const questionSchema = z.strictObject({
  id: z.string().regex(/^(sv|en)-test-\d{3}$/),
  persona: z.enum(['ekonom', 'ledamot', 'forbundschef', 'revisor', 'journalist', 'assistant', 'analyst', 'auditor', 'developer']),
  lang: z.enum(['sv', 'en']),
  question: z.string().min(1),
  /** The id of an earlier question that this one follows up. */
  previous: z.string().optional(),
  kind: z.string(),
  subkind: z.string().optional(),
  expected: z.strictObject({
    status: z.enum(['answered', 'ambiguous', 'unanswerable']),
    figures: z.array(expectedFigure),
    mustMention: z.array(z.union([z.string(), z.array(z.string())])).optional(),
    mustNotClaim: z.array(z.union([z.string(), z.strictObject({ value: z.number(), unit: z.string(), why: z.string() })])).optional(),
  }),
  evidence: z.array(z.strictObject({ document: z.string(), line: z.number().int().positive() })),
  calculation: z.string(),
  difficulty: z.number().int().min(1).max(3),
})
/** A question as somebody would ask it, and what the documents in `data/` answer. */
export type Question = z.infer<typeof questionSchema>

const readQuestions = (language: 'sv' | 'en'): readonly Question[] =>
  readFileSync(new URL(`./questions-${language}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => questionSchema.parse(JSON.parse(line)))

export const swedishQuestions = readQuestions('sv')
export const englishQuestions = readQuestions('en')
