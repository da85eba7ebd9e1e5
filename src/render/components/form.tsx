import type { ReactNode } from 'react'
import type { Form } from '../../kit/index.ts'
import { FieldGroup } from '../form/field-group.tsx'
import { FormProvider } from '../form/form-context.ts'
import { useFormScope } from '../form/use-form-scope.ts'
import { Children } from '../nodes.tsx'
import { useStack } from './stack.tsx'

/** Draws a Form; its children stand below each other by default. */
export function FormView({ node }: { node: Form }): ReactNode {
  const { value, element: Frame, handlers } = useFormScope(node.onSubmitAction, 'Form.onSubmitAction')
  const stack = useStack(node, node.direction ?? 'col')
  return (
    <Frame {...stack} {...(Frame === 'form' && { noValidate: true })} {...handlers}>
      <FormProvider value={value}>
        <FieldGroup node={node}>
          <Children of={node} />
        </FieldGroup>
      </FormProvider>
    </Frame>
  )
}
