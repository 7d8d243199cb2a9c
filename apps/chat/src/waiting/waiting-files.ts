/** An uploaded file as the waiting area lists it. */
export interface WaitingFile {
  readonly id: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  /** When it was uploaded, ISO 8601. */
  readonly at: string
  /** The name of the person who uploaded it. */
  readonly who: string
}

/** Files that wait for somebody to review and publish them. They survive a restart, and no answer rests on them. */
export interface WaitingFiles {
  readonly put: (file: Omit<WaitingFile, 'size'> & { readonly bytes: Uint8Array }) => Promise<void>
  /** Oldest first. */
  readonly list: () => Promise<readonly WaitingFile[]>
  readonly bytes: (id: string) => Promise<Uint8Array | undefined>
  readonly remove: (id: string) => Promise<void>
}
