import type { Figure } from '@finsam/assistant'
import { type Language, useWords } from '../words/words.ts'
import { linkFigures } from './link-figures.ts'

interface FigureTextProps {
  readonly text: string
  readonly figures: readonly Figure[]
  readonly language: Language
  readonly opened: string | undefined
  readonly panel: string
  readonly open: (figure: string) => void
}

/** Text of an answer in which every figure is a button that opens how it came about. */
export function FigureText({ text, figures, language, opened, panel, open }: FigureTextProps) {
  const { w } = useWords()
  return (
    <>
      {linkFigures(text, figures, language).map((segment, at) =>
        segment.figure === undefined ? (
          segment.text
        ) : (
          <button
            key={at}
            type="button"
            class="figure"
            title={w.openFigure}
            aria-expanded={opened === segment.figure}
            aria-controls={panel}
            onClick={() => segment.figure && open(segment.figure)}
          >
            {segment.text}
          </button>
        ),
      )}
    </>
  )
}
