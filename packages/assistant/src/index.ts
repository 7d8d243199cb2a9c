export { type Answer, answerSchema, type Citation, type Figure, figureSchema, traceSchema } from './answer/answer.ts'
export type { AssistantContext, FoundPassage } from './context.ts'
