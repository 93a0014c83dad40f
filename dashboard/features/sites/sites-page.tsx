import { useSignal } from '@preact/signals';
import { Globe, Plus } from 'lucide';
import { useLocation } from 'preact-iso';
import { api, whyNot } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { plural } from '../../lib/format.ts';
import { usePager } from '../../lib/resource.ts';
import { useForm } from '../../lib/use-form.ts';
import type { Page, Site } from '../../lib/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { countOf, PageHead } from '../../ui/page-head.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import './sites.css';

const PAGE_SIZE = 50;

function AddSite({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const name = useSignal('');
  const form = useForm(async () => {
    const site = await api.post<Site>('/api/sites', { name: name.value.trim() });
    onClose();
    route(`/sites/${site.id}`);
  });
  return (
    <Dialog title="Add site" onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <Field
          label="Name"
          value={name.value}
          error={form.errorAt('name')}
          hint="What your team calls it, for example “Main website”."
          onInput={(value) => {
            name.value = value;
          }}
        />
        {form.errorOutside(['name']) && <ErrorNote error={form.error} />}
        <DialogActions form={form} onClose={onClose} submit="Add site" />
      </form>
    </Dialog>
  );
}

function SiteCard({ site }: { site: Site }) {
  const origins = site.allowed_origins;
  return (
    <li>
      <a class="site-card" href={`/sites/${site.id}`} data-row>
        <strong>{site.name}</strong>
        <span class="quiet-text">
          {origins.length === 0 ? 'No website allowed yet' : origins.join(', ')}
        </span>
        <span class="site-tags">
          {origins.length === 0 ? (
            <Tag tone="warn">Not embedded</Tag>
          ) : (
            <Tag tone="accent">{plural(origins.length, 'website')}</Tag>
          )}
          <code>{site.publishable_key}</code>
        </span>
      </a>
    </li>
  );
}

/** The company's embeddings of the chat. */
export function SitesPage() {
  const adding = useSignal(false);
  const pager = usePager<Site>(
    'sites',
    (cursor, abort) =>
      api.get<Page<Site>>(withQuery('/api/sites', { limit: PAGE_SIZE, cursor }), abort),
    (site) => site.id,
  );
  const status = pager.status.value;
  return (
    <div class="page">
      <PageHead title="Sites" note={countOf(pager)}>
        <Button
          kind="primary"
          icon={Plus}
          whyNot={whyNot('sites.write')}
          onClick={() => {
            adding.value = true;
          }}
        >
          Add site
        </Button>
      </PageHead>
      {status === 'error' && (
        <ErrorNote error={pager.error.value} retry={() => void pager.load()} />
      )}
      {status === 'loading' && <SkeletonRows rows={3} label="Loading sites" />}
      {status === 'ready' && pager.items.value.length === 0 && (
        <Empty icon={Globe} title="No sites yet">
          <p>A site is one website with the chat on it. Add one to get its script tag.</p>
        </Empty>
      )}
      <ul class="site-list">
        {pager.items.value.map((site) => (
          <SiteCard key={site.id} site={site} />
        ))}
      </ul>
      <LoadMore pager={pager} />
      {adding.value && (
        <AddSite
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
    </div>
  );
}
