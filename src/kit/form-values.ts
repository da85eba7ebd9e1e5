/** What a control gives to its form. */
export type FormValue = string | boolean
