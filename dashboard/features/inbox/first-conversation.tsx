import { MessagesSquare } from 'lucide';
import { PageHead } from '../../ui/page-head.tsx';
import { Empty } from '../../ui/states.tsx';

/** The way to a company's first conversation. */
export function FirstSteps() {
  return (
    <Empty icon={MessagesSquare} title="No conversations yet">
      <ol class="first-steps">
        <li>Open your site and ask the preview for a price, as a visitor would.</li>
        <li>Add your website's address, so that the chat may run there.</li>
        <li>Copy the script tag into your pages.</li>
      </ol>
      <p>Every conversation shows up here the moment somebody writes.</p>
      <a class="button button-primary" href="/sites">
        Set up a site
      </a>
    </Empty>
  );
}

/** The inbox of a new company: one page, since there is nothing to choose from. */
export function FirstConversation() {
  return (
    <div class="page">
      <PageHead title="Inbox" />
      <FirstSteps />
    </div>
  );
}
