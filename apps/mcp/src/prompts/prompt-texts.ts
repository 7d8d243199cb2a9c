/** What a prompt is filled with. */
export interface PromptBlanks {
  readonly association: string
  readonly other: string
  readonly year: string
}
interface Wording {
  readonly sv: (blanks: PromptBlanks) => string
  readonly en: (blanks: PromptBlanks) => string
}

const inYear = (year: string, word: string): string => (year ? ` ${word} ${year}` : '')

export const budgetReview: Wording = {
  sv: ({ association, year }) => `Granska budgeten för samordningsförbundet ${association}${inYear(year, 'år')}.
1. Beskriv förbundet och dokumentet (describe). Säg om det är ett förslag eller beslutat.
2. Hämta intäkter, kostnader, resultat och eget kapital (get_figures) och jämför med föregående års budget och senaste utfall (calculate).
3. Räkna ut administrationens, individinsatsernas och de strukturella insatsernas andel av kostnaderna (calculate).
4. Kontrollera summor, fördelningen 50/25/25 och taket för eget kapital (check).
5. Sammanfatta på svenska i högst en sida: läget, det som avviker, det som är osäkert och tre frågor till styrelsen.
Varje siffra ska komma från ett verktyg och ha källa (dokument och rad eller sida). Räkna aldrig själv.`,
  en: ({ association, year }) => `Review the budget of the samordningsförbund ${association}${inYear(year, 'for')}.
1. Describe the association and the document (describe). Say whether it is a proposal or decided.
2. Get income, costs, result and equity (get_figures) and compare with last year's budget and the latest outcome (calculate).
3. Compute the share of costs that goes to administration, individual and structural initiatives (calculate).
4. Check the sums, the 50/25/25 split and the equity ceiling (check).
5. Sum up in English on one page at most: the position, what deviates, what is uncertain, and three questions for the board.
Every figure must come from a tool and carry its source (document and line or page). Never compute yourself.`,
}

export const compareAssociations: Wording = {
  sv: ({ association, other, year }) => `Jämför samordningsförbunden ${association} och ${other}${inYear(year, 'år')}.
1. Se vilka år och dokument som finns för båda (list_associations). Jämför inte olika scenarier eller olika långa perioder utan att säga det.
2. Jämför medlemsbidrag, administration, insatser, resultat och eget kapital (compare), i kronor och som andel av kostnaderna.
3. Jämför insatser, mål och volymer (list_initiatives).
4. Säg var förbunden räknar olika (vad som ingår i administration och intäkter), och vad som därför inte går att jämföra.
Skriv en tabell och högst fem meningar på svenska. Varje siffra ska komma från ett verktyg och ha källa. Räkna aldrig själv.`,
  en: ({ association, other, year }) => `Compare the samordningsförbund ${association} and ${other}${inYear(year, 'for')}.
1. See which years and documents there are for both (list_associations). Do not compare different scenarios or periods of different length without saying so.
2. Compare member contributions, administration, initiatives, result and equity (compare), in kronor and as shares of the costs.
3. Compare initiatives, goals and volumes (list_initiatives).
4. Say where the associations define things differently (what counts as administration and as income), and what can therefore not be compared.
Write one table and at most five sentences in English. Every figure must come from a tool and carry its source. Never compute yourself.`,
}

export const boardMemo: Wording = {
  sv: ({ association, year }) => `Förbered ett underlag till styrelsen i samordningsförbundet ${association}${inYear(year, 'om år')}.
1. Hämta resultat, eget kapital och budgeten för insatserna (get_figures) och avvikelsen mellan utfall och budget där utfall finns (calculate).
2. Visa hur eget kapital utvecklas de kommande tre åren om bidragen är oförändrade, och om de minskar med 5 procent om året (project).
3. Ta med insatsernas mål och volymer (list_initiatives) och anmärkningarna ur kontrollen (check).
4. Skriv underlaget på svenska: bakgrund, ekonomi i en tabell, risker, förslag till beslut.
Skilj på det som dokumenten säger och det som är framräknat. Varje siffra ska komma från ett verktyg och ha källa. Räkna aldrig själv.`,
  en: ({ association, year }) => `Prepare a memo for the board of the samordningsförbund ${association}${inYear(year, 'about')}.
1. Get the result, the equity and the budget of the initiatives (get_figures), and the variance of outcome against budget where there is an outcome (calculate).
2. Show how equity develops over the next three years if contributions stay the same, and if they fall by 5 percent a year (project).
3. Include goals and volumes of the initiatives (list_initiatives) and the findings of the check (check).
4. Write the memo in English: background, finances in one table, risks, proposed decision.
Keep apart what the documents say and what is projected. Every figure must come from a tool and carry its source. Never compute yourself.`,
}
