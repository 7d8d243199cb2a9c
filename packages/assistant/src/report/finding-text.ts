import { type Finding, findingSentence, type Language } from '@finsam/domain'
import { readingFindings } from './reading-findings.ts'

/** What a finding says to a reader in one sentence, whether the engine or the reading of the document found it. */
export const findingText = (finding: Finding, language: Language): string => findingSentence(finding, language, readingFindings)
