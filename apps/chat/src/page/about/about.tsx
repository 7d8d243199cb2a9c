import { useWords } from '../words/words.ts'

/** How answers are computed, what the system is, and what it does with what is typed. */
export function About() {
  const { language } = useWords()
  return language === 'sv' ? <Swedish /> : <English />
}

const Swedish = () => (
  <div class="prose">
    <h1>Om tjänsten</h1>
    <p>
      finsam läser samordningsförbundens verksamhetsplaner, budgetar, delårsrapporter och årsredovisningar och svarar på frågor om dem.
      Svaren ges av ett automatiskt system, inte av en människa.
    </p>
    <h2>Så beräknas svaren</h2>
    <ol>
      <li>Dokumenten läses in rad för rad. Varje belopp sparas med dokument, sida, rad och exakt de tecken som är tryckta.</li>
      <li>
        Tabellernas egna summor används för att kontrollera läsningen. Är ett tal skadat i trycket rättas det bara om summorna ger ett enda
        möjligt värde.
      </li>
      <li>Frågan tolkas till en beräkning: vilket förbund, vilken rad, vilket år, budget eller utfall.</li>
      <li>Beräkningen görs i ören med heltal. Formeln och alla tal som ingår visas när du öppnar en siffra.</li>
      <li>Finns uppgiften inte i underlaget säger tjänsten det. Kan frågan läsas på flera sätt frågar den tillbaka.</li>
    </ol>
    <h2>Vad märkningarna betyder</h2>
    <KindList />
    <h2>Språkmodeller</h2>
    <p>
      Siffror kommer aldrig från en språkmodell. Om tjänsten har kopplats till en modell får den bara föreslå hur frågan ska tolkas;
      siffrorna sätts in av programmet.
    </p>
    <h2>Vad som sparas</h2>
    <p>
      Dina frågor och svar sparas i webbläsarens flik tills du stänger den eller väljer ”Ny konversation”. Ett utkast som du granskar läses
      i serverns minne och sparas inte. Skriv inte personuppgifter i frågorna.
    </p>
    <h2>Kontrollera innan du beslutar</h2>
    <p>
      Använd svaret som underlag, inte som beslut. Öppna källan och jämför, särskilt när en siffra är märkt som rättad, härledd eller
      osäker.
    </p>
  </div>
)

const English = () => (
  <div class="prose">
    <h1>About</h1>
    <p>
      finsam reads the plans, budgets, interim and annual reports of Swedish coordination associations (samordningsförbund) and answers
      questions about them. Answers come from an automated system, not from a person.
    </p>
    <h2>How answers are computed</h2>
    <ol>
      <li>Documents are read line by line. Every amount is kept with its document, page, line and the very characters that are printed.</li>
      <li>
        The tables’ own sums check the reading. A number damaged in print is repaired only where the sums leave a single possible value.
      </li>
      <li>The question becomes a calculation: which association, which line, which year, budget or outcome.</li>
      <li>The calculation is done in whole öre. Its formula and every number in it are shown when you open a figure.</li>
      <li>What the documents do not say, the service does not say. Where a question can be read in several ways, it asks back.</li>
    </ol>
    <h2>What the marks mean</h2>
    <KindList />
    <h2>Language models</h2>
    <p>
      Figures never come from a language model. Where a model is connected, it may only suggest how to read the question; the program puts
      the figures in.
    </p>
    <h2>What is kept</h2>
    <p>
      Your questions and answers stay in this browser tab until you close it or choose “New conversation”. A draft that you check is read in
      the server’s memory and not kept. Do not write personal data in questions.
    </p>
    <h2>Check before you decide</h2>
    <p>
      Use an answer as material, not as a decision. Open the source and compare, above all where a figure is marked as repaired, derived or
      uncertain.
    </p>
  </div>
)

function KindList() {
  const { w } = useWords()
  const kinds = ['printed', 'computed', 'repaired', 'derived', 'ambiguous', 'projected', 'confirmed'] as const
  return (
    <dl class="kinds">
      {kinds.map(kind => (
        <div key={kind}>
          <dt>
            <span class={`kind ${kind}`}>{w.kinds[kind]}</span>
          </dt>
          <dd>{w.kindTexts[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
