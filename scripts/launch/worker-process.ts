import { workUntilAsked } from '@/scripts/launch/worker-main';

// The worker beside the portal: the launcher gives it the portal's settings, and ends it (with-parent.mjs ends it with the launcher).
process.exit(await workUntilAsked());
