import type { IconNode } from 'lucide';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon } from './icon.tsx';

interface ButtonProps {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconNode;
  type?: 'button' | 'submit';
  /** Disabled, and this is why. */
  whyNot?: string | undefined;
  busy?: boolean;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  children: ComponentChildren;
}

/** A button with a word. What is off stays focusable, so that its reason can be read. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, type = 'button', whyNot, busy = false, onClick, children } = props;
  const off = whyNot !== undefined || busy;
  return (
    <button
      type={type}
      class={`button button-${kind}`}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      title={whyNot}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon node={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  icon: IconNode;
  label: string;
  onClick: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  expanded?: boolean;
  class?: string;
}

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({ icon, label, onClick, expanded, class: extra }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extra ?? ''}`}
      aria-label={label}
      aria-expanded={expanded}
      title={label}
      onClick={onClick}
    >
      <Icon node={icon} />
    </button>
  );
}
