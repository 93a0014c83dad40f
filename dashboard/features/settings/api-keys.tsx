import { useSignal } from '@preact/signals';
import { Plus } from 'lucide';
import { api, can, whyNot } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { now } from '../../lib/clock.ts';
import { usePager } from '../../lib/resource.ts';
import type { ApiKey, Page } from '../../lib/wire.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { When } from '../../ui/when.tsx';
import { AddKey } from './add-key.tsx';
import { RevokeKey } from './revoke-key.tsx';

const PAGE_SIZE = 50;

const isExpired = ({ expires_at: end }: ApiKey): boolean =>
  end !== null && Date.parse(end) <= now.value;

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  return (
    <tr>
      <th scope="row">{apiKey.name}</th>
      <td class="cell-more">
        <code>sk_…{apiKey.last_four}</code>
      </td>
      <td class="cell-more">
        <When at={apiKey.created_at} />
      </td>
      <td>{apiKey.last_used_at ? <When at={apiKey.last_used_at} /> : 'Never'}</td>
      <td class="number">
        {apiKey.revoked_at ? (
          <Tag>Revoked</Tag>
        ) : isExpired(apiKey) ? (
          <Tag>Expired</Tag>
        ) : (
          <Button kind="danger" onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </td>
    </tr>
  );
}

function KeyList() {
  const adding = useSignal(false);
  const revoking = useSignal<ApiKey | null>(null);
  const pager = usePager<ApiKey>(
    'api-keys',
    (cursor, abort) =>
      api.get<Page<ApiKey>>(withQuery('/api/api-keys', { limit: PAGE_SIZE, cursor }), abort),
    (key) => key.id,
  );
  const status = pager.status.value;
  const keys = pager.items.value;
  const finish = () => {
    adding.value = false;
    revoking.value = null;
    void pager.refresh();
  };
  return (
    <>
      <header class="card-head">
        <h2>API keys</h2>
        <Button
          icon={Plus}
          onClick={() => {
            adding.value = true;
          }}
        >
          Add key
        </Button>
      </header>
      {status === 'error' && (
        <ErrorNote error={pager.error.value} retry={() => void pager.load()} />
      )}
      {status === 'loading' && <SkeletonRows rows={2} label="Loading API keys" />}
      {status === 'ready' && keys.length === 0 && (
        <p class="quiet-text">
          A key lets your own programs read and write here. The reference is at{' '}
          <a href="/api/docs" target="_blank" rel="noreferrer noopener">
            /api/docs
          </a>
          .
        </p>
      )}
      {keys.length > 0 && (
        <ScrollRegion class="table-scroll" label="API keys, table">
          <table class="table">
            <caption class="hidden">API keys</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" class="cell-more">
                  Key
                </th>
                <th scope="col" class="cell-more">
                  Made
                </th>
                <th scope="col">Last used</th>
                <td>
                  <span class="hidden">Actions</span>
                </td>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyRow
                  key={key.id}
                  apiKey={key}
                  onRevoke={() => {
                    revoking.value = key;
                  }}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <LoadMore pager={pager} />
      {adding.value && <AddKey onClose={finish} />}
      {revoking.value && <RevokeKey apiKey={revoking.value} onClose={finish} />}
    </>
  );
}

/** Keys for programs: made, shown once, revoked. */
export function ApiKeys() {
  return (
    <section class="card" aria-label="API keys">
      {can('api_keys.write') ? (
        <KeyList />
      ) : (
        <>
          <header class="card-head">
            <h2>API keys</h2>
          </header>
          <p class="quiet-text">{whyNot('api_keys.write')}</p>
        </>
      )}
    </section>
  );
}
