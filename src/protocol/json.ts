/** Values of these keys are the host's own JSON: a null in there means something. */
const freeForm = new Set(['arguments', 'data', 'output', 'result', 'payload'])

/** A deep copy without null or undefined members and array entries; for widget trees, where null means absent. */
export function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== null && entry !== undefined).map(dropNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === null || member === undefined ? [] : [[key, dropNulls(member)]],
    ),
  )
}

/** Like `dropNulls`, but what hosts put into free-form values is left as it is. */
function dropModelNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropModelNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key === 'widget' || key === 'component') return [[key, dropNulls(member)]]
      if (member === null) return key === 'result' ? [[key, member]] : []
      return [[key, freeForm.has(key) && !isPage(key, member) ? member : dropModelNulls(member)]]
    }),
  )
}

/** The rows of a page stand under `data`, too, but are models. */
function isPage(key: string, member: unknown): boolean {
  return key === 'data' && Array.isArray(member)
}

/** JSON as ChatKit writes it: null fields of its models and widgets are left out, nulls inside free-form values stay. */
export function wireJson(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes('null') ? JSON.stringify(dropModelNulls(value)) : text
}
