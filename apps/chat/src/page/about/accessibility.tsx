import { useWords } from '../words/words.ts'

/** The statement that the Swedish accessibility law asks for, with the fields of Digg's template; whoever runs the service adds its contact. */
export function Accessibility() {
  const { language } = useWords()
  return language === 'sv' ? <Swedish /> : <English />
}

const Swedish = () => (
  <div class="prose">
    <h1>Tillgänglighetsredogörelse</h1>
    <p>
      Den organisation som driver den här installationen av finsam är ansvarig för tjänsten. Här beskrivs hur tjänsten uppfyller lagen om
      tillgänglighet till digital offentlig service, vilka brister som är kända och hur du kan rapportera fler.
    </p>
    <h2>Hur tillgänglig är tjänsten?</h2>
    <p>Tjänsten är delvis förenlig med kraven (WCAG 2.1, nivå AA, enligt EN 301 549). Den är byggd för att klara även WCAG 2.2, nivå AA.</p>
    <h2>Kända brister</h2>
    <ul>
      <li>
        Dokumentens text visas som den lästes in ur källan. Tabeller i den texten är rader med mellanrum, och skadade tecken från
        inskanningen finns kvar. Samma tabeller finns som riktiga tabeller under ”Underlag”. (Lagkrav 1.3.1)
      </li>
      <li>Dokumentens rubriknivåer återges inte i källvyn. (Lagkrav 1.3.1)</li>
      <li>Tjänsten är inte provad av personer som använder hjälpmedel till vardags.</li>
    </ul>
    <h2>Hur vi har testat</h2>
    <p>
      Tjänstens byggare har granskat den: automatiska kontroller med axe på varje vy, prov med enbart tangentbord, prov vid 320 bildpunkters
      bredd, mörkt läge och tvingade färger i webbläsaren Chromium. Senaste bedömningen gjordes den 21 november 2026.
    </p>
    <h2>Kontakta oss om du hittar brister</h2>
    <p>Hör av dig till den organisation som driver tjänsten. Berätta vilken sida det gäller och vad som inte fungerar.</p>
    <h2>Tillsyn</h2>
    <p>
      Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur vi hanterar dina synpunkter kan du{' '}
      <a href="https://www.digg.se/tdosanmalan">anmäla bristande tillgänglighet till Digg</a>.
    </p>
  </div>
)

const English = () => (
  <div class="prose">
    <h1>Accessibility statement</h1>
    <p>
      The organisation that runs this installation of finsam is responsible for the service. This page tells how it meets the Swedish law on
      accessibility of digital public services, which faults are known, and how to report more.
    </p>
    <h2>How accessible is the service?</h2>
    <p>The service is partially compliant (WCAG 2.1 level AA by EN 301 549). It is built to meet WCAG 2.2 level AA as well.</p>
    <h2>Known faults</h2>
    <ul>
      <li>
        The text of documents is shown as it was read from the source. Tables in that text are lines with spaces, and characters damaged by
        scanning remain. The same tables stand as real tables under “Documents”. (1.3.1)
      </li>
      <li>The heading levels of documents are not kept in the source view. (1.3.1)</li>
      <li>The service has not been tried by people who use assistive technology every day.</li>
    </ul>
    <h2>How it was tested</h2>
    <p>
      By its makers: automatic checks with axe on every view, keyboard alone, 320 pixels wide, dark mode and forced colours in the browser
      Chromium. The latest assessment was made on 21 November 2026.
    </p>
    <h2>Tell us about faults</h2>
    <p>Contact the organisation that runs the service. Say which page it is and what does not work.</p>
    <h2>Supervision</h2>
    <p>
      The Swedish Agency for Digital Government, Digg, supervises the law. If you are not content with our reply, you can{' '}
      <a href="https://www.digg.se/tdosanmalan">report to Digg</a>.
    </p>
  </div>
)
