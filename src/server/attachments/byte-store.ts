import type { UploadDescriptor } from '../../protocol/index.ts'

export interface BytesOptions {
  signal?: AbortSignal | undefined
}

/** What is told of bytes without reading them all: how many, and the first 64. */
export interface BytesLook {
  size: number
  head: Uint8Array
}

/** How many bytes `head` holds at most: enough to tell one image format from another. */
export const headBytes = 64

/** Where the bytes of attachments lie: `directoryBytes`, `bucketBytes`, `memoryBytes`, or your own. Keys are attachment ids. */
export interface ByteStore {
  /** Keeps all the bytes, or none if their stream fails. Throws `conflict` when something is kept under this key already. */
  write(key: string, bytes: ReadableStream<Uint8Array>, options?: BytesOptions): Promise<void>
  look(key: string, options?: BytesOptions): Promise<BytesLook | null>
  read(key: string, options?: BytesOptions): Promise<ReadableStream<Uint8Array> | null>
  /** What is not there is no error. */
  delete(key: string, options?: BytesOptions): Promise<void>
  /** Removes what uploads left behind that broke off before this time. */
  sweep?(before: Date, options?: BytesOptions): Promise<void>
  /** Given where browsers send and fetch bytes without this server in between. */
  readonly signed?: SignedBytes
}

/** Addresses that let a browser at one file, for a while. */
export interface SignedBytes {
  /** Where a browser sends exactly these bytes. What comes there counts for nothing until it is taken. */
  upload(key: string, file: { mimeType: string; size: number }, expiresMs: number): Promise<UploadDescriptor>
  /** Makes what a browser sent the bytes of this key, out of its reach; nothing happens if nothing came. */
  take(key: string, options?: BytesOptions): Promise<void>
  /** Where a browser fetches the bytes, with these headers. */
  link(key: string, answer: { contentType: string; contentDisposition: string }, expiresMs: number): Promise<string>
}
