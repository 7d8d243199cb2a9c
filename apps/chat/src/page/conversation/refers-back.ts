/** Words with which a question goes on from the one before: at its start, or anywhere in it. */
const openings = ['och', 'men', 'samt', 'då', 'jämfört', 'jämför', 'and', 'but', 'then', 'also', 'compared', 'compare']
const references = [
  'det',
  'den',
  'dem',
  'deras',
  'dess',
  'samma',
  'denna',
  'detta',
  'dessa',
  'där',
  'then',
  'it',
  'its',
  'that',
  'those',
  'these',
  'they',
  'their',
  'same',
  'there',
]
const shortest = 2

/**
 * Whether a question seems to lean on the one before it: it goes on from it, points back to it, or is too short to stand alone.
 * One that stands alone is asked alone, so that nothing of an earlier question slips into its answer.
 *
 * @example refersBack('Och året efter?') // true
 * @example refersBack('Vad kostar Samordningsteam Sala 2024?') // false
 */
export function refersBack(question: string): boolean {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    words.length <= shortest || words[1] === 'about' || openings.includes(words[0] ?? '') || words.some(word => references.includes(word))
  )
}
