/** A phrase as it begins a sentence: `näst störst` as `Näst störst`. */
export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
