import { ParlorError } from '../../errors.ts'

/** Where files are reached: the address a browser uses, and how it is told apart from the server's others. */
export interface FileUrls {
  /** The address of one file, beside the address that was asked unless `publicUrl` is set. */
  of(token: string, asked: string): string
  /** What an address says after its `…/files`: a token, `''` for the address itself, `null` for any other address. */
  tokenOf(asked: string): string | null
}

/** @param publicUrl such as `https://chat.example/chatkit/files`; its last segment is what this server looks for */
export function fileUrls(publicUrl: string | undefined): FileUrls {
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw notAnAddress(publicUrl)
  const base = publicUrl === undefined ? null : withoutEnd(publicUrl)
  const segment = base === null ? 'files' : (new URL(base).pathname.split('/').at(-1) ?? '')
  if (segment === '') throw notAnAddress(publicUrl ?? '')

  return {
    of(token, asked) {
      if (base !== null) return `${base}/${token}`
      const own = withoutEnd(asked)
      return own.endsWith(`/${segment}`) ? `${own}/${token}` : `${own}/${segment}/${token}`
    },
    tokenOf(asked) {
      const [last, before] = new URL(asked).pathname.replace(/\/$/, '').split('/').reverse()
      if (last === segment) return ''
      return before === segment && last !== undefined ? last : null
    },
  }
}

function withoutEnd(address: string): string {
  const { origin, pathname } = new URL(address)
  let end = pathname.length
  while (pathname[end - 1] === '/') end-- // a pattern would look at each run of slashes again and again
  return origin + pathname.slice(0, end)
}

function notAnAddress(publicUrl: string): ParlorError {
  return new ParlorError('misuse', {
    at: 'attachmentFiles.publicUrl',
    problem: `'${publicUrl}' is not an address with a path`,
    hint: "Give the whole one, such as 'https://chat.example/chatkit/files'",
  })
}
