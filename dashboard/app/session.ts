import { computed, signal } from '@preact/signals';
import { ApiError, createApi } from '../lib/api.ts';
import { comebacks } from '../lib/comebacks.ts';
import { forgetDrafts } from '../lib/drafts.ts';
import { setLocale } from '../lib/format.ts';
import type { Me } from '../lib/wire.ts';

type Session =
  | { status: 'unknown' }
  | { status: 'failed'; error: unknown }
  | { status: 'out' }
  | { status: 'in'; me: Me }
  /** It ran out in the middle of work, which stays on screen until somebody logs in again. */
  | { status: 'ended'; me: Me };

export const session = signal<Session>({ status: 'unknown' });

/** The one client of the API. A 401 anywhere ends the session on screen. */
export const api = createApi({
  onSignedOut: endSession,
});

/** Who works here; also while the session has to be renewed. */
export const me = computed<Me | null>(() => ('me' in session.value ? session.value.me : null));

/** Set while logging out on purpose: the page that is left need not ask for a log-in. */
let isLeaving = false;

function endSession(): void {
  if (isLeaving) return;
  session.value = me.value ? { status: 'ended', me: me.value } : { status: 'out' };
}

/** Whether the person who is logged in holds a permission such as `customers.write`. */
export function can(permission: string): boolean {
  return me.value?.permissions.includes(permission) ?? false;
}

/** Why a control is off, for its title; undefined when it is on. */
export function whyNot(permission: string): string | undefined {
  if (can(permission)) return undefined;
  const role = me.value?.user.role ?? 'current';
  return `Your role (${role}) can't change this. Ask an owner or a manager.`;
}

let lastCompany: string | null = null;

/** Asks the API who is logged in. */
export async function loadSession(): Promise<void> {
  try {
    const answer = await api.get<Me>('/api/auth/me');
    // Lists of another company must not outlive its session: begin with an empty page.
    if (lastCompany !== null && lastCompany !== answer.company.id) {
      forgetDrafts();
      return location.reload();
    }
    lastCompany = answer.company.id;
    setLocale(answer.company.locale);
    const renewed = session.peek().status === 'ended';
    session.value = { status: 'in', me: answer };
    if (renewed) comebacks.value = comebacks.peek() + 1;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) endSession();
    else if (me.value === null) session.value = { status: 'failed', error };
  }
}

export async function logIn(input: { email: string; password: string }): Promise<void> {
  await api.post('/api/auth/login', input);
  await loadSession();
}

/** Where a new company begins: at its site, with the tag to copy and the chat to try. */
let firstPage = '/sites';

export async function signUp(input: {
  company_name: string;
  name: string;
  email: string;
  password: string;
}): Promise<void> {
  const { site } = await api.post<{ site?: { id: string } }>('/api/auth/signup', input);
  if (site) firstPage = `/sites/${site.id}`;
  await loadSession();
}

export async function logOut(): Promise<void> {
  isLeaving = true;
  try {
    await api.post('/api/auth/logout');
    location.assign('/login');
  } catch (error) {
    isLeaving = false;
    throw error;
  }
}

/** Leaves the work on screen for the log-in page. */
export function giveUpSession(): void {
  session.value = { status: 'out' };
}

/** Where the form at `path` leads once the session is open. */
export function pageAfter(path: string, next: string | undefined): string {
  return path === '/signup' ? firstPage : safeReturnPath(next);
}

/** Where to go after logging in: only a path of this page, never another host. */
export function safeReturnPath(next: string | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next)) return '/inbox';
  return next.startsWith('/log') || next.startsWith('/signup') ? '/inbox' : next;
}
