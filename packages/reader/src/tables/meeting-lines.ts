const day = String.raw`(?:[1-9]|[12]\d|3[01])\/(?:[1-9]|1[0-2])`
const days = new RegExp(String.raw`(?<![\d/])${day}(?:\s*(?:,|och|-|–|&)\s*${day})+(?![\d/])`)
const timeOfDay = /\bkl(?:ockan|\.)?\s*\d{1,2}[.:]\d\d/i

/** Whether a line tells when one meets: `Styrelsen: 14/1, 4/3, 20/5`, `27 mars kl. 9.00–12.00`. */
export const isMeetingLine = (text: string): boolean => text.length <= 160 && (days.test(text) || timeOfDay.test(text))
