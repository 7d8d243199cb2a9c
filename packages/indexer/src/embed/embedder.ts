/** Turns texts into vectors of one length; the same text always gives the same vector. */
export interface Embedder {
  /** Names the embedder and its version: vectors of different ids cannot be compared. */
  readonly id: string
  readonly dimensions: number
  /** One unit-length vector a text, in order. Throws where the service behind it fails. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  /** The vectors of questions, where these are not made like those of passages; left out, they are. */
  embedQuestions?(texts: readonly string[]): Promise<readonly Float32Array[]>
}

/** Scales a vector to length 1; a zero vector stays as it is. */
export function normalise(vector: Float32Array): Float32Array {
  let square = 0
  for (const component of vector) square += component * component
  if (square === 0) return vector
  const scale = 1 / Math.sqrt(square)
  return vector.map(component => component * scale)
}
