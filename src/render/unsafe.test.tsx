// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { Markdown } from './markdown/markdown.tsx'
import { draw } from './testing/draw.tsx'
import { safeImageUrl, safeLinkUrl } from './theme/safe-url.ts'

afterEach(cleanup)

/** Addresses that would run something, or load a document of the sender's, if a browser followed them. */
const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\t:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;&#x61;vascript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'javascript:alert&lpar;1&rpar;',
  'javascript://example.com/%0aalert(1)',
  'javascript:/*--></title></style></textarea><svg/onload=alert(1)>*/',
  'vbscript:msgbox(1)',
  'VBSCRIPT:msgbox(1)',
  'livescript:alert(1)',
  'mocha:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'DATA:text/html,<svg onload=alert(1)>',
  'data:application/xhtml+xml,<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  'data:text/javascript,alert(1)',
  'data:,alert(1)',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  'data:image/png,ok" onerror="alert(1)',
  'blob:https://example.com/0f3f',
  'filesystem:https://example.com/temporary/a.html',
  'file:///etc/passwd',
  'about:blank',
  'view-source:https://example.com',
  'intent://example.com#Intent;scheme=http;end',
  'ms-word:ofe|u|https://example.com/a.docx',
  'feed:javascript:alert(1)',
  'jar:https://example.com/a.jar!/a.html',
  'https:javascript:alert(1)',
  '//example.com/\\"onmouseover="alert(1)',
  'https://example.com/" onclick="alert(1)',
  "https://example.com/' onclick='alert(1)",
  'https://example.com/<script>alert(1)</script>',
  'chatkit-link:javascript:alert(1)',
]

/** Texts in markdown and HTML that try to become more than text. */
const documents = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg/onload=alert(1)>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<form action="javascript:alert(1)"><button id=submit>x</button></form>',
  '<a id="body" name="documentElement" href="javascript:alert(1)">x</a>',
  '<style>@import "https://evil.example/a.css"; * { background: url(https://evil.example) }</style>',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '# <img src=x onerror=alert(1)>\n\n- <svg onload=alert(1)>\n\n> <script>alert(1)</script>',
  '| <img src=x onerror=alert(1)> | b |\n|---|---|\n| <script>1</script> | [x](javascript:alert(1)) |',
  '```html\n<script>alert(1)</script>\n```',
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  '`<img src=x onerror=alert(1)>`',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '[a](<javascript:alert(1)>)',
  '[a](javascript:alert(1) "title")',
  '[a](https://example.com "\\" onmouseover=alert(1) x=\\"")',
  '![a"onerror="alert(1)](https://example.com/a.png)',
  '![" onload="alert(1)](data:image/png;base64,AAAA)',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '[a][b]\n\n[b]: <data:text/html,alert(1)> "x"',
  '<javascript:alert(1)>',
  '<https://example.com/"onclick="alert(1)>',
  'https://example.com/"onclick="alert(1) www.example.com/javascript:alert(1)',
  'javascript:alert(1)@example.com',
  '**[x](javas\\cript:alert(1))** ~~[y](java&#115;cript:alert(1))~~',
  '$\\href{javascript:alert(1)}{x}$ $$\\htmlData{onclick=alert(1)}{x} \\url{javascript:alert(1)}$$',
  '$\\includegraphics{https://evil.example/a.png}$ $\\htmlId{body}{x}$ $\\htmlStyle{background:url(//evil.example)}{x}$',
  '[^1]: <script>alert(1)</script>\n\ntext[^1]',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
]

/** What may stand in a document that only shows: elements that load or run nothing, addresses of known kinds, no handlers. */
function harmful(root: Element): string[] {
  const found: string[] = []
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName
    if (
      /^(script|iframe|frame|object|embed|link|meta|base|style|form|noscript|template|use|foreignobject|animate|set)$/.test(
        name,
      )
    )
      found.push(`<${name}>`)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || /^(srcdoc|srcset|formaction|ping|background|poster|action)$/i.test(attribute))
        found.push(`${name} ${attribute}`)
      if (attribute === 'href' && !/^(https?:|mailto:|chatkit-link:)/.test(value)) found.push(`href ${value}`)
      if (attribute === 'xlink:href') found.push(`${attribute} ${value}`)
      if (attribute === 'src' && !(name === 'img' && /^(https?:|data:image\/)/.test(value))) found.push(`src ${value}`)
      if (
        attribute === 'src' &&
        /^https?:/.test(value) &&
        !/^https:\/\/pictures\.example\/|^http:\/\/localhost/.test(value)
      )
        found.push(`src ${value}`)
      if (attribute === 'style' && /url\(/i.test(value)) found.push(`style ${value}`)
      if ((attribute === 'id' || attribute === 'name') && /^(body|documentElement|submit)$/.test(value))
        found.push(`${attribute} ${value}`)
    }
  }
  return found
}

