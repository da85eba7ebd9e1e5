import { Button as ButtonControl } from '@openai/apps-sdk-ui/components/Button'
import type { ReactNode } from 'react'
import type { Button } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useForm } from '../form/form-context.ts'
import { IconView } from '../icons/icon-view.tsx'

/** What `style` stands for; an explicit colour or variant wins over it. */
const presets = {
  primary: { color: 'primary', variant: 'solid' },
  secondary: { color: 'secondary', variant: 'soft' },
} as const

/** Draws a Button. With `submit` it submits its form, and runs its own action only where the form has none. */
export function ButtonView({ node }: { node: Button }): ReactNode {
  const { label = '', iconStart, iconEnd, style = 'secondary', size = 'md', pill = true, disabled = false } = node
  const form = useForm()
  const own = useAction(node.onClickAction, 'Button.onClickAction')
  const submitted = node.submit && form?.submits ? form : null
  const { pending, inert } = submitted ?? own
  const { color, variant } = {
    ...presets[style],
    ...(node.color && { color: node.color }),
    ...(node.variant && { variant: node.variant }),
  }
  return (
    <ButtonControl
      className="pk-button"
      onClick={() => (submitted ? submitted.submit() : own.run())}
      color={color}
      variant={variant}
      size={size}
      pill={pill}
      uniform={node.uniform ?? false}
      block={node.block ?? false}
      disabled={disabled}
      loading={pending}
      inert={false} // stays focusable while it waits
      aria-disabled={disabled || inert || pending || undefined}
      aria-busy={pending || undefined}
      aria-label={label === '' ? iconName(iconStart ?? iconEnd) : undefined}
      {...(node.iconSize && { iconSize: node.iconSize })}
    >
      {iconStart && <IconView name={iconStart} />}
      {label !== '' && <span className="pk-button-label">{label}</span>}
      {iconEnd && <IconView name={iconEnd} />}
    </ButtonControl>
  )
}

/** The best name for a button that shows only an icon: the icon's own, in words. */
function iconName(icon: string | undefined): string | undefined {
  return icon?.replace(/^\w+:/, '').replaceAll('-', ' ')
}
