import ts from 'typescript'
import * as zod from 'zod'
import * as define from '../../define/index.ts'
import * as kit from '../../kit/index.ts'
import * as jsxRuntime from '../../kit/jsx-runtime.ts'
import * as templates from '../../templates/index.ts'

const modules: Record<string, unknown> = {
  zod,
  parlor: define,
  'parlor/kit': kit,
  'parlor/templates': templates,
  'parlor/jsx-runtime': jsxRuntime,
  './elsewhere.ts': { bookSchema: zod.z.strictObject({ title: zod.z.string() }), shout: (text: string) => `${text}!` },
}

/** What a TSX module exports. */
export function runTsx(text: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, {
    fileName: 'widget.tsx',
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX },
  })
  const exported: Record<string, unknown> = {}
  new Function('require', 'exports', outputText)((name: string) => modules[name], exported)
  return exported
}
