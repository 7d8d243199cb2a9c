export { type Answer, answerSchema, type Citation, type Figure, figureSchema, traceSchema } from './answer/answer.ts'
export { answerQuestion, type WithModel } from './answer-question.ts'
export { type AskInput, ask, type PreviousTurn } from './ask.ts'
export type { AssistantContext, FoundPassage, PageSpan } from './context.ts'
export { type ExplainedQuestion, explainQuestion } from './explain-question.ts'
export { type ModelSettings, modelSettings } from './model/settings.ts'
export { besideLibrary, type DraftBeside } from './report/beside-library.ts'
export { type Change, changesBetween } from './report/changes.ts'
export { type DocumentReport, documentReport, draftFindings, draftReport } from './report/document-report.ts'
export { findingText } from './report/finding-text.ts'
export { personalNumberLines } from './report/personal-numbers.ts'
export { readingFindings } from './report/reading-findings.ts'
export { type RuleOutcome, ruleOutcomes } from './report/rule-outcomes.ts'
export { callTool, tools } from './tools/catalogue.ts'
export { documentOverview } from './tools/document-overview.ts'
export { associationChoices, documentChoices } from './tools/names/choices.ts'
export { readSource, type SourceSpan, type SourceText } from './tools/read-source-lines.ts'
export {
  quietCall,
  readOnlyAnnotations,
  type SourceLink,
  type Tool,
  type ToolCall,
  ToolError,
  type ToolErrorCode,
  type ToolOutcome,
} from './tools/tool.ts'
export { type DocumentRecord, type FigureRecord, figureRecordSchema, figuresOutput } from './tools/wire/figure-record.ts'
