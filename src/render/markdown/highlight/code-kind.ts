/** What a piece of code is, as far as its colour tells. */
export type CodeKind = 'keyword' | 'string' | 'number' | 'name' | 'type' | 'attribute' | 'comment' | 'added' | 'removed'

const kinds: Readonly<Record<string, CodeKind | null>> = {
  'hljs-keyword': 'keyword',
  'hljs-selector-tag': 'keyword',
  'hljs-doctag': 'keyword',
  'hljs-literal': 'number',
  'hljs-number': 'number',
  'hljs-symbol': 'number',
  'hljs-bullet': 'number',
  'hljs-string': 'string',
  'hljs-regexp': 'string',
  'hljs-char': 'string',
  'hljs-link': 'string',
  'hljs-code': 'string',
  'hljs-title': 'name',
  'hljs-name': 'name',
  'hljs-section': 'name',
  'hljs-type': 'type',
  'hljs-built_in': 'type',
  'hljs-selector-class': 'type',
  'hljs-selector-id': 'type',
  'hljs-selector-pseudo': 'type',
  'hljs-attr': 'attribute',
  'hljs-attribute': 'attribute',
  'hljs-property': 'attribute',
  'hljs-variable': 'attribute',
  'hljs-template-variable': 'attribute',
  'hljs-selector-attr': 'attribute',
  'hljs-meta': 'comment',
  'hljs-comment': 'comment',
  'hljs-quote': 'comment',
  'hljs-addition': 'added',
  'hljs-deletion': 'removed',
  'hljs-subst': null, // code inside a string looks like code
}

/** The kind that class names of the highlighter stand for; without one, what is around it. */
export function codeKind(classNames: unknown, outer: CodeKind | null): CodeKind | null {
  if (!Array.isArray(classNames)) return outer
  const name: unknown = classNames.find((each) => typeof each === 'string' && Object.hasOwn(kinds, each))
  return typeof name === 'string' ? (kinds[name] ?? null) : outer
}
