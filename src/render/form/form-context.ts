import { createContext, useContext } from 'react'
import type { FormScope } from './form-scope.ts'

/** The innermost form around a control. */
export interface FormContextValue {
  scope: FormScope
  /** Checks the fields, and runs what the form runs on submit. */
  submit(): void
  /** Whether the form has something to run on submit. */
  submits: boolean
  /** Whether that is running. */
  pending: boolean
  /** Whether it cannot run now. */
  inert: boolean
}

const FormContext = createContext<FormContextValue | null>(null)

/** Makes a form the innermost one for everything drawn inside; `null` takes its content out of any form. */
export const FormProvider = FormContext.Provider

/** The form a control stands in, or null outside any. */
export function useForm(): FormContextValue | null {
  return useContext(FormContext)
}
