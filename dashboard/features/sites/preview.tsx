import { RotateCcw } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { withQuery } from '../../lib/api.ts';
import { IconButton } from '../../ui/button.tsx';

const PAUSE_MS = 500; // between two keys; each change draws the chat anew

interface PreviewProps {
  siteKey: string;
  /** The settings as typed, saved or not. */
  look: Record<string, unknown>;
}

/** The real widget on a page of ours, with the settings as they are typed. */
export function Preview({ siteKey, look }: PreviewProps) {
  const wanted = withQuery('/preview.html', { key: siteKey, look: JSON.stringify(look) });
  const [shown, show] = useState(wanted);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => show(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <section class="preview" aria-label="Preview">
      <header class="card-head">
        <h2>Preview</h2>
        <IconButton
          icon={RotateCcw}
          label="Show the preview again"
          onClick={() => frame.current?.contentWindow?.location.reload()}
        />
      </header>
      <iframe key={shown} ref={frame} src={shown} title="The chat as visitors see it" />
      <p class="quiet-text">What you write here is a real conversation of this site.</p>
    </section>
  );
}
