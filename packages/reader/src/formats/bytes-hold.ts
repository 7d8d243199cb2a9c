/** Whether bytes begin with a text, character by character. */
export const startsWith = (bytes: Uint8Array, ascii: string): boolean =>
  [...ascii].every((character, index) => bytes[index] === character.charCodeAt(0))

/** Whether a text stands anywhere in bytes. */
export const contains = (bytes: Uint8Array, ascii: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ascii, 0, 'latin1')

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\u0003\u0004')
