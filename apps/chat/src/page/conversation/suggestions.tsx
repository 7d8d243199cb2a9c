import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words/words.ts'

/** Questions that the loaded documents can answer, tried by the server before they are shown. */
export function Suggestions({ ask }: { readonly ask: (question: string) => void }) {
  const { language, w } = useWords()
  const { value } = useLoaded<{ readonly questions: readonly string[] }>(`/api/suggestions?language=${language}`)
  if (!value?.questions.length) return null
  return (
    <section class="choices">
      <h2>{w.suggestions}</h2>
      <ul>
        {value.questions.map(question => (
          <li key={question}>
            <button type="button" onClick={() => ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
