import type { ComponentType, Ref, SVGProps } from 'react'

/** An icon as a component: the design system's. */
export type IconComponent = ComponentType<SVGProps<SVGSVGElement>>

interface IconButtonProps {
  /** Spoken name and tooltip. */
  label: string
  icon: IconComponent
  onClick(): void
  disabled?: boolean
  /** It points along the line: mirrored where lines begin on the right. */
  pointing?: boolean
  /** For buttons that stay down. */
  pressed?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A round, quiet button that shows only an icon. */
export function IconButton({
  label,
  icon: Icon,
  onClick,
  disabled,
  pointing,
  pressed,
  className,
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={className ?? 'chat-icon-button'}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon aria-hidden className={pointing ? 'pk-mirror' : undefined} />
    </button>
  )
}
