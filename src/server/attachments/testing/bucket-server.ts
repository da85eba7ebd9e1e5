import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const bucketKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }

/**
 * A stand-in for an S3-compatible store: it checks each signature by its own computation (AWS Signature Version 4), that signed
 * headers came as signed, and the time by the clock it is given. It knows PUT, GET with a range, copies and DELETE.
 */
export async function openBucketServer({ now = () => new Date() } = {}) {
  const objects = new Map<string, { type: string; bytes: Buffer }>()
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const path = decodeURIComponent(url.pathname)
    asked.push(`${request.method} ${path}`)
    const body = await buffer(request)
    const refused = refusal(request, url, now())
    if (refused) return response.writeHead(403).end(`<Error><Code>${refused}</Code></Error>`)

    const found = objects.get(path)
    switch (request.method) {
      case 'PUT': {
        const copied = request.headers['x-amz-copy-source']
        const source = typeof copied === 'string' ? objects.get(decodeURIComponent(copied)) : null
        if (source === undefined) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
        objects.set(path, source ?? { type: request.headers['content-type'] ?? '', bytes: body })
        return response.writeHead(200).end()
      }
      case 'DELETE':
        objects.delete(path)
        return response.writeHead(204).end()
      default: {
        if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
        const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
        if (first === undefined) {
          const type = url.searchParams.get('response-content-type') ?? found.type
          const disposition = url.searchParams.get('response-content-disposition') ?? 'inline'
          return response.writeHead(200, { 'content-type': type, 'content-disposition': disposition }).end(found.bytes)
        }
        if (found.bytes.length === 0) return response.writeHead(416).end('<Error><Code>InvalidRange</Code></Error>')
        const part = found.bytes.subarray(Number(first), Number(last) + 1)
        const range = `bytes ${first}-${Number(first) + part.length - 1}/${found.bytes.length}`
        return response.writeHead(206, { 'content-range': range }).end(part)
      }
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on a port, not on a pipe
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

/** Why a request is refused, `null` if its signature is right. */
function refusal(request: IncomingMessage, url: URL, now: Date): string | null {
  const query = new URLSearchParams(url.search)
  const inQuery = query.has('X-Amz-Signature')
  const header = new Map(
    (request.headers.authorization ?? '')
      .replace(/^AWS4-HMAC-SHA256 /, '')
      .split(', ')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  const told = (name: string) => (inQuery ? query.get(`X-Amz-${name}`) : header.get(name)) ?? ''
  const date = inQuery ? told('Date') : String(request.headers['x-amz-date'])
  const [key, day = '', region = '', service = ''] = told('Credential').split('/')
  if (key !== bucketKeys.accessKeyId) return 'InvalidAccessKeyId'
  const madeAt = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const seconds = inQuery ? Number(query.get('X-Amz-Expires')) : 900
  if (now.getTime() > madeAt + seconds * 1000) return 'AccessDenied'

  const given = told('Signature')
  query.delete('X-Amz-Signature')
  const canonicalQuery = [...query]
    .map(([name, value]) => `${uriEncoded(name)}=${uriEncoded(value)}`)
    .sort()
    .join('&')
  const signedHeaders = told('SignedHeaders')
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const payload = inQuery ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256'])
  const path = url.pathname.split('/').map(decodeURIComponent).map(uriEncoded).join('/')
  const canonical = [request.method, path, canonicalQuery, headers.join(''), signedHeaders, payload].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signing = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${bucketKeys.secretAccessKey}`,
  )
  const right = createHmac('sha256', signing).update(toSign).digest('hex')
  return right === given ? null : 'SignatureDoesNotMatch'
}

function uriEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
