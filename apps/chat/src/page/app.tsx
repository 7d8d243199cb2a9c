import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ConversationView } from './conversation/conversation-view.tsx'
import { type Conversation, useConversation } from './conversation/use-conversation.ts'
import { Coverage } from './coverage/coverage.tsx'
import { DocumentView } from './coverage/document-view.tsx'
import { DraftCheck } from './draft/draft-check.tsx'
import { ReviewView } from './review/review-view.tsx'
import { type Route, textHref, useRoute } from './route.ts'
import { InstallationContext, useInstallation, useSession } from './session.ts'
import { SharedView } from './shared/shared-view.tsx'
import { SignIn } from './sign-in.tsx'
import { SourceView } from './source/source-view.tsx'
import { UploadView } from './upload/upload-view.tsx'
import { Uploads } from './upload/uploads.tsx'
import { useLanguage } from './use-language.ts'
import { LanguageContext, useWords, words } from './words/words.ts'

/** The whole page: header, the view of the current address, footer. */
export function App() {
  const [language, setLanguage] = useLanguage()
  const route = useRoute()
  const session = useSession()
  const conversation = useConversation(language, session.model !== undefined)
  const main = useRef<HTMLElement>(null)
  const shown = viewKey(route)
  const [first, setFirst] = useState(shown)
  useLayoutEffect(() => {
    if (shown === first) return
    setFirst('')
    main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [shown])
  useTitle(route, language)
  const w = words[language]
  return (
    <LanguageContext.Provider value={language}>
      <InstallationContext.Provider value={session}>
        <a class="skip" href="#main">
          {w.skip}
        </a>
        <Header route={route} switchLanguage={() => setLanguage(language === 'sv' ? 'en' : 'sv')} />
        <main id="main" ref={main} tabIndex={-1}>
          {!session.signedIn ? <SignIn session={session} /> : <View route={route} conversation={conversation} />}
        </main>
        <Footer />
      </InstallationContext.Provider>
    </LanguageContext.Provider>
  )
}

/** Steps within one document are one view; another document or page is another. */
const viewKey = (route: Route): string => ('document' in route ? `${route.name} ${route.document}` : route.name)

function View({ route, conversation }: { readonly route: Route; readonly conversation: Conversation }) {
  const { w } = useWords()
  switch (route.name) {
    case 'ask':
      return <ConversationView conversation={conversation} question={route.question} previous={route.previous} />
    case 'coverage':
      return <Coverage />
    case 'document':
      return <DocumentView document={route.document} />
    case 'source':
      return <SourceView {...route} />
    case 'draft':
      return <DraftCheck />
    case 'review':
      return <ReviewView document={route.document} />
    case 'shared':
      return <SharedView id={route.id} />
    case 'uploads':
      return <Uploads />
    case 'upload':
      return <UploadView key={route.id} id={route.id} />
    default:
      return (
        <>
          <h1>{w.unknownPage}</h1>
          <p>{w.unknownPageText}</p>
        </>
      )
  }
}

const pages = [
  { href: '/', words: 'ask', routes: ['ask', 'shared'] },
  { href: '/underlag', words: 'coverage', routes: ['coverage', 'document', 'source'] },
  { href: '/granska', words: 'draft', routes: ['draft'], offer: 'drafts' },
  { href: '/inlasning', words: 'uploads', routes: ['uploads', 'upload'], offer: 'publishing' },
  { href: '/kontroll', words: 'review', routes: ['review'], offer: 'records' },
] as const

function Header({ route, switchLanguage }: { readonly route: Route; readonly switchLanguage: () => void }) {
  const { language, w } = useWords()
  const { offers } = useInstallation()
  return (
    <header class="site">
      <a class="brand" href="/">
        finsam
      </a>
      <nav aria-label={w.navigation}>
        {pages
          .filter(page => !('offer' in page) || offers[page.offer])
          .map(({ href, words: name, routes }) => (
            <a key={href} href={href} {...(routes.some(known => known === route.name) ? { 'aria-current': 'page' } : {})}>
              {w[name]}
            </a>
          ))}
      </nav>
      <button type="button" class="quiet" lang={language === 'sv' ? 'en' : 'sv'} onClick={switchLanguage}>
        {w.otherLanguage}
      </button>
    </header>
  )
}

function Footer() {
  const { language, w } = useWords()
  return (
    <footer class="site">
      <p>{w.footer}</p>
      <nav aria-label={w.about}>
        <a href={textHref[language].about}>{w.about}</a>
        <a href={textHref[language].accessibility}>{w.accessibility}</a>
      </nav>
    </footer>
  )
}

const titles = {
  coverage: 'coverage',
  document: 'coverage',
  source: 'source',
  draft: 'draft',
  review: 'review',
  uploads: 'uploads',
  upload: 'uploads',
} as const

/** Names the view in the browser's title, on change only. */
function useTitle(route: Route, language: 'sv' | 'en'): void {
  const w = words[language]
  const known = Object.entries(titles).find(([name]) => name === route.name)?.[1]
  const title = [known && w[known], 'document' in route && route.document, w.title].filter(Boolean).join(' – ')
  useLayoutEffect(() => {
    document.title = title
  }, [title])
}
