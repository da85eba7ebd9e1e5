import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { widgetTypes } from './index.ts'

const kit = import.meta.dirname

/** The types of the kit as they are published: what a compiler emits of each file, and the language's own. */
function emittedTypes(): Map<string, string> {
  const emitted = new Map<string, string>()
  for (const path of readdirSync(kit, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || /\.(test|test-d)\.ts$/.test(path)) continue
    const { outputText } = ts.transpileDeclaration(readFileSync(join(kit, path), 'utf8'), {})
    emitted.set(`/${path.replaceAll('\\', '/').replace(/\.ts$/, '.d.ts')}`, outputText)
  }
  const language = join(ts.getDefaultLibFilePath({}), '..', 'lib.es5.d.ts')
  return emitted.set('/lib.d.ts', readFileSync(language, 'utf8'))
}

function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const host: ts.CompilerHost = {
    getSourceFile: (path, options) => {
      const text = files.get(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, options)
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path),
    writeFile: () => {},
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  }
  const options: ts.CompilerOptions = { strict: true, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] }
  return ts.createProgram([...files.keys()], options, host)
}

const program = programOf(emittedTypes())
const checker = program.getTypeChecker()
const exported = new Map(exportsOf('/index.d.ts').map((one) => [one.name, one]))

function exportsOf(path: string): ts.Symbol[] {
  const file = program.getSourceFile(path)
  const module = file && checker.getSymbolAtLocation(file)
  const found = module ? checker.getExportsOfModule(module) : []
  return found.map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
}

/** The properties of a type that an editor would show without a word, `type` and symbols left out. */
function bareIn(type: ts.Type, owner: string): string[] {
  return checker
    .getPropertiesOfType(type)
    .filter(
      (property) => /^(?!__@|type$)/.test(property.name) && property.getDocumentationComment(checker).length === 0,
    )
    .map(({ name }) => `${owner}.${name}`)
}

/** What a component function takes: `Table.Row` is `Row` of `Table`. */
function propsOf(type: string): ts.Type {
  const [name = '', part] = type.split('.')
  const symbol = exported.get(name)
  if (!symbol) throw new Error(`nothing exported is called ${name}`)
  const whole = checker.getTypeOfSymbol(symbol)
  const member = part ? whole.getProperty(part) : undefined
  const [parameter] = (member ? checker.getTypeOfSymbol(member) : whole).getCallSignatures()[0]?.getParameters() ?? []
  if (!parameter) throw new Error(`${type} takes no properties`)
  return checker.getTypeOfSymbol(parameter)
}

test('the emitted types say something on each property of each component', () => {
  const names = widgetTypes.map((type) => type.replace('.', ''))
  expect(names.filter((name) => !((exported.get(name)?.flags ?? 0) & ts.SymbolFlags.Interface))).toEqual([])
  const interfaces = [...exported.values()].filter(({ flags }) => flags & ts.SymbolFlags.Interface)
  const bare = interfaces.flatMap((symbol) => bareIn(checker.getDeclaredTypeOfSymbol(symbol), symbol.name))
  expect(bare.filter((place) => names.some((name) => place.startsWith(`${name}.`)))).toEqual([])
  expect(bare).toEqual([])
})

test('so do calls and tags, children included', () => {
  expect(widgetTypes.flatMap((type) => bareIn(propsOf(type), type))).toEqual([])
  const children = propsOf('Card').getProperty('children')?.getDocumentationComment(checker)
  expect(ts.displayPartsToString(children)).toMatch(/^What stands inside/)
})

test('so do the parts of a table', () => {
  const table = exported.get('Table')
  const parts = table ? ['Row', 'Cell'].map((name) => checker.getTypeOfSymbol(table).getProperty(name)) : []
  const said = parts.map((part) => ts.displayPartsToString(part?.getDocumentationComment(checker)))
  expect(said).toEqual(['One row of a `Table`; takes `Table.Cell`.', 'One cell of a `Table.Row`.'])
})

/** What a room exports and an editor would show without a word. */
function bareExportsOf(room: string): string[] {
  const path = join(kit, '..', room, 'index.ts')
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noLib: true,
    types: [],
  }
  const source = ts.createProgram([path], options)
  const file = source.getSourceFile(path)
  const index = file && source.getTypeChecker().getSymbolAtLocation(file)
  if (!index) throw new Error(`${path} exports nothing`)
  const checker = source.getTypeChecker()
  return checker.getExportsOfModule(index).flatMap((one) => {
    const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one
    return symbol.getDocumentationComment(checker).length === 0 ? [one.name] : []
  })
}

test.each(['kit', 'actions', 'define', 'updates'])('each export of %s has a sentence of its own', (room) => {
  expect(bareExportsOf(room)).toEqual([])
})
