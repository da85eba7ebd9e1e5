import { formatNumber } from './format.ts'

/** The forms of one text, by the plural categories of its language; `#` is the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A text with a number in it. */
export interface Plural {
  /** The text for a count, its number written as in `locale`. */
  (count: number, locale: string): string
  readonly forms: PluralForms
}

/** Makes a text with a number in it, in the form the number asks for. */
export function plural(forms: PluralForms): Plural {
  const say = (count: number, locale: string) => {
    const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
    return form.replace('#', formatNumber(count, locale))
  }
  return Object.assign(say, { forms })
}
