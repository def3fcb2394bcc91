import { defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';

const line = '1px solid var(--line-strong)';

function filled(color: string | undefined) {
  const danger = color === 'danger';
  return {
    background: danger ? 'var(--danger)' : 'var(--accent)',
    hover: danger ? 'color-mix(in srgb, var(--danger) 88%, var(--ink))' : 'var(--accent-hover)',
    color: danger ? 'var(--on-danger)' : 'var(--on-accent)',
    border: '1px solid transparent',
  };
}

/** Colours of Button and ActionIcon: filled is the one accent or danger, subtle is ink until hovered. */
export const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? 'accent';
  if (color !== 'accent' && color !== 'danger') return defaultVariantColorsResolver(input);
  if (input.variant === 'filled') return filled(color);
  if (input.variant === 'default') {
    return {
      background: 'var(--surface)',
      hover: 'var(--surface-2)',
      color: 'var(--ink)',
      border: line,
    };
  }
  const ink = color === 'danger' ? 'var(--danger)' : 'var(--ink-2)';
  if (input.variant === 'subtle' || input.variant === 'transparent') {
    return {
      background: 'transparent',
      hover: 'var(--surface-3)',
      color: ink,
      border: '1px solid transparent',
    };
  }
  return {
    background: color === 'danger' ? 'var(--danger-soft)' : 'var(--accent-soft)',
    hover: 'var(--surface-3)',
    color: color === 'danger' ? 'var(--danger)' : 'var(--accent-text)',
    border: '1px solid transparent',
  };
};
