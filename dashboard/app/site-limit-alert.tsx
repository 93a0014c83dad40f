import { TriangleAlert } from 'lucide';
import { now } from '../lib/clock.ts';
import { timeOfDay } from '../lib/format.ts';
import { Icon } from '../ui/icon.tsx';
import { siteLimitUntil } from './alerts.ts';

/** Says that a site gets more messages than its limit, until the hour ends. */
export function SiteLimitAlert() {
  const until = siteLimitUntil.value;
  if (until === null || Date.parse(until) <= now.value) return null;
  return (
    <div class="alert" role="alert">
      <Icon node={TriangleAlert} />
      <p>
        <strong>A site is over its hourly limit of chat messages.</strong> The guided assistant
        answers until {timeOfDay(until)}. If these are real visitors, raise the limit
        CHAT_TURNS_PER_SITE_HOUR.
      </p>
    </div>
  );
}
