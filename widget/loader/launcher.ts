import type { IconNode } from 'lucide';
import { ChevronDown, MessageCircle } from 'lucide';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';

function draw(icon: IconNode): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of icon) {
    const shape = svg.appendChild(document.createElementNS(SVG, tag));
    for (const name in attributes) shape.setAttribute(name, `${attributes[name]}`);
  }
  return svg;
}

/**
 * The element that carries the widget. What keeps it alive on a hostile page is inline and
 * important, set through CSSOM, which a strict CSP allows.
 */
export function createHost(): HTMLElement {
  const host = document.createElement('tradesphere-chat');
  const keep = {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    'z-index': '2147483647',
  };
  for (const [name, value] of Object.entries(keep))
    host.style.setProperty(name, value, 'important');
  return host;
}

export interface Launcher {
  root: ShadowRoot;
  button: HTMLButtonElement;
  badge: HTMLElement;
}

/** The round button with its unread badge, in the host's shadow root. */
export function createLauncher(host: HTMLElement, label: string): Launcher {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const badge = document.createElement('span');
  button.className = 'launcher';
  button.type = 'button';
  button.setAttribute('aria-label', label);
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.append(draw(MessageCircle), draw(ChevronDown), badge);
  root.append(button);
  return { root, button, badge };
}
