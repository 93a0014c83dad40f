import type { Shell } from '../shell.ts';
import type { SiteConfig } from './services/wire.ts';
import type { ReadonlySignal } from './store/signals.ts';
import { effect } from './store/signals.ts';
import { accentOn } from './text/contrast.ts';

/** Gives the widget the site's side and accent, in light and in dark; returns how to stop. */
export function paintSite({ host }: Shell, config: ReadonlySignal<SiteConfig | null>): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    const site = config.value?.site;
    if (!site) return;
    host.dataset.side ??= site.position;
    const style = getComputedStyle(host);
    const accent = accentOn(site.accent ?? '', {
      grounds: [style.getPropertyValue('--surface'), style.getPropertyValue('--sunken')],
      ink: style.getPropertyValue('--ink'),
    });
    for (const [token, value] of Object.entries(accent ?? {})) host.style.setProperty(token, value);
  };
  const stop = effect(paint);
  dark.addEventListener('change', paint);
  return () => {
    dark.removeEventListener('change', paint);
    stop();
  };
}