function drawn(text: string, streaming = false): Element {
  return render(<Markdown text={text} streaming={streaming} allowedImageDomains={['pictures.example']} />).container
}

test('no address that would run something is one to a link or a picture', () => {
  for (const address of addresses) {
    const link = safeLinkUrl(address)
    expect(link === undefined || /^(https?:|mailto:|chatkit-link:)/.test(link)).toBe(true)
    const picture = safeImageUrl(address)
    expect(picture === undefined || /^(https?:|data:image\/)/.test(picture)).toBe(true)
  }
})

test('no way to write an address in markdown makes one that runs', () => {
  for (const address of addresses) {
    for (const text of [
      `[x](${address})`,
      `[x](<${address}>)`,
      `![x](${address})`,
      `![x](<${address}>)`,
      `<${address}>`,
      `[x][r]\n\n[r]: ${address}`,
      `[![x](${address})](${address})`,
      `- > **[x](${address} "${address}")**`,
      address,
    ]) {
      expect({ text, harmful: harmful(drawn(text)) }).toEqual({ text, harmful: [] })
      cleanup()
    }
  }
})

test('HTML in markdown is text, whole and while it streams in', () => {
  for (const text of documents) {
    expect({ text, harmful: harmful(drawn(text)) }).toEqual({ text, harmful: [] })
    cleanup()
    for (let end = 1; end < text.length; end += 7) {
      expect({ text, end, harmful: harmful(drawn(text.slice(0, end), true)) }).toEqual({ text, end, harmful: [] })
      cleanup()
    }
  }
})

test('no mixture of such pieces gets through', () => {
  const piece = fc.oneof(
    fc.constantFrom(...addresses, ...documents),
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '"',
      "'",
      '`',
      '\n',
      '\n\n',
      '\\',
      '&#',
      ';',
      '|',
      '* ',
      '> ',
      '    ',
      '$',
    ),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, streaming) => {
      const found = harmful(drawn(pieces.join(''), streaming))
      cleanup()
      return found.length === 0
    }),
    { numRuns: 300 },
  )
})

test('nothing a widget brings along runs or loads from elsewhere', () => {
  for (const bad of [...addresses, ...documents, 'url(https://evil.example)', 'red;background:url(//evil.example)']) {
    const { container } = draw({
      type: 'Card',
      id: 'body',
      key: bad,
      background: bad,
      border: { size: 1, color: bad },
      padding: bad,
      status: { text: bad, favicon: bad.startsWith('http') || bad.startsWith('//') ? undefined : bad },
      children: [
        { type: 'Text', id: 'documentElement', value: bad, color: bad, width: bad },
        { type: 'Title', value: bad },
        { type: 'Badge', label: bad, color: bad },
        { type: 'Button', label: bad, iconStart: bad, color: bad },
        { type: 'Markdown', value: bad },
        { type: 'Icon', name: bad, color: bad },
        { type: 'Icon', name: `lucide:${bad}` },
        { type: 'Image', src: /^(https?:|\/\/)/.test(bad) ? 'x:' : bad, alt: bad, width: bad, background: bad },
        { type: 'Box', background: bad, margin: bad, radius: bad, flex: bad, aspectRatio: bad, children: [] },
        { type: 'Input', name: bad, defaultValue: bad, placeholder: bad, pattern: bad },
        { type: 'Select', name: 'submit-as', options: [{ value: bad, label: bad }] },
        { type: bad, children: [{ type: 'Text', value: bad }] },
      ],
    })
    expect({ bad, harmful: harmful(container) }).toEqual({ bad, harmful: [] })
    cleanup()
  }
})
