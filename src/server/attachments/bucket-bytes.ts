import { AwsV4Signer } from 'aws4fetch'
import { ParlorError } from '../../errors.ts'
import { type ByteStore, headBytes } from './byte-store.ts'
import { gatherBytes } from './gather-bytes.ts'

export interface BucketOptions {
  /** Such as `https://s3.eu-central-1.amazonaws.com`, `https://<account>.r2.cloudflarestorage.com`, or that of your own MinIO. */
  endpoint: string
  bucket: string
  /** `auto` where the store has none. */
  region: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  /** Put before all keys, such as `chat/`. */
  prefix?: string
  /** Whether the bucket is named in the path or in the host; in the path unless set. */
  style?: 'path' | 'host'
  /** Bytes of a file that comes directly, not by a signed address, and is held in memory on its way: 32 MiB unless set. */
  maxDirectBytes?: number
  fetch?: typeof globalThis.fetch
  now?: () => Date
}

/**
 * Bytes in an S3-compatible bucket. Browsers send them there by presigned addresses that hold for one size and type, under
 * `incoming/`; a file that is used is copied to `files/`, which no browser can write. Let the bucket expire `incoming/` after
 * a day, and allow `PUT` with `content-type` from the origins of your pages (CORS).
 */
export function bucketBytes(options: BucketOptions): ByteStore {
  const { endpoint, bucket, prefix = '', style = 'path', now = () => new Date() } = options
  const { fetch = globalThis.fetch, maxDirectBytes = 32 * 1024 * 1024 } = options
  const root = rootOf(endpoint, bucket, style)
  const incoming = (key: string) => `${prefix}incoming/${key}`
  const kept = (key: string) => `${prefix}files/${key}`
  const addressOf = (path: string) => new URL(`${root}/${path.split('/').map(encodeURIComponent).join('/')}`)

  const signer = (request: { method: string; url: URL; headers?: Record<string, string>; signQuery?: boolean }) => {
    const { accessKeyId, secretAccessKey, sessionToken, region } = options
    const keys = { accessKeyId, secretAccessKey, region, ...(sessionToken === undefined ? {} : { sessionToken }) }
    const datetime = now()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, '')
    return new AwsV4Signer({ ...keys, service: 's3', datetime, allHeaders: true, ...request, url: request.url.href })
  }

  async function presign(method: 'GET' | 'PUT', url: URL, expiresMs: number, headers = {}): Promise<string> {
    url.searchParams.set('X-Amz-Expires', String(Math.ceil(expiresMs / 1000)))
    const signed = await signer({ method, url, headers, signQuery: true }).sign()
    return signed.url.href
  }

  async function ask(
    method: string,
    path: string,
    {
      headers = {},
      body,
      signal,
    }: { headers?: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal?: AbortSignal | undefined } = {},
  ): Promise<Response> {
    const signed = await signer({ method, url: addressOf(path), headers }).sign()
    const init: RequestInit = { method, headers: signed.headers }
    if (body) init.body = body
    if (signal) init.signal = signal
    return fetch(signed.url, init).catch((cause: unknown) => {
      signal?.throwIfAborted()
      throw failed(method, 'No answer from the bucket', cause)
    })
  }

  async function mustWork(method: string, response: Response, ...fine: number[]): Promise<string> {
    const text = await response.text()
    if (!response.ok && !fine.includes(response.status))
      throw failed(method, `The bucket answered ${response.status}`, text)
    return text
  }

  return {
    async write(key, bytes, { signal } = {}) {
      const body = await gatherBytes(bytes, maxDirectBytes, () => tooLargeForMemory(maxDirectBytes))
      await mustWork('PUT', await ask('PUT', kept(key), { body, signal }))
    },
    async look(key, { signal } = {}) {
      const response = await ask('GET', kept(key), { headers: { range: `bytes=0-${headBytes - 1}` }, signal })
      if (response.status === 404 || response.status === 416) {
        await response.body?.cancel()
        return response.status === 404 ? null : { size: 0, head: new Uint8Array() } // an empty object has no first bytes
      }
      if (!response.ok || !response.body)
        throw failed('GET', `The bucket answered ${response.status}`, await response.text())
      const size = response.headers.get('content-range')?.split('/')[1] ?? response.headers.get('content-length')
      return { size: Number(size), head: await firstBytes(response.body) }
    },
    async read(key, { signal } = {}) {
      const response = await ask('GET', kept(key), { signal })
      if (response.ok) return response.body
      await mustWork('GET', response, 404)
      return null
    },
    async delete(key, { signal } = {}) {
      for (const path of [incoming(key), kept(key)])
        await mustWork('DELETE', await ask('DELETE', path, { signal }), 404)
    },
    signed: {
      async upload(key, { mimeType, size }, expiresMs) {
        const headers = { 'content-type': mimeType, 'content-length': String(size) }
        const url = await presign('PUT', addressOf(incoming(key)), expiresMs, headers)
        return { url, method: 'PUT', headers: { 'Content-Type': mimeType } } // every client tells the length by itself
      },
      async take(key, { signal } = {}) {
        const source = `/${bucket}/${incoming(key)}`.split('/').map(encodeURIComponent).join('/')
        const response = await ask('PUT', kept(key), { headers: { 'x-amz-copy-source': source }, signal })
        const text = await mustWork('PUT', response, 404)
        if (response.status === 404) return
        if (text.includes('<Error>')) throw failed('PUT', 'The bucket could not copy the file', text) // told by a 200
        await mustWork('DELETE', await ask('DELETE', incoming(key), { signal }), 404)
      },
      link(key, { contentType, contentDisposition }, expiresMs) {
        const url = addressOf(kept(key))
        url.searchParams.set('response-content-type', contentType)
        url.searchParams.set('response-content-disposition', contentDisposition)
        return presign('GET', url, expiresMs)
      },
    },
  }
}

function rootOf(endpoint: string, bucket: string, style: 'path' | 'host'): string {
  if (!URL.canParse(endpoint)) {
    throw new ParlorError('misuse', {
      at: 'bucketBytes.endpoint',
      problem: `'${endpoint}' is not an address`,
      hint: "Give the whole one, such as 'https://s3.eu-central-1.amazonaws.com'",
    })
  }
  const { protocol, host, pathname } = new URL(endpoint)
  const path = pathname.replace(/\/+$/, '')
  return style === 'host' ? `${protocol}//${bucket}.${host}${path}` : `${protocol}//${host}${path}/${bucket}`
}

async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader()
  let head = new Uint8Array()
  for (let read = await reader.read(); !read.done && head.length < headBytes; read = await reader.read()) {
    head = new Uint8Array([...head, ...read.value.subarray(0, headBytes - head.length)])
  }
  await reader.cancel()
  return head
}

/** Not the asker's doing: answered as a failure of the server, told in its log. */
function failed(method: string, problem: string, cause: unknown): ParlorError {
  return new ParlorError('http_error', {
    at: `bucket.${method}`,
    problem,
    hint: 'Look at `cause`; check the keys, the region and the endpoint given to bucketBytes',
    cause,
  })
}

function tooLargeForMemory(most: number): ParlorError {
  return new ParlorError('too_large', {
    at: 'file',
    problem: `A file that comes directly has at most ${most} bytes`,
    hint: 'Use the upload strategy two_phase, which sends files straight to the bucket',
  })
}
