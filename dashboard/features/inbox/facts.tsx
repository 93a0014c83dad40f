import { ExternalLink, Mail, MapPin, Phone, Sparkles } from 'lucide';
import type { ComponentChildren } from 'preact';
import { money, percent, phone, plural, usd, whoIs } from '../../lib/format.ts';
import type { Contact, ConversationDetail, Suggestion } from '../../lib/wire.ts';
import { CopyIcon } from '../../ui/copy-button.tsx';
import { EvidenceList } from '../../ui/evidence.tsx';
import { useFold } from '../../ui/fold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { When } from '../../ui/when.tsx';

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Ways to reach somebody, each a link that does it. */
export function ContactLinks({ contact }: { contact: Contact }) {
  const map = contact.address
    ? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(contact.address)}`
    : null;
  if (!contact.phone && !contact.email && !map) {
    return <p class="quiet-text">No phone, e-mail or address yet.</p>;
  }
  return (
    <ul class="contact-links">
      {contact.phone && (
        <li>
          <a href={`tel:${contact.phone}`}>
            <Icon node={Phone} />
            {phone(contact.phone)}
          </a>
          <CopyIcon text={phone(contact.phone)} label="Copy the phone number" />
        </li>
      )}
      {contact.email && (
        <li>
          <a href={`mailto:${contact.email}`}>
            <Icon node={Mail} />
            {contact.email}
          </a>
          <CopyIcon text={contact.email} label="Copy the e-mail address" />
        </li>
      )}
      {map && (
        <li>
          <a href={map} target="_blank" rel="noreferrer noopener">
            <Icon node={MapPin} />
            {contact.address}
          </a>
        </li>
      )}
    </ul>
  );
}

const MORE = { more: (hidden: number) => `${hidden} more`, fewer: 'Fewer' };
const SUGGESTIONS_SHOWN = 2; // the likeliest; what was said about the job matters more

function Suggested({ suggestion }: { suggestion: Suggestion }) {
  return (
    <li class="suggestion">
      <a href={`/customers/${suggestion.customer_id}`} dir="auto">
        {suggestion.name ?? 'Unnamed customer'}
      </a>
      <span class="suggestion-score">{percent(suggestion.confidence)}</span>
      <EvidenceList evidence={suggestion.evidence} />
    </li>
  );
}

function Who({ detail }: { detail: ConversationDetail }) {
  const { customer, contact, lead } = detail;
  return (
    <section class="facts-part" aria-label="Person">
      <h2>Person</h2>
      {customer ? (
        <a class="facts-name" href={`/customers/${customer.id}`} dir="auto">
          {whoIs(customer, contact)}
        </a>
      ) : (
        <p class="facts-name" dir="auto">
          {contact.name ?? 'Not known yet'}
        </p>
      )}
      <ContactLinks contact={contact} />
      {customer && lead && (
        <>
          <p class="quiet-text">
            {lead.action === 'created' ? 'New customer from this chat' : 'Linked to this customer'}
            {lead.action !== 'created' &&
              lead.confidence !== null &&
              `, ${percent(lead.confidence)} sure`}
          </p>
          {lead.action !== 'created' && <EvidenceList evidence={lead.evidence} />}
        </>
      )}
    </section>
  );
}

function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  const { visible, button } = useFold(suggestions, SUGGESTIONS_SHOWN, MORE);
  if (suggestions.length === 0) return null;
  return (
    <section class="facts-part" aria-label="May be the same person">
      <h2>
        <Icon node={Sparkles} /> May be the same person
      </h2>
      <ul class="suggestions">
        {visible.map((suggestion) => (
          <Suggested key={suggestion.customer_id} suggestion={suggestion} />
        ))}
      </ul>
      {button}
    </section>
  );
}

/** What is known about the person and the conversation on screen. */
export function Facts({ detail }: { detail: ConversationDetail }) {
  return (
    <>
      <Who detail={detail} />
      <Suggestions suggestions={detail.lead?.suggestions ?? []} />
      <section class="facts-part" aria-label="Conversation">
        <h2>Conversation</h2>
        <dl class="facts-list">
          {detail.quote_total && (
            <Fact label="Quoted">
              {money(detail.quote_total.amount, detail.quote_total.currency)}
              {detail.quotes.length > 1 && `, the last of ${plural(detail.quotes.length, 'quote')}`}
            </Fact>
          )}
          <Fact label="Site">{detail.site.name}</Fact>
          {detail.page_url && (
            <Fact label="Page">
              <PageLink url={detail.page_url} />
            </Fact>
          )}
          <Fact label="Started">
            <When at={detail.created_at} />
          </Fact>
          <Fact label="Messages">{detail.message_count}</Fact>
          <Fact label="AI cost">{usd(detail.ai_cost_usd)}</Fact>
        </dl>
      </section>
    </>
  );
}

function PageLink({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <a class="page-link" href={url} title={url} target="_blank" rel="noreferrer noopener">
      {url.replace(/^https?:\/\/|[?#].*$/gi, '')}
      <Icon node={ExternalLink} />
    </a>
  );
}
