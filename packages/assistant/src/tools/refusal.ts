import type { EvaluationFailure, Failure, Result } from '@finsam/domain'
import { ToolError, type ToolErrorCode } from './tool.ts'

const codes: Readonly<Record<EvaluationFailure, ToolErrorCode>> = {
  'unknown-association': 'unknown-association',
  'unknown-line': 'unknown-line',
  'unknown-concept': 'unknown-line',
  'unknown-member': 'unknown-line',
  'unknown-fact': 'unknown-line',
  'not-printed': 'not-computable',
  'several-match': 'several-match',
  'value-unknown': 'not-computable',
  'units-differ': 'not-computable',
  'division-by-zero': 'not-computable',
  'percent-of-negative': 'not-computable',
  'rule-not-applicable': 'not-computable',
}

/** The engine's refusal as the tool's: its sentence says what was wrong and what to do. */
export const refusal = ({ code, message, nearest }: Failure<EvaluationFailure>): ToolError => new ToolError(codes[code], message, nearest)

/** What the engine found, or its refusal thrown. */
export function valueOr<Value>(result: Result<Value, EvaluationFailure>): Value {
  if (!result.ok) throw refusal(result.failure)
  return result.value
}
