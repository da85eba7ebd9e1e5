import { Button } from '@openai/apps-sdk-ui/components/Button'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import type { Card, CardAction } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useWidget } from '../action/widget-context.ts'
import { FieldGroup } from '../form/field-group.tsx'
import { FormProvider, useForm } from '../form/form-context.ts'
import { useFormScope } from '../form/use-form-scope.ts'
import { Children } from '../nodes.tsx'
import { borderStyle, paddingStyle } from '../theme/box-style.ts'
import { cssColor } from '../theme/color.ts'
import { Status } from './status.tsx'
import { ThemeScope } from './theme-scope.tsx'

const defaultPadding = 4 // spacing units: 16 px

/** Draws a Card: `md` wide, padded by 4 units, on the elevated surface unless told otherwise. */
export function CardView({ node }: { node: Card }): ReactNode {
  return (
    <ThemeScope theme={node.theme}>{node.asForm ? <FormCard node={node} /> : <PlainCard node={node} />}</ThemeScope>
  )
}

function PlainCard({ node }: { node: Card }): ReactNode {
  const frame = useFrame(node)
  return (
    <div {...frame}>
      <CardParts node={node} confirm={node.confirm && <Confirm confirm={node.confirm} />} />
    </div>
  )
}

/** The card is a form, and `confirm` submits it. */
function FormCard({ node }: { node: Card }): ReactNode {
  const { value, element: Frame, handlers } = useFormScope(node.confirm?.action, 'Card.confirm')
  const frame = useFrame(node)
  return (
    <Frame {...frame} {...(Frame === 'form' && { noValidate: true })} {...handlers}>
      <FormProvider value={value}>
        <CardParts node={node} confirm={node.confirm && <SubmitConfirm label={node.confirm.label} />} />
      </FormProvider>
    </Frame>
  )
}

function useFrame(node: Card) {
  const { scheme } = useWidget()
  const style: CSSProperties = useMemo(
    () => ({ background: cssColor(node.background, 'background', scheme), ...borderStyle(node.border, scheme) }),
    [node.background, node.border, scheme],
  )
  return { className: 'pk-card', 'data-size': node.size ?? 'md', style }
}

/** Status, content and footer. Without a status line there would be nothing left of a collapsed card, so it stays open. */
function CardParts({ node, confirm }: { node: Card; confirm: ReactNode }): ReactNode {
  const { status, cancel, padding = defaultPadding, collapsed = false } = node
  const isOpen = !collapsed || !status
  return (
    <FieldGroup node={node}>
      {status && <Status status={status} />}
      {isOpen && (
        <div className="pk-card-body" style={paddingStyle(padding)}>
          <Children of={node} />
        </div>
      )}
      {isOpen && (cancel || confirm) && (
        <div className="pk-card-footer">
          {cancel && <Cancel cancel={cancel} />}
          {confirm}
        </div>
      )}
    </FieldGroup>
  )
}

function Cancel({ cancel }: { cancel: CardAction }): ReactNode {
  const action = useAction(cancel.action, 'Card.cancel')
  return (
    <FooterButton label={cancel.label} color="secondary" variant="outline" {...action} onClick={() => action.run()} />
  )
}

function Confirm({ confirm }: { confirm: CardAction }): ReactNode {
  const action = useAction(confirm.action, 'Card.confirm')
  return <FooterButton label={confirm.label} color="primary" variant="solid" {...action} onClick={() => action.run()} />
}

function SubmitConfirm({ label }: { label: string }): ReactNode {
  const form = useForm()
  const { pending = false, inert = false } = form ?? {}
  return (
    <FooterButton
      label={label}
      color="primary"
      variant="solid"
      pending={pending}
      inert={inert}
      onClick={() => form?.submit()}
    />
  )
}

interface FooterButtonProps {
  label: string
  color: 'primary' | 'secondary'
  variant: 'solid' | 'outline'
  pending: boolean
  inert: boolean
  onClick(): void
}

function FooterButton({ label, color, variant, pending, inert, onClick }: FooterButtonProps): ReactNode {
  return (
    <Button
      className="pk-button"
      color={color}
      variant={variant}
      size="lg"
      loading={pending}
      inert={false} // stays focusable while it waits
      aria-disabled={inert || pending || undefined}
      aria-busy={pending || undefined}
      onClick={onClick}
    >
      <span className="pk-button-label">{label}</span>
    </Button>
  )
}
