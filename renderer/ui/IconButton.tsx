import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';

/** A button that is an icon; `label` is its name and its tooltip. */
export function IconButton({ icon: Icon, label, ...rest }: Omit<ButtonProps, 'size' | 'children'> & { icon: LucideIcon; label: string }) {
  return (
    <Button look="ghost" size="icon" aria-label={label} title={label} {...rest}>
      <Icon className="size-4" aria-hidden />
    </Button>
  );
}
