/**
 * What the layers below refuse, in Swedish, by code: they word it in English, for the command line and for programs.
 * A failure that its author words in Swedish needs no line here.
 */
export const swedishFailures: Readonly<Record<string, string>> = {
  damaged:
    'Filen är skadad eller skyddad och går inte att läsa. Öppna den i programmet som skapade den, spara den på nytt och försök med den.',
  'document-busy': 'Dokumentet ändras just nu av någon annan. Försök igen om en stund.',
  'document-known': 'Under det namnet finns redan ett annat dokument. Välj ett annat namn, eller ersätt dokumentet.',
  'document-unknown': 'Det finns inget dokument med det namnet. Välj ett som är inläst.',
  'embedder-failed': 'Tjänsten som räknar ut sökvektorer svarar inte. Försök igen om en stund.',
  encrypted: 'Filen är skyddad med lösenord. Spara en kopia utan skydd och läs in den.',
  'file-binary': 'Filen innehåller inte text. Spara dokumentet som PDF, Word, Excel eller text och försök igen.',
  'file-empty': 'Filen är tom. Välj en fil som innehåller text.',
  'file-not-text': 'Filen går inte att läsa som text. Spara dokumentet som UTF-8-text, PDF eller Word.',
  'file-too-large': 'Filen är för stor. Dela den, eller spara texten för sig.',
  'file-type-unsupported': 'Filtypen kan inte läsas. Spara dokumentet som PDF, Word, Excel eller text.',
  'file-without-text': 'Filen innehåller inga läsbara ord. Kontrollera att texten är igenkänd (OCR) innan du sparar den.',
  'id-invalid': 'Namnet kan inte användas. Skriv det med bokstäver, siffror, punkt, bindestreck och understreck.',
  'no-text': 'Filen innehåller ingen text. Är sidorna bilder behöver de skannas rakt och med minst 200 punkter per tum.',
  'original-missing': 'Dokumentets fil finns inte sparad. Läs in den på nytt.',
  'store-busy': 'Underlaget ändras just nu från flera håll. Försök igen om en stund.',
  'store-full': 'Disken är full, så inget har ändrats. Be den som sköter tjänsten att frigöra utrymme.',
  'store-missing': 'Underlaget finns inte längre kvar. Be den som sköter tjänsten att läsa in dokumenten på nytt.',
  'store-of-other-format': 'Underlaget är skrivet av en annan version. Be den som sköter tjänsten att läsa in dokumenten på nytt.',
  'store-unreachable': 'Lagringen går inte att nå just nu. Försök igen om en stund.',
  'store-unsafe': 'Lagringen kan bara läsas, så inget har ändrats.',
  'store-unwritable': 'Underlaget kan inte ändras, så inget har sparats. Be den som sköter tjänsten att se över behörigheterna.',
  'too-large': 'Filen kräver mer än ett dokument får ta. Dela den, eller ta bort bilder och tomma rader, och försök igen.',
  'too-slow': 'Filen tog för lång tid att läsa. Dela den, eller spara den på nytt i programmet som skapade den.',
  'unsupported-type':
    'Filtypen kan inte läsas, eller så är filen något annat än namnet säger. Spara dokumentet som PDF, Word, Excel eller text.',
  'waiting-area-full': 'För många filer väntar redan. Läs in eller ta bort några av dem och försök igen.',
}
