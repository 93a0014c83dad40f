import { User } from 'lucide';
import { initials } from '../lib/format.ts';
import { Icon } from './icon.tsx';

/** Initials on a quiet disc; a person's outline when nobody knows the name. */
export function Avatar({ name }: { name: string | null }) {
  return (
    <span class="avatar" aria-hidden="true">
      {name ? initials(name) : <Icon node={User} />}
    </span>
  );
}
