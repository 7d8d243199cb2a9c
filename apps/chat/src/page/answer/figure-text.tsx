import type { Answer } from '@finsam/assistant'
import { useWords } from '../words/words.ts'
import { useSourceHref } from './editions.ts'
import { linkFigures } from './link-figures.ts'
import { linkPlaces } from './link-places.ts'

interface FigureTextProps {
  readonly text: string
  readonly answer: Answer
  readonly opened: string | undefined
  readonly panel: string
  readonly open: (figure: string) => void
}

/** Text of an answer in which every figure is a button that opens how it came about, and every cited place a link to its line. */
export function FigureText({ text, answer: { facts, figures, language }, opened, panel, open }: FigureTextProps) {
  const { w } = useWords()
  const hrefTo = useSourceHref()
  const cited = [...figures, ...facts].flatMap(({ sources }) => sources)
  const numbers = (part: string) =>
    linkFigures(part, figures, language).map((segment, at) =>
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
    )
  return (
    <>
      {linkPlaces(text, cited).map(({ text: part, place }, at) =>
        place ? (
          <a
            key={at}
            href={hrefTo(
              place.document,
              place.line,
              cited.filter(other => other.document === place.document).map(({ line }) => line),
            )}
          >
            {part}
          </a>
        ) : (
          numbers(part)
        ),
      )}
    </>
  )
}
