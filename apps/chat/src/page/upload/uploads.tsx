import type { Upload, WaitingList } from '../../contract/waiting.ts'
import { FileDrop } from '../file-drop.tsx'
import { formatDay } from '../format.ts'
import { navigate } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { useWords } from '../words/words.ts'

const hrefOf = (id: string): string => `/inlasning/${id}`

/** Where files are uploaded, and those that wait for somebody to review and publish them. */
export function Uploads() {
  const { w } = useWords()
  return (
    <div class="draft">
      <h1>{w.uploads}</h1>
      <p class="intro">{w.uploadsIntro}</p>
      <FileDrop<Upload> url="/api/uploads" done={({ file }) => navigate(hrefOf(file.id))} />
      <h2>{w.waitingFiles}</h2>
      <WaitingFiles />
    </div>
  )
}

function WaitingFiles() {
  const { language, w } = useWords()
  const loaded = useLoaded<WaitingList>('/api/uploads')
  if (!loaded.value) return <Waiting loaded={loaded} />
  if (loaded.value.files.length === 0) return <p>{w.noWaiting}</p>
  return (
    <ul class="fact-list">
      {loaded.value.files.map(({ id, fileName, who, at }) => (
        <li key={id}>
          <a href={hrefOf(id)}>{fileName}</a> · {who}, {formatDay(at.slice(0, 10), language)}
        </li>
      ))}
    </ul>
  )
}
