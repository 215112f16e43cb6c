import { anyUser } from '@/lib/authz/guards';
import { defineLiveRoute } from '@/lib/doors/live-route';

export const GET = defineLiveRoute({
  summary:
    'Live messages as server-sent events: the type and id of what changed; `resync` where some may have been lost.',
  guard: anyUser,
});
