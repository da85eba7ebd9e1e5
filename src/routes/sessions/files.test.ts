// @vitest-environment node
import { expect, test } from 'vitest'
import { attachmentFiles, memoryBytes } from '../../server/index.ts'
import { asked, ownSessions, secret } from '../testing/own-sessions.ts'

const uploads = (max_file_size = 1) => ({
  ...asked,
  chatkit_configuration: { history: { enabled: false }, file_upload: { enabled: true, max_file_size } },
})

test.each([
  'files',
  'files/a',
  'conversation/files/a',
  'files/health',
])('no address of files is a way around what a session allows: %s', async (path) => {
  const { sessions, routes, startThread } = ownSessions()
  await startThread('ada', 'Hi')
  const { client_secret } = await sessions.create(uploads())
  const statusOf = async (contentType: string) => {
    const headers = { authorization: `Bearer ${client_secret}`, 'content-type': contentType }
    const body = ' {"type":"threads.list","params":{}}'
    const response = await routes.fetch(
      new Request(`https://api.test/v1/chatkit/${path}`, { method: 'POST', headers, body }),
    )
    return { status: response.status, leaks: (await response.text()).includes('thr_') }
  }
  const refused = { status: path === 'files' ? 400 : 401, leaks: false }
  expect(await statusOf('application/json')).toEqual(refused)
  expect(await statusOf('multipart/form-data; boundary=a')).toEqual(refused)
})

test('an upload without a length is held to the size that its session allows', async () => {
  const attachments = attachmentFiles({ bytes: memoryBytes(), secret })
  const { sessions, routes } = ownSessions({ attachments })
  const { client_secret } = await sessions.create(uploads())
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(2 * 1024 * 1024)]), 'a.bin')
  const headers = { authorization: `Bearer ${client_secret}` }
  const request = new Request('https://api.test/v1/chatkit/files', { method: 'POST', headers, body: form })
  const response = await routes.fetch(request)
  expect({ status: response.status, ...(await response.json()) }).toMatchObject({
    status: 413,
    error: { message: 'The file has more than 1 MB.' },
  })
})
