import { can } from '../../app/session.ts';

/** The way to the security events, for who may read them. */
export function SecurityCard() {
  if (!can('security_events.read')) return null;
  return (
    <section class="card" aria-label="Security">
      <header class="card-head">
        <h2>Security</h2>
        <a class="button button-plain" href="/settings/security">
          View events
        </a>
      </header>
      <p class="quiet-text">Log-ins, refused requests and changes of API keys.</p>
    </section>
  );
}
