import type { Site } from '../../lib/wire.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { scriptTag } from './site-draft.ts';

/** The script tag, and whether anybody may use it yet. */
export function EmbedCard({ site }: { site: Site }) {
  const tag = scriptTag(location.origin, site.publishable_key);
  return (
    <section class="card" aria-label="Embed">
      <header class="card-head">
        <h2>Put it on your website</h2>
        <CopyButton text={tag} label="Copy tag" />
      </header>
      <pre class="code">
        <code>{tag}</code>
      </pre>
      {site.allowed_origins.length === 0 ? (
        <p class="note note-warn">
          No website is allowed yet, so only this dashboard can show the chat. Add your website's
          address below.
        </p>
      ) : (
        <p class="quiet-text">
          Paste it anywhere in the page, once. It loads after your own content.
        </p>
      )}
    </section>
  );
}
