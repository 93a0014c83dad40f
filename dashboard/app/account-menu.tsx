import { Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide';
import { useLocation } from 'preact-iso';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';
import { helpShown } from './keys.ts';
import { logOut, me } from './session.ts';
import { setTheme, type Theme, theme } from './theme.ts';

const NEXT: Record<Theme, { to: Theme; label: string; icon: typeof Sun }> = {
  system: { to: 'light', label: 'Theme: like the system', icon: Monitor },
  light: { to: 'dark', label: 'Theme: light', icon: Sun },
  dark: { to: 'system', label: 'Theme: dark', icon: Moon },
};

/** Who is logged in; behind it settings, theme, keys and the way out. */
export function AccountMenu({ side }: { side: 'above' | 'below' }) {
  const { route } = useLocation();
  const user = me.value?.user;
  if (!user) return null;
  const look = NEXT[theme.value];
  return (
    <Menu
      label="Account"
      named
      class="account"
      side={side}
      items={[
        { label: 'Settings', icon: Settings, onSelect: () => route('/settings') },
        { label: look.label, icon: look.icon, onSelect: () => setTheme(look.to) },
        {
          label: 'Keyboard shortcuts',
          icon: Keyboard,
          onSelect: () => {
            helpShown.value = true;
          },
        },
        { label: 'Log out', icon: LogOut, onSelect: () => void logOut() },
      ]}
      trigger={
        <>
          <Avatar name={user.name} />
          <span class="account-who">
            <span class="account-name">{user.name}</span>
            <span class="account-role">{user.role}</span>
          </span>
          <span class="hidden">account menu</span>
        </>
      }
    />
  );
}
