import { fold, type Library } from '@finsam/domain'

const fits = (typed: string) => {
  const wanted = fold(typed)
  return (name: string): boolean => fold(name).includes(wanted)
}

/** Short names of the loaded associations that contain what is typed so far, in the registry's order. */
export const associationChoices = (library: Library, typed: string): string[] =>
  library.associations.filter(({ name, shortName }) => [name, shortName].some(fits(typed))).map(({ shortName }) => shortName)

/** Ids of the loaded documents that contain what is typed so far. */
export const documentChoices = (library: Library, typed: string): string[] => library.documents.map(({ id }) => id).filter(fits(typed))
