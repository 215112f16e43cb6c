import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/worker/handlers';

// A worker for tests that kill it: its leases end soon, so that the next one goes on at once.
startRunner({ handlers, loops: 4, leaseSeconds: 3, idle: 50 });
