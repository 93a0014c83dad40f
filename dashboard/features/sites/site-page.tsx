import { type Signal, useSignal } from '@preact/signals';
import { Trash2 } from 'lucide';
import { useLocation, useRoute } from 'preact-iso';
import { api, whyNot } from '../../app/session.ts';
import { useDraft } from '../../lib/drafts.ts';
import { useResource } from '../../lib/resource.ts';
import { useForm } from '../../lib/use-form.ts';
import type { Site } from '../../lib/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { EmbedCard } from './embed-card.tsx';
import { Preview } from './preview.tsx';
import { changesOf, draftOf, problemsOf, settingsOf } from './site-draft.ts';
import { SiteForm } from './site-form.tsx';
import './sites.css';

function DeleteSite({ site, onClose }: { site: Site; onClose: () => void }) {
  const { route } = useLocation();
  const form = useForm(async () => {
    await api.delete(`/api/sites/${site.id}`);
    onClose();
    route('/sites');
  });
  return (
    <Dialog title={`Delete ${site.name}?`} onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <p>
          The chat disappears from every page that uses this key. Conversations and customers stay.
          This cannot be undone.
        </p>
        {form.error !== null && <ErrorNote error={form.error} />}
        <DialogActions
          form={form}
          onClose={onClose}
          submit="Delete site"
          cancel="Keep it"
          kind="danger"
        />
      </form>
    </Dialog>
  );
}

function Editor({ site, saved }: { site: Site; saved: Signal<Site | null> }) {
  const draft = useDraft(`site-${site.id}`, draftOf(site));
  const deleting = useSignal(false);
  const changes = changesOf(site, draft.value);
  const form = useForm(async () => {
    if (Object.keys(problemsOf(draft.value)).length > 0) return;
    const answer = await api.patch<Site>(`/api/sites/${site.id}`, changes);
    saved.value = answer;
    draft.value = draftOf(answer);
  });
  return (
    <div class="page page-full">
      <PageHead title={site.name} back={{ href: '/sites', label: 'Back to sites' }}>
        <Button
          kind="danger"
          icon={Trash2}
          whyNot={whyNot('sites.write')}
          onClick={() => {
            deleting.value = true;
          }}
        >
          Delete
        </Button>
      </PageHead>
      <div class="site-columns">
        <div class="site-main">
          <EmbedCard site={site} />
          <SiteForm
            draft={draft}
            form={form}
            changed={Object.keys(changes).length > 0}
            onDiscard={() => {
              draft.value = draftOf(site);
            }}
          />
        </div>
        <Preview siteKey={site.publishable_key} look={settingsOf(draft.value)} />
      </div>
      {deleting.value && (
        <DeleteSite
          site={site}
          onClose={() => {
            deleting.value = false;
          }}
        />
      )}
    </div>
  );
}

/** One site: its script tag, its settings, and the chat as visitors will see it. */
export function SitePage() {
  const id = useRoute().params.id ?? '';
  const resource = useResource(id, (abort) => api.get<Site>(`/api/sites/${id}`, abort));
  const site = resource.value.value;
  if (site) return <Editor key={site.id} site={site} saved={resource.value} />;
  return (
    <div class="page">
      <PageHead title="Site" back={{ href: '/sites', label: 'Back to sites' }} />
      {resource.status.value === 'error' ? (
        <ErrorNote error={resource.error.value} retry={() => void resource.reload()} />
      ) : (
        <SkeletonRows rows={6} label="Loading the site" />
      )}
    </div>
  );
}
