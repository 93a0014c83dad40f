import { Compass } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { LogInAgain } from '../features/auth/log-in-again.tsx';
import { LogInPage } from '../features/auth/log-in-page.tsx';
import { SignUpPage } from '../features/auth/sign-up-page.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { withQuery } from '../lib/api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../ui/states.tsx';
import { later } from './later.tsx';
import { loadSession, me, pageAfter, session } from './session.ts';
import { Shell } from './shell.tsx';

const CustomersPage = later(() =>
  import('../features/customers/customers-page.tsx').then((module) => module.CustomersPage),
);
const CustomerPage = later(() =>
  import('../features/customers/customer-page.tsx').then((module) => module.CustomerPage),
);
const UsagePage = later(() =>
  import('../features/usage/usage-page.tsx').then((module) => module.UsagePage),
);
const SitesPage = later(() =>
  import('../features/sites/sites-page.tsx').then((module) => module.SitesPage),
);
const SitePage = later(() =>
  import('../features/sites/site-page.tsx').then((module) => module.SitePage),
);
const SettingsPage = later(() =>
  import('../features/settings/settings-page.tsx').then((module) => module.SettingsPage),
);
const SecurityPage = later(() =>
  import('../features/security/security-page.tsx').then((module) => module.SecurityPage),
);

const PAGES = [
  ...[CustomersPage, CustomerPage, UsagePage, SitesPage, SitePage],
  ...[SettingsPage, SecurityPage],
];
const QUIET_AFTER_MS = 2_000; // what the first page needs comes first

function Home() {
  const { route } = useLocation();
  useEffect(() => route('/inbox', true), [route]);
  return null;
}

function NotFound() {
  return (
    <div class="page">
      <PageHead title="Not found" />
      <Empty icon={Compass} title="There is no such page">
        <a class="button button-primary" href="/inbox">
          Go to the inbox
        </a>
      </Empty>
    </div>
  );
}

/** A page that breaks says so, and leaves the way to the others open. */
function Unbroken({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const [error, reset] = useErrorBoundary();
  useEffect(reset, [path]);
  if (error === undefined) return <>{children}</>;
  return (
    <div class="page">
      <ErrorNote error={error} retry={reset} />
    </div>
  );
}

function Inside() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const page of PAGES) void page.prefetch();
    }, QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Shell>
      <Unbroken>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/inbox/:id?" component={InboxPage} />
          <Route path="/customers" component={CustomersPage} />
          <Route path="/customers/:id" component={CustomerPage} />
          <Route path="/usage" component={UsagePage} />
          <Route path="/sites" component={SitesPage} />
          <Route path="/sites/:id" component={SitePage} />
          <Route path="/settings" component={SettingsPage} />
          <Route path="/settings/security" component={SecurityPage} />
          <Route default component={NotFound} />
        </Router>
      </Unbroken>
    </Shell>
  );
}

/** Sends whoever is not logged in to the log-in page, and back afterwards. */
function Gate() {
  const { path, query, url, route } = useLocation();
  const { status } = session.value;
  const outside = path === '/login' || path === '/signup';
  useEffect(() => {
    if (status === 'out' && !outside) {
      route(path === '/' ? '/login' : withQuery('/login', { next: url }), true);
    }
    // NOTE: the forms only open the session; where to go from there is decided here.
    if (status === 'in' && outside) {
      route(pageAfter(path, query.next), true);
    }
  }, [status, outside, path, query.next, url, route]);

  if (path === '/signup') return <SignUpPage />;
  if (path === '/login') return <LogInPage />;
  if (session.value.status === 'failed') {
    return (
      <main class="page">
        <ErrorNote error={session.value.error} retry={() => void loadSession()} />
      </main>
    );
  }
  if (me.value) {
    return (
      <>
        <Inside />
        {status === 'ended' && <LogInAgain />}
      </>
    );
  }
  return (
    <main class="page">
      <SkeletonRows rows={8} label="Loading TradeSphere" />
    </main>
  );
}

export function App() {
  return (
    <LocationProvider scope={/^\/(?!api\/|preview\.html|examples)/}>
      <Gate />
    </LocationProvider>
  );
}
