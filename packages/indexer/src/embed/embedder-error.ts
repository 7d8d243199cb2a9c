/** Thrown by an embedder whose service fails; its message tells what to check. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError'
}
